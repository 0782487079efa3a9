"""What was chosen, each with the question that lets go of it again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from msgspec.structs import replace

from knutepunkt import gazetteer
from knutepunkt.search.language.letters import WORD, composed
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import Meaning
from knutepunkt.site.answers.panel import Taken
from knutepunkt.site.asking.addresses import link_to
from knutepunkt.site.asking.naming import confirmed_called, organisation_called, source_called
from knutepunkt.site.asking.question import Question, without
from knutepunkt.site.words import language

MARKS = " ,;.:–"
MANY, MOST = 4, 12


def area_called(code: str) -> str:
    """The name of a county or a municipality."""
    spot = gazetteer.county(code) if len(code) == COUNTY else gazetteer.municipality(code)
    return spot.name if spot else code


COUNTY = len("03")
# What no filter shows, and what a choice of it is called.
BY_CODE: dict[str, Callable[[str], str]] = {
    "county": area_called,
    "municipality": area_called,
    "box": lambda _box: _("Utsnitt av kartet"),
    "organisation": organisation_called,
    "source": lambda id_: _("Fra kilden %(name)s") % {"name": source_called(id_)},
    "confirmed": confirmed_called,
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """One choice as words, and where one comes by letting go of it."""

    label: str
    url: str


def chosen(question: Question, taken: list[Taken], tongue: str) -> list[Chosen]:
    """Every choice beyond words and place, on a page in a language; first all at once if many.

    Each link holds all other choices, so only the first have one: the filters show the rest.
    """
    each = list(without_each(question, taken))
    links = [Chosen(capfirst(label), link_to(other, tongue)) for label, other in each[:MOST]]
    if len(each) < MANY:
        return links
    told = _("Alle %(number)d valgene") % {"number": len(each)}
    return [Chosen(told, link_to(without_all(question, taken), tongue)), *links]


def without_all(question: Question, taken: list[Taken]) -> Question:
    """The question with its words and place alone."""
    for name in (*dict.fromkeys(one.name for one in taken), *BY_CODE):
        question = without(question, name)
    return question


def all_chosen(
    question: Question, meaning: Meaning, taken: list[Taken], words: Lexicon, tongue: str
) -> list[Chosen]:
    """What the words say that one may take back, and then every choice."""
    said = left_out(question, meaning, words) + priced(question, meaning)
    return said + chosen(question, taken, tongue)


def without_each(question: Question, taken: list[Taken]) -> Iterator[tuple[str, Question]]:
    """Each choice with the question that is left without it."""
    for name, value, label in taken:
        yield label, without(question, name, value)
    for name, called in BY_CODE.items():
        if name == "county" and question.municipality:
            continue  # which lies in it, and is let go of first
        if code := getattr(question, name):
            yield called(code), without(question, name)


def left_out(question: Question, meaning: Meaning, words: Lexicon) -> list[Chosen]:
    """What the words or the choices leave out, each with the question that takes it in again."""
    told = [(one.said, less(question, one.words)) for one in meaning.left_out]
    for one in question.without:
        scheme, code = one.split(":")
        name = words.name(words.code[scheme, code], language())
        told.append((name, without(question, "without", one)))
    return [Chosen(_("Uten: %(what)s") % {"what": what}, link_to(other)) for what, other in told]


def priced(question: Question, meaning: Meaning) -> list[Chosen]:
    """What the words say of the price, with the question that says nothing of it."""
    if not meaning.priced:
        return []
    return [Chosen(_("Gratis"), link_to(less(question, meaning.priced)))]


def less(question: Question, numbers: frozenset[int]) -> Question:
    """The question without some words that stand beside each other in its text."""
    text = composed(question.text)  # As it was read: "½" is two words there.
    spans = [match.span() for match in WORD.finditer(text)]
    before, after = text[: spans[min(numbers)][0]], text[spans[max(numbers)][1] :]
    left = f"{before.rstrip(MARKS)} {after.lstrip(MARKS)}".strip()
    return replace(question, page=1, text=left)
