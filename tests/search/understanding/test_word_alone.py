"""A word before a place is read as it was before another place, and means just the same."""

from collections.abc import Callable, Iterator
from random import Random

import pytest

from knutepunkt.gazetteer.index import entries
from knutepunkt.search.language.letters import WORD
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import Meaning
from knutepunkt.search.understanding.word_alone import WordsAlone
from tests.search.whole import Reading

Remembering = Callable[[str], tuple[Meaning, bool]]


@pytest.fixture
def asking(words: Lexicon, meaning_of: Reading) -> Remembering:
    """What a text means to somebody who remembers, and whether all of it had to be read."""
    alone = WordsAlone()

    def meaning(text: str) -> tuple[Meaning, bool]:
        were_read: list[str] = []

        def read() -> Meaning:
            were_read.append(text)
            return meaning_of(text)

        return alone.meaning(text, "as it is", words, read), bool(were_read)

    return meaning


def places() -> list[str]:
    """Every name of a place that is one word, as it is written."""
    every = {entry.name for found in entries().values() for entry in found}
    return sorted(name for name in every if WORD.fullmatch(name))


def texts(words: Lexicon) -> Iterator[str]:
    """An eighth of the labels of one word before some places; and a few words before each place."""
    chance = Random(7)
    labels = sorted({text for _, _, text, _ in words.told if WORD.fullmatch(text)})
    for label in labels[::8]:
        yield from (f"{label} i {place}" for place in ("Oslo", "Tromsø", chance.choice(places())))
    for place in places():
        yield from (f"{word} i {place}" for word in ("sorg", "mannen"))
        yield f"treff på {place}"
        yield f"ADHD i {place.casefold()}"


def test_every_word_means_before_any_place_what_reading_all_of_it_tells(
    words: Lexicon, meaning_of: Reading, asking: Remembering
) -> None:
    known = 0
    for text in texts(words):
        found, is_read = asking(text)
        known += not is_read
        if not is_read:
            assert (text, found) == (text, meaning_of(text))

    assert known > 6_000  # Else this test would say little.


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("Oslo i Oslo", "Oslo i Akershus"),  # A place by itself: which of that name is meant.
        ("kroken i Oslo", "kroken i Tromsø"),  # All three words are one name.
        ("nær i Oslo", "nær i Akershus"),  # How far from there.
        ("sogr i Oslo", "sogr i Bergen"),  # A slip, whatever it is read as.
        ("uten i Oslo", "uten i Bergen"),  # What is left out.
        ("sorg i Oslo", "sorg i Trondhjæm"),  # A place as nobody spells it.
        ("sorg i Oslo", "sorg i kor"),  # No place at all.
    ],
)
def test_what_goes_by_the_place_is_read_with_it(
    asking: Remembering, meaning_of: Reading, before: str, text: str
) -> None:
    asking(before)

    assert asking(text) == (meaning_of(text), True)


def test_a_word_is_read_anew_for_another_state(words: Lexicon, meaning_of: Reading) -> None:
    alone, other = WordsAlone(), Meaning(concepts=(7,))
    alone.meaning("sorg i Oslo", 1, words, lambda: meaning_of("sorg i Oslo"))

    assert alone.meaning("sorg i Bergen", 2, words, lambda: other) == other


def test_no_place_is_remembered_with_a_word(asking: Remembering) -> None:
    asking("sorg i Oslo")

    found, is_read = asking("sorg i Bergen")

    assert not is_read
    assert found.spot is not None
    assert found.spot.name == "Bergen"
