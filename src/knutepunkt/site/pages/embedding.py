"""A list for another site's pages: what may be chosen, and the code that shows it."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from knutepunkt import gazetteer
from knutepunkt.distribute.widget.look import DEFAULT, LOOKS
from knutepunkt.site.choices import Choices
from knutepunkt.site.words import STANDS_IN, language

HEIGHTS = ("400", "600", "800")
LOOK_NAMES = {
    "auto": gettext_lazy("Følg skjermen"),
    "light": gettext_lazy("Lyst"),
    "dark": gettext_lazy("Mørkt"),
}


# The widget is written out in these.
TONGUES = [one for one in settings.LANGUAGES if one[0] not in STANDS_IN]


class EmbedForm(forms.Form):
    """What a site wants to show, and how it shall look. Keeps nothing."""

    theme = forms.ChoiceField(required=False, label=gettext_lazy("Tema"))
    place = forms.CharField(
        required=False,
        max_length=100,
        label=gettext_lazy("Kommune"),
        help_text=gettext_lazy("La feltet stå tomt for å vise grupper fra hele landet."),
    )
    language = forms.ChoiceField(choices=TONGUES, label=gettext_lazy("Språk"))
    look = forms.ChoiceField(
        choices=[(one, LOOK_NAMES[one]) for one in LOOKS], label=gettext_lazy("Farger")
    )
    accent = forms.RegexField(
        r"^#[0-9a-fA-F]{6}$",
        label=gettext_lazy("Farge på lenker"),
        widget=forms.TextInput(attrs={"type": "color"}),
    )
    height = forms.ChoiceField(
        choices=[(one, f"{one} px") for one in HEIGHTS], label=gettext_lazy("Høyde")
    )

    def __init__(self, data: Any, choices: Choices) -> None:
        super().__init__(data or None, auto_id="%s", initial=first_choices())
        field: Any = self.fields["theme"]
        field.choices = choices.themes
        for one in self.fields.values():
            one.widget.attrs["class"] = "ds-input"
            one.error_messages["invalid_choice"] = _("Velg noe fra lista.")

    def clean_place(self) -> str:
        """A municipality, by its own name or that of a place in it."""
        place: str = self.cleaned_data["place"]
        spot = gazetteer.spot_named(place) if place else None
        if place and not (spot and spot.municipality):
            raise forms.ValidationError(
                _("Vi finner ikke kommunen «%(place)s».") % {"place": place}
            )
        return place

    def complaints(self) -> list[tuple[str, str]]:
        """The name of each field with an error, and what is wrong there."""
        return [(name, str(errors[0])) for name, errors in self.errors.items()]

    def chosen(self) -> dict[str, str]:
        """What was chosen, or what stands there at first."""
        return self.cleaned_data if self.is_bound and self.is_valid() else first_choices()


def first_choices() -> dict[str, str]:
    """What stands in the form at first."""
    first = {"theme": "", "place": "", "look": "auto", "accent": DEFAULT, "height": "600"}
    return first | {"language": language()}


def address_of_widget(chosen: dict[str, str]) -> str:
    """Where the widget of a choice is, from the root of the site."""
    spot = gazetteer.spot_named(chosen["place"]) if chosen["place"] else None
    parts = [f"theme/{chosen['theme']}"] if chosen["theme"] else []
    parts += [f"municipality/{spot.municipality}"] if spot else []
    looks = f"lang={chosen['language']}&accent={chosen['accent'].lstrip('#')}&look={chosen['look']}"
    return f"/embed/{'/'.join(parts) or 'groups'}?{looks}"


def code_of(chosen: dict[str, str]) -> str:
    """The HTML that a site puts in."""
    return format_html(
        '<iframe src="{}{}" title="{}" width="100%" height="{}" style="border: 0" '
        'loading="lazy"></iframe>',
        settings.KNUTEPUNKT_SITE.rstrip("/"),
        address_of_widget(chosen),
        _("Selvhjelpsgrupper"),
        chosen["height"],
    )
