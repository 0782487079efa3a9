"""Which filters a page of results has, which concepts stand in each, and what they are called."""

from functools import lru_cache
from typing import NamedTuple

from django.utils.translation import gettext_lazy, override

# What filters and choices are called where no vocabulary says so.
CALLED = {
    "weekday": gettext_lazy("Dag"),
    "hours": gettext_lazy("Tid på dagen"),
    "mode": gettext_lazy("Hvordan dere møtes"),
    "so": gettext_lazy("Åpen, gratis, snart"),
    "theme": gettext_lazy("Tema"),
    "kin": gettext_lazy("For pårørende"),
    "whom": gettext_lazy("Hvem gruppa er for"),
    "problems": gettext_lazy("Likt eller ulikt problem"),
    "doing": gettext_lazy("Hva dere gjør"),
    "openness": gettext_lazy("Hvordan du kommer inn"),
    "accessibility": gettext_lazy("Tilgjengelighet"),
    "language": gettext_lazy("Språk"),
    "organiser": gettext_lazy("Hvem som driver gruppa"),
    "any": gettext_lazy("Spiller ingen rolle"),
    "open": gettext_lazy("Tar inn nye"),
    "free": gettext_lazy("Gratis"),
    "soon": gettext_lazy("Møtes innen sju dager"),
    "morning": gettext_lazy("Formiddag, før kl. 12"),
    "afternoon": gettext_lazy("Ettermiddag, kl. 12–17"),
    "evening": gettext_lazy("Kveld, etter kl. 17"),
    "in-person": gettext_lazy("Fysisk"),
    "online": gettext_lazy("På nett"),
}
HOURS = ("morning", "afternoon", "evening")
MODES = ("in-person", "online")  # What is both counts in both.
SO = ("open", "free", "soon")
# Where a row of counts ends with what no facet counts: taking in new people, within seven days, and
# nought for what no group has.
OPEN_PLACE, SOON_PLACE = -3, -2

# Choices that people look for by themselves, apart from the rest of their vocabulary.
KIN = ("next-of-kin",)
PROBLEMS = ("same-problem", "cross-problem")


class Part(NamedTuple):
    """Some concepts of a vocabulary: ``only`` those under some, or all ``but`` those.

    ``facet`` is what they are counted in, where that is not their scheme.
    """

    scheme: str
    title: str
    facet: str = ""
    only: tuple[str, ...] = ()
    but: tuple[str, ...] = ()


BEFORE_LANGUAGE = (
    Part("target-group", "kin", "next-of-kin", only=KIN),
    Part("target-group", "whom", but=KIN),
    Part("working-form", "problems", "problem", only=PROBLEMS),
    Part("working-form", "doing", but=PROBLEMS),
    Part("openness", "openness"),
    Part("accessibility", "accessibility"),
)
LAST = Part("organisation-form", "organiser")


@lru_cache(maxsize=500)
def called(name: str, tongue: str) -> str:
    """What a filter or a choice is called in a language."""
    with override(tongue):
        return str(CALLED[name])
