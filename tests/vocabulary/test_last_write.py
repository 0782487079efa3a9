"""Every write to the vocabulary moves its moment, and nothing else does."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from knutepunkt.vocabulary import actions, queries
from knutepunkt.vocabulary.models import Concept
from knutepunkt.vocabulary.records import ConceptRecord, LabelRecord, SchemeRecord, Vocabulary

pytestmark = pytest.mark.django_db
DAY = date(2026, 1, 1)
WORDS = Vocabulary(
    schemes=(SchemeRecord("home", "own"), SchemeRecord("abroad", "foreign")),
    concepts=(
        ConceptRecord("home", "women", labels=(LabelRecord("nb", "preferred", "Kvinner"),)),
        ConceptRecord("abroad", "W"),
    ),
)


def women() -> Concept:
    return queries.concept("home", "women")


def abroad() -> Concept:
    return queries.concept("abroad", "W")


WRITES: dict[str, Callable[[], object]] = {
    "words are taken in": lambda: actions.take_in(replace(WORDS, concepts=(
        ConceptRecord("home", "women", scope=(("nb", "Alle kvinner"),)),))),
    "a term is new": lambda: actions.take_in_term("local-x", "ny", source="x"),
    "a term has a new word": lambda: actions.take_in_term("abroad", "W", "Women", language="en"),
    "a mapping is made": lambda: actions.map_concepts(
        abroad(), "exact", women(), author="x", made_on=DAY),
    "a term is left unmapped": lambda: actions.leave_unmapped(abroad(), "Nothing answers to it."),
    "a term is defined": lambda: actions.define(women(), "nb", "Noe", owner="x", dated=DAY),
}  # fmt: skip
NO_WRITES: dict[str, Callable[[], object]] = {
    "the same words are taken in": lambda: actions.take_in(WORDS),
    "a term is known": lambda: actions.take_in_term("abroad", "W"),
    "our own term has another's word": lambda: actions.take_in_term("home", "women", "Damer"),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_a_write_moves_the_moment(write: Callable[[], object]) -> None:
    actions.take_in(WORDS)
    before = queries.last_written()

    write()

    after = queries.last_written()
    assert before is not None
    assert after is not None
    assert after > before


@pytest.mark.parametrize("ask", NO_WRITES.values(), ids=NO_WRITES)
def test_what_writes_nothing_leaves_the_moment(ask: Callable[[], object]) -> None:
    actions.take_in(WORDS)
    before = queries.last_written()

    ask()

    assert queries.last_written() == before


def test_an_empty_vocabulary_has_no_moment() -> None:
    assert queries.last_written() is None
