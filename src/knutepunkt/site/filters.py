"""What an answer can be narrowed by, each choice with how many groups it would leave."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from django.utils.translation import gettext_lazy, override

from knutepunkt.directory.when import CODES, DAYS
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.queries import Counts
from knutepunkt.site.asking import OPEN
from knutepunkt.site.choices import alphabetical
from knutepunkt.site.question import Question
from knutepunkt.site.words import language


class Option(NamedTuple):
    """One choice. ``count`` is None where it is not known beforehand."""

    value: str
    label: str
    count: int | None  # type: ignore[assignment]  # nobody counts in this tuple
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """The choices of one kind: several at once, or one of them."""

    name: str
    title: str
    is_single: bool
    options: list[Option]

    @property
    def is_open(self) -> bool:
        """Say whether something is chosen, so that it should be in sight."""
        return any(option.is_chosen and option.value for option in self.options)


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
    "organiser": gettext_lazy("Hvem som driver den"),
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

# Choices that people look for by themselves, apart from the rest of their vocabulary.
KIN = ("next-of-kin",)
PROBLEMS = ("same-problem", "cross-problem")


class Part(NamedTuple):
    """Some concepts of a vocabulary: ``only`` those under some, or all ``but`` those."""

    scheme: str
    title: str
    only: tuple[str, ...] = ()
    but: tuple[str, ...] = ()


BEFORE_LANGUAGE = (
    Part("target-group", "kin", only=KIN),
    Part("target-group", "whom", but=KIN),
    Part("working-form", "problems", only=PROBLEMS),
    Part("working-form", "doing", but=PROBLEMS),
    Part("openness", "openness"),
    Part("accessibility", "accessibility"),
)
LAST = Part("organisation-form", "organiser")
Choices = Iterable[tuple[str, str, int]]


def filters(question: Question, facets: Counts, words: Lexicon, soon: int) -> list[Filter]:
    """Every filter that has something to choose. ``soon`` is how many meet within seven days."""
    panel = Panel(question, facets, words, language())
    return [one for one in panel.every(soon) if one.options]


@lru_cache(maxsize=500)
def called(name: str, tongue: str) -> str:
    """What a filter or a choice is called in a language."""
    with override(tongue):
        return str(CALLED[name])


@dataclass(frozen=True, slots=True)
class Panel:
    """What the filters of an answer are made from."""

    question: Question
    facets: Counts
    words: Lexicon
    tongue: str

    def every(self, soon: int) -> Iterator[Filter]:
        """The filters in the order of how often somebody needs them."""
        yield self.when_people_meet()
        yield self.single("hours", self.named(HOURS, "hours"))
        yield self.single("mode", self.named(MODES, "format"))
        yield self.yes_or_no(soon)
        yield self.single("theme", self.one_of("theme"))
        yield from map(self.several, BEFORE_LANGUAGE)
        yield self.single("language", self.one_of("language"))
        yield self.several(LAST)

    def counts(self, facet: str) -> dict[str, int]:
        """How many groups there are by the values of a facet."""
        return self.facets.get(facet, {})

    def when_people_meet(self) -> Filter:
        """The days of the week, from Monday."""
        counts = self.counts("weekday")
        options = [
            Option(code, name.capitalize(), counts.get(code, 0), code in self.question.weekday)
            for code, name in zip(CODES, DAYS[self.tongue], strict=True)
        ]
        return Filter("weekday", called("weekday", self.tongue), is_single=False, options=options)

    def yes_or_no(self, soon: int) -> Filter:
        """What is so or is not."""
        states = self.counts("state")
        numbers = {
            "open": sum(states.get(state, 0) for state in OPEN),
            "free": self.counts("fee").get("free", 0),
            "soon": soon,
        }
        options = [
            Option(code, called(code, self.tongue), number, bool(getattr(self.question, code)))
            for code, number in numbers.items()
        ]
        return Filter("", called("so", self.tongue), is_single=False, options=options)

    def named(self, codes: tuple[str, ...], facet: str) -> Choices:
        """The values of a facet that the interface has words for."""
        counts = self.counts(facet)
        return [(code, called(code, self.tongue), counts.get(code, 0)) for code in codes]

    def one_of(self, scheme: str) -> Choices:
        """The concepts of a vocabulary of which one may be chosen."""
        return self.concepts(Part(scheme, ""), filter(None, [getattr(self.question, scheme)]))

    def single(self, name: str, choices: Choices) -> Filter:
        """One of several, or any."""
        chosen = getattr(self.question, name)
        options = [Option(value, label, count, value == chosen) for value, label, count in choices]
        if options:
            options.insert(0, Option("", called("any", self.tongue), None, not chosen))
        return Filter(name, called(name, self.tongue), is_single=True, options=options)

    def several(self, part: Part) -> Filter:
        """Concepts of a vocabulary, several at once.

        What was chosen stands there still when nothing is left of it.
        """
        before = f"{part.scheme}:"
        own = [one for one in self.question.concept if one.startswith(before)]
        chosen = {one.removeprefix(before) for one in own}
        options = [
            Option(before + code, label, count, code in chosen)
            for code, label, count in self.concepts(part, chosen)
        ]
        return Filter("concept", called(part.title, self.tongue), is_single=False, options=options)

    def concepts(self, part: Part, kept: Iterable[str]) -> Choices:
        """The concepts that some group found carries, as (code, name, how many), by name.

        Those ``kept`` are there whether any group carries them or not.
        """
        codes, scheme = self.words.code, part.scheme
        known = by_name(self.words, scheme, self.tongue, part.only, part.but)
        counts = {str(codes[scheme, code]): 0 for code in kept if (scheme, code) in codes}
        counts |= self.counts(scheme)
        found = sorted([(known[id_], count) for id_, count in counts.items() if id_ in known])
        return [(code, name, count) for (_place, code, name), count in found]


def is_under(words: Lexicon, scheme: str, code: str, tops: Iterable[str]) -> bool:
    """Say whether a concept is one of some, or narrower than one."""
    above = set(words.above(words.code[scheme, code]))
    return any(words.code.get((scheme, top)) in above for top in tops)


@lru_cache(maxsize=200)
def by_name(
    words: Lexicon, scheme: str, tongue: str, only: tuple[str, ...], but: tuple[str, ...]
) -> dict[str, tuple[int, str, str]]:
    """The concepts of a scheme by their ids: place in the order of names, code and name."""
    found = [
        (code, words.name(id_, tongue), str(id_))
        for (its_scheme, code), id_ in words.code.items()
        if its_scheme == scheme
        if not only or is_under(words, scheme, code, only)
        if not is_under(words, scheme, code, but)
    ]
    found.sort(key=lambda one: alphabetical(one[:2]))
    return {id_: (place, code, name) for place, (code, name, id_) in enumerate(found)}
