"""The search form: it checks what was typed, and keeps nothing."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from knutepunkt import gazetteer
from knutepunkt.directory.when import CODES, DAYS
from knutepunkt.search.query import is_zone
from knutepunkt.site.asking.cut import box_of
from knutepunkt.site.asking.naming import confirmed_within, organisation_called, source_called
from knutepunkt.site.asking.posing import PARTS_OF_DAY
from knutepunkt.site.asking.question import MOST_IN_BASKET, SEVERAL, WIDTHS, Question
from knutepunkt.site.choices import Choice, Choices
from knutepunkt.site.words import language

LAST_PAGE = 5000


class SearchForm(forms.Form):
    """The question of a page. Valid or not, it can be shown again as it was filled in.

    ``suggestions`` are the places spelled most like one that was not found.
    """

    text = forms.CharField(
        required=False,
        max_length=300,
        label=gettext_lazy("Hva gjelder det?"),
        help_text=gettext_lazy(
            "Skriv med dine egne ord, for eksempel sorg, angst eller pårørende."
        ),
    )
    place = forms.CharField(
        required=False, max_length=100, label=gettext_lazy("Sted eller postnummer")
    )
    within = forms.ChoiceField(required=False, label=gettext_lazy("Hvor langt unna?"))
    weekday = forms.MultipleChoiceField(
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=gettext_lazy("Hvilke dager passer?"),
        help_text=gettext_lazy("Velg så mange du vil."),
    )
    mode = forms.ChoiceField(
        required=False,
        widget=forms.RadioSelect,
        label=gettext_lazy("Hvordan vil du møte andre?"),
    )
    theme = forms.ChoiceField(required=False, label=gettext_lazy("Tema"))
    language = forms.ChoiceField(required=False, label=gettext_lazy("Språk i gruppa"))
    hours = forms.ChoiceField(required=False, choices=[(one, one) for one in PARTS_OF_DAY])
    concept = forms.MultipleChoiceField(required=False)
    without = forms.MultipleChoiceField(required=False)
    soon = forms.ChoiceField(required=False, choices=[("1", "1")])
    free = forms.ChoiceField(required=False, choices=[("1", "1")])
    open = forms.ChoiceField(required=False, choices=[("1", "1")])
    sort = forms.ChoiceField(required=False, label=gettext_lazy("Rekkefølge"))
    aside = forms.ChoiceField(required=False, choices=[("1", "1")])
    view = forms.ChoiceField(required=False, choices=[("map", "map")])
    county = forms.CharField(required=False, max_length=2)
    municipality = forms.CharField(required=False, max_length=4)
    box = forms.CharField(required=False, max_length=100)
    organisation = forms.UUIDField(required=False)
    source = forms.SlugField(required=False, max_length=80)
    confirmed = forms.ChoiceField(
        required=False, label=gettext_lazy("Når er opplysningene bekreftet?")
    )
    zone = forms.CharField(required=False, max_length=50)
    page = forms.IntegerField(required=False, min_value=1, max_value=LAST_PAGE)

    def __init__(self, data: Any, choices: Choices) -> None:
        super().__init__(data, auto_id="%s")
        self.suggestions: tuple[str, ...] = ()
        for field in self.fields.values():
            field.error_messages["invalid_choice"] = _("Velg noe fra lista.")
        for name in ("text", "place", "within", "confirmed", "sort"):
            self.fields[name].widget.attrs["class"] = "ds-input"
        typed = self.fields["text"].widget.attrs
        typed["data-suggest"] = reverse("suggest")
        typed["data-suggestions-label"] = _("Forslag")
        self.offer("within", [("", _("Uansett avstand")), *((one, f"{one} km") for one in WIDTHS)])
        self.offer("confirmed", [("", _("Når som helst")), *confirmed_within()])
        self.offer("weekday", zip(CODES, DAYS[language()], strict=True))
        self.offer("mode", MODES)
        self.offer("theme", choices.themes)
        self.offer("language", choices.languages)
        self.offer("concept", choices.concepts)
        self.offer("without", choices.without if data and "without" in data else ())
        self.offer("sort", SORTS)

    @classmethod
    def of(cls, question: Question, choices: Choices) -> "SearchForm":
        """The form as it was filled in when the question was asked."""
        said = QueryDict(mutable=True)
        for name, value in question.fields():
            said.appendlist(name, value)
        return cls(said, choices)

    def offer(self, name: str, choices: Any) -> None:
        """Give a field its choices."""
        field: Any = self.fields[name]
        field.choices = list(choices)

    def clean_place(self) -> str:
        """A place the gazetteer knows; without one, the names nearest to it are remembered."""
        place: str = self.cleaned_data["place"]
        if place and gazetteer.spot_named(place) is None:
            self.suggestions = gazetteer.suggestions(place)
            told = _("Vi finner ikke stedet «%(place)s».") % {"place": place}
            abroad = _("Vi kjenner bare steder i Norge.") if not self.suggestions else ""
            raise forms.ValidationError(f"{told} {abroad}".strip())
        return place

    def clean_county(self) -> str:
        """A county of today."""
        return self.known(self.cleaned_data["county"], gazetteer.county)

    def clean_municipality(self) -> str:
        """A municipality of today."""
        return self.known(self.cleaned_data["municipality"], gazetteer.municipality)

    def clean_box(self) -> str:
        """A part of the map."""
        return self.known(self.cleaned_data["box"], box_of)

    def clean_organisation(self) -> str:
        """An organisation anybody may read about."""
        uid = self.cleaned_data["organisation"]
        return self.known(str(uid) if uid else "", organisation_called)

    def clean_source(self) -> str:
        """A source of some group."""
        return self.known(self.cleaned_data["source"], source_called)

    def clean_zone(self) -> str:
        """A zone there is; what no script would have filled in is nobody's fault."""
        zone: str = self.cleaned_data["zone"]
        return zone if is_zone(zone) else ""

    def known(self, code: str, known: Callable[[str], object]) -> str:
        """A code that leads somewhere."""
        if code and not known(code):
            raise forms.ValidationError(_("Velg noe fra lista."))
        return code

    def clean(self) -> dict[str, Any]:
        """A distance needs somewhere to be measured from."""
        said = self.cleaned_data
        if said.get("within") and not said.get("place") and "place" not in self.errors:
            self.add_error("place", _("Skriv et sted, så vi vet hvor du vil måle fra."))
        return said

    def question(self) -> Question:
        """What was asked, as far as it could be understood."""
        said = {name: value for name, value in self.cleaned_data.items() if value}
        said |= {name: tuple(said.get(name, ())) for name in SEVERAL} | {"basket": self.basket}
        return Question(**said)

    @property
    def basket(self) -> tuple[str, ...]:
        """The groups put aside, as far as they are ids; a form may be forged."""
        told = self.data.getlist("basket") if hasattr(self.data, "getlist") else []
        return tuple(dict.fromkeys(filter(is_id, told)))[:MOST_IN_BASKET]

    def complaints(self) -> list[tuple[str, str]]:
        """The name of each field with an error, and what is wrong there."""
        return [(name, str(errors[0])) for name, errors in self.errors.items()]


def is_id(text: str) -> bool:
    """Say whether a text is a group's id."""
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


BEST, NEAREST = gettext_lazy("Det som passer best"), gettext_lazy("Nærmest først")
SORTS: list[Choice] = [
    ("", BEST),
    ("relevance", BEST),
    ("distance", NEAREST),
    ("next-meeting", gettext_lazy("Neste møte først")),
    ("name", gettext_lazy("Navn, fra a til å")),
]


def orders(*, has_place: bool) -> list[Choice]:
    """The orders to choose from, first the one that holds by itself: near a place, by distance."""
    if has_place:
        return [("", NEAREST), *(one for one in SORTS if one[0] not in ("", "distance"))]
    return [one for one in SORTS if one[0] not in ("relevance", "distance")]


MODES: list[Choice] = [
    ("", gettext_lazy("Det spiller ingen rolle")),
    ("in-person", gettext_lazy("Fysisk")),
    ("online", gettext_lazy("På nett")),
]
