"""What an answer can be narrowed by, each choice with how many groups it would leave."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext as _

from knutepunkt.directory.when import CODES, DAYS
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.queries import Counts
from knutepunkt.site.asking import OPEN
from knutepunkt.site.choices import alphabetical
from knutepunkt.site.question import Question
from knutepunkt.site.words import language


@dataclass(frozen=True, slots=True)
class Option:
    """One choice. ``count`` is None where it is not known beforehand."""

    value: str
    label: str
    count: int | None
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


def filters(question: Question, facets: Counts, words: Lexicon, soon: int) -> list[Filter]:
    """Every filter that has something to choose. ``soon`` is how many meet within seven days."""
    return [one for one in every(question, facets, words, soon) if one.options]


def kept(code: str) -> tuple[str, ...]:
    """The one code that is chosen, if any is."""
    return (code,) if code else ()


def every(question: Question, facets: Counts, words: Lexicon, soon: int) -> Iterator[Filter]:
    """The filters in the order of how often somebody needs them."""
    yield when_people_meet(question, facets.get("weekday", {}))
    yield single("hours", _("Tid på dagen"), hours(facets.get("hours", {})), question.hours)
    yield single("mode", _("Hvordan dere møtes"), formats(facets.get("format", {})), question.mode)
    yield yes_or_no(question, facets, soon)
    yield single(
        "theme", _("Tema"), concepts("theme", facets, words, kept(question.theme)), question.theme
    )
    yield of_scheme("target-group", _("For pårørende"), question, facets, words, only=KIN)
    yield of_scheme("target-group", _("Hvem gruppa er for"), question, facets, words, but=KIN)
    yield of_scheme("working-form", _("Likt eller ulikt problem"), question, facets, words,
                    only=PROBLEMS)  # fmt: skip
    yield of_scheme("working-form", _("Hva dere gjør"), question, facets, words, but=PROBLEMS)
    yield of_scheme("openness", _("Hvordan du kommer inn"), question, facets, words)
    yield of_scheme("accessibility", _("Tilgjengelighet"), question, facets, words)
    yield single(
        "language",
        _("Språk"),
        concepts("language", facets, words, kept(question.language)),
        question.language,
    )
    yield of_scheme("organisation-form", _("Hvem som driver den"), question, facets, words)


# Choices that people look for by themselves, apart from the rest of their vocabulary.
KIN = ("next-of-kin",)
PROBLEMS = ("same-problem", "cross-problem")


def when_people_meet(question: Question, counts: dict[str, int]) -> Filter:
    """The days of the week, from Monday."""
    days = zip(CODES, DAYS[language()], strict=True)
    options = [
        Option(code, name.capitalize(), counts.get(code, 0), code in question.weekday)
        for code, name in days
    ]
    return Filter("weekday", _("Dag"), is_single=False, options=options)


def yes_or_no(question: Question, facets: Counts, soon: int) -> Filter:
    """What is so or is not."""
    welcoming = sum(facets.get("state", {}).get(state, 0) for state in OPEN)
    free = facets.get("fee", {}).get("free", 0)
    options = [
        Option("open", _("Tar inn nye"), welcoming, bool(question.open)),
        Option("free", _("Gratis"), free, bool(question.free)),
        Option("soon", _("Møtes innen sju dager"), soon, bool(question.soon)),
    ]
    return Filter("", _("Åpen, gratis, snart"), is_single=False, options=options)


Choices = Iterable[tuple[str, str, int]]


def single(name: str, title: str, choices: Choices, chosen: str) -> Filter:
    """One of several, or any."""
    options = [Option(value, label, count, value == chosen) for value, label, count in choices]
    if options:
        options.insert(0, Option("", _("Spiller ingen rolle"), None, not chosen))
    return Filter(name, title, is_single=True, options=options)


def of_scheme(
    scheme: str,
    title: str,
    question: Question,
    facets: Counts,
    words: Lexicon,
    *,
    only: tuple[str, ...] = (),
    but: tuple[str, ...] = (),
) -> Filter:
    """Concepts of a vocabulary, several at once: ``only`` those under some, or all ``but`` those.

    What was chosen stands there still when nothing is left of it.
    """
    chosen = {code for its, _, code in (one.partition(":") for one in question.concept)
              if its == scheme}  # fmt: skip
    options = [
        Option(f"{scheme}:{code}", label, count, code in chosen)
        for code, label, count in concepts(scheme, facets, words, chosen, only, but)
    ]
    return Filter("concept", title, is_single=False, options=options)


def is_under(words: Lexicon, scheme: str, code: str, tops: Iterable[str]) -> bool:
    """Say whether a concept is one of some, or narrower than one."""
    above = set(words.above(words.code[scheme, code]))
    return any(words.code.get((scheme, top)) in above for top in tops)


def concepts(
    scheme: str,
    facets: Counts,
    words: Lexicon,
    kept: Iterable[str] = (),
    only: tuple[str, ...] = (),
    but: tuple[str, ...] = (),
) -> list[tuple[str, str, int]]:
    """The concepts that some group found carries, as (code, name, how many), by name.

    Those ``kept`` are there whether any group carries them or not.
    """
    known = by_name(words, scheme, language(), only, but)
    counts = {str(words.code[scheme, code]): 0 for code in kept if (scheme, code) in words.code}
    counts |= facets.get(scheme, {})
    found = sorted((known[id_], count) for id_, count in counts.items() if id_ in known)
    return [(code, name, count) for (_place, code, name), count in found]


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


def hours(counts: dict[str, int]) -> list[tuple[str, str, int]]:
    """The parts of the day."""
    names = {
        "morning": _("Formiddag, før kl. 12"),
        "afternoon": _("Ettermiddag, kl. 12–17"),
        "evening": _("Kveld, etter kl. 17"),
    }
    return [(code, name, counts.get(code, 0)) for code, name in names.items()]


def formats(counts: dict[str, int]) -> list[tuple[str, str, int]]:
    """In person and online; what is both counts in both."""
    names = {"in-person": _("Fysisk"), "online": _("På nett")}
    return [(code, name, counts.get(code, 0)) for code, name in names.items()]
