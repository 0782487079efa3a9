"""Words of a text that lead to no concept: what some group may say of itself all the same."""

from collections.abc import Iterator
from functools import cache

from knutepunkt.search.language import english_stem, stem
from knutepunkt.search.language.leaving import BUT, NOT, cue_before, sayings
from knutepunkt.search.language.persons import persons
from knutepunkt.search.language.tables import listed, stop_words
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import Known, LeftOut, Need, Term
from knutepunkt.search.understanding.asked import Asked
from knutepunkt.search.understanding.narrowing import narrower
from knutepunkt.search.understanding.needs import PART, Asking


def plain_words(
    said: list[str], taken: set[int], asked: Asked, lexicon: Lexicon, known: Known
) -> list[Need]:
    """Words that lead to no concept: needs when nothing else was asked for, else wishes.

    Only what some group says itself is asked for. The rest is handed back.
    """
    stops, asides = lexicon.analyser.stops, listed("asides")
    needs = [
        Need(tuple(terms_of(word, lexicon)), word)
        for number, word in enumerate(said)
        if number not in taken and word not in stops and word not in asides and len(word) > 1
    ]
    met = [need for need in needs if any(known.count(term.token) for term in need.terms)]
    (asked.wishes if asked.needs else asked.needs).extend(met)
    return [need for need in needs if need not in met]


def terms_of(word: str, lexicon: Lexicon) -> Iterator[Term]:
    """A word as it is, as its stem in either language, and by the parts of a compound."""
    whole = dict.fromkeys((stem(word), english_stem(word), word))
    yield from (Term(token) for token in whole)
    yield from (Term(atom, PART) for atom in lexicon.analyser.atoms(word) if atom not in whole)


def plain_left(
    left: frozenset[int], breaks: frozenset[int], asking: Asking, taken: set[int], known: Known
) -> Iterator[LeftOut]:
    """Words that lead to nothing, and that no group shall have: "ikke med kor"."""
    said, lexicon = asking.read.words, asking.lexicon
    for number in sorted(left - taken - asking.asked.words):
        cue = cue_before(said, number, breaks, taken)
        word = said[number]
        if cue is None or cue.kind not in (BUT, NOT) or word in says_little():
            continue
        words = frozenset(range(cue.first, number + 1))
        is_of_group = cue.kind == BUT or not sayings()["having"].isdisjoint(
            said[cue.first : number]
        )
        if ids := narrower(lexicon, asking.asked_themes, [word], ()):
            yield LeftOut(ids, word, words)
        elif is_of_group and any(known.count(token) for token in (stem(word), word)):
            yield LeftOut((), word, words, tuple(dict.fromkeys((stem(word), word))))


@cache
def says_little() -> frozenset[str]:
    """Words that are no reason to leave a group out."""
    return stop_words() | listed("telling-words") | listed("asides")


@cache
def not_told() -> frozenset[str]:
    """Words that we know, though no group may say them: nobody is told that they were not found."""
    return listed("common-words") | frozenset(persons())


def heard_of(said: list[str], lexicon: Lexicon, known: Known) -> set[int]:
    """The numbers of the words that some group says itself: these need no hint of a theme."""
    readings = lexicon.analyser.readings
    return {
        number for number, word in enumerate(said)
        if any(known.count(atom) for atom, _, _ in readings(word))
    }  # fmt: skip
