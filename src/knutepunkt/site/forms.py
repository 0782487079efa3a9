"""The search form: it checks what was typed, and keeps nothing."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from knutepunkt import gazetteer
from knutepunkt.directory.when import CODES, DAYS
from knutepunkt.site.choices import Choices
from knutepunkt.site.question import WIDTHS, Question

LAST_PAGE = 5000


class SearchForm(forms.Form):
    """The question of a page. Valid or not, it can be shown again as it was filled in."""

    text = forms.CharField(required=False, max_length=300)
    place = forms.CharField(required=False, max_length=100)
    within = forms.ChoiceField(required=False)
    weekday = forms.MultipleChoiceField(required=False)
    mode = forms.ChoiceField(required=False)
    theme = forms.ChoiceField(required=False)
    language = forms.ChoiceField(required=False)
    page = forms.IntegerField(required=False, min_value=1, max_value=LAST_PAGE)

    MODES = (("", lazy("Begge deler")), ("in-person", lazy("Fysisk")), ("online", lazy("På nett")))

    def __init__(self, data: Any, choices: Choices) -> None:
        super().__init__(data)
        days = DAYS[get_language() or "nb"]
        self.suggestions: tuple[str, ...] = ()
        self.offer("within", [(width, f"{width} km") for width in WIDTHS])
        self.offer("weekday", list(zip(CODES, [day.capitalize() for day in days], strict=True)))
        self.offer("mode", list(self.MODES))
        self.offer("theme", choices.themes)
        self.offer("language", choices.languages)
        for field in self.fields.values():
            field.error_messages["invalid_choice"] = _("Velg noe fra lista.")
            field.error_messages["max_length"] = _("Skriv det kortere.")

    def offer(self, name: str, choices: list[Any]) -> None:
        """Give a field its choices."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        field.choices = choices

    def clean_place(self) -> str:
        """A place the gazetteer knows; without one, the names nearest to it are remembered."""
        place: str = self.cleaned_data["place"]
        if place and gazetteer.spot_named(place) is None:
            self.suggestions = gazetteer.suggestions(place)
            raise forms.ValidationError(_("Vi finner ikke stedet «%(place)s».") % {"place": place})
        return place

    def clean(self) -> dict[str, Any]:
        """A distance needs somewhere to be measured from."""
        said = self.cleaned_data
        if said.get("within") and not said.get("place") and "place" not in self.errors:
            self.add_error("place", _("Skriv et sted for å velge hvor langt unna."))
        return said

    def question(self) -> Question:
        """What was asked, as far as it could be understood."""
        said = {name: value for name, value in self.cleaned_data.items() if value}
        return Question(**said | {"weekday": tuple(said.get("weekday", ()))})

    def is_narrowed(self) -> bool:
        """Say whether the further choices should stand open."""
        names = ("weekday", "mode", "theme", "language")
        return any(self[name].value() or self[name].errors for name in names)

    def complaints(self) -> list[tuple[str, str]]:
        """The name of each field with an error, and what is wrong there."""
        return [(name, str(errors[0])) for name, errors in self.errors.items()]
