"""Which groups a door is asked for: by theme, by municipality, or all of them."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.text import Truncator

from knutepunkt import gazetteer
from knutepunkt.directory.models import Classification, Group, Meeting
from knutepunkt.directory.queries import published
from knutepunkt.distribute.errors import DistributeError
from knutepunkt.vocabulary.models import Concept, Label
from knutepunkt.vocabulary.queries import names_of, narrower_of

THEME = "theme"
MOST_REPEATED = 80


class ChoiceError(DistributeError):
    """A theme or municipality that does not exist; one sentence that says who must act."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked for. ``theme`` is a code, ``municipality`` four digits; "" means all.

    ``concepts`` are the theme and everything narrower.
    """

    theme: str = ""
    municipality: str = ""
    concepts: tuple[int, ...] = ()

    @property
    def is_narrow(self) -> bool:
        """Not everything is asked for."""
        return bool(self.theme or self.municipality)

    @classmethod
    def of(cls, theme: str = "", municipality: str = "") -> "Choice":
        """The choice for a theme's code or name and a municipality's code or name.

        Raises ChoiceError for what does not exist.
        """
        found = theme_named(theme) if theme else None
        concepts = (found, *narrower_of(found, transitive=True)) if found else ()
        return cls(
            found.code if found else "",
            municipality_named(municipality) if municipality else "",
            tuple(concept.pk for concept in concepts),
        )

    def groups(self) -> QuerySet[Group]:
        """The published groups that are asked for, in no order."""
        groups = published()
        if self.concepts:
            carried = Classification.objects.filter(
                group=OuterRef("pk"), concept_id__in=self.concepts
            )
            groups = groups.filter(Exists(carried))
        if self.municipality:
            held = Meeting.objects.filter(
                group=OuterRef("pk"), place__municipality=self.municipality
            ).exclude(mode="online")
            groups = groups.filter(Exists(held))
        return groups

    def named(self, language: str) -> tuple[str, str]:
        """The theme and the municipality in words, "" for what is not asked."""
        theme = names_of(self.concepts[:1], language)[self.concepts[0]] if self.concepts else ""
        place = gazetteer.name_in(self.municipality, language) if self.municipality else ""
        return theme, place


def theme_named(text: str) -> Concept:
    """The theme with this code, or that alone has this word as a name, whatever the case.

    Preferred names go before alternative ones. Raises ChoiceError for none, and for several.
    """
    themes = Concept.objects.filter(scheme_id=THEME)
    if (found := themes.filter(code=text).first()) is not None:
        return found
    names = Label.objects.filter(concept__scheme_id=THEME).values_list("concept__code", "text")
    for kind in ("preferred", "alternative"):
        codes = {code for code, name in names.filter(kind=kind) if is_same(name, text)}
        if len(codes) == 1:
            return themes.get(code=codes.pop())
        if codes:
            raise ChoiceError(
                f"several themes are called “{shortened(text)}”; you: give the code of one: "
                f"{', '.join(sorted(codes))}."
            )
    raise ChoiceError(
        f"there is no theme “{shortened(text)}”; you: give its code, or its name as the site has "
        "it."
    )


def is_same(name: str, text: str) -> bool:
    """Whether a name is what somebody wrote, whatever the case."""
    return name.casefold() == text.casefold()


def shortened(text: str) -> str:
    """What somebody wrote, as far as it is told again."""
    return Truncator(text).chars(MOST_REPEATED)


def municipality_named(text: str) -> str:
    """The code of a municipality, by its code of any year or its name in any language."""
    spot = gazetteer.municipality(text)
    if spot is None:
        of_name = (one for one in gazetteer.spots_named(text) if one.kind == "municipality")
        spot = next(of_name, None)
    if spot is None:
        raise ChoiceError(
            f"there is no municipality “{shortened(text)}”; you: give its name or its four digits."
        )
    return spot.code
