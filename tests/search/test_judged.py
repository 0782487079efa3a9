"""A fast share of the judged questions: the theme that is read from each is a relevant one.

`make quality` puts all of them to the index and prints how many relevant groups are found.
"""

from datetime import date

import pytest
from bench.judging import SITTINGS, questions
from bench.search_quality import PARTS, without

from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import Meaning
from knutepunkt.search.understanding.texts import understood
from tests.search.language.known import Nothing
from tests.search.whole import spellers

KINDS = ("close", "compound", "english", "everyday", "inflection", "misspelling", "nynorsk")
ENOUGH = 0.9  # Of each kind: how `make quality` is judged, too.


def test_most_questions_of_each_kind_lead_to_a_relevant_theme(words: Lexicon) -> None:
    known = spellers(words)
    shares = {}
    for kind in KINDS:
        rows = [row for sitting in SITTINGS for row in questions(sitting)
                if row[0] == kind and "theme:" in row[2]]  # fmt: skip
        hits = [is_led(understood(text, words, Nothing(), known, date(2026, 1, 1)), facts, words)
                for _, text, facts in rows]  # fmt: skip
        shares[kind] = sum(hits) / len(hits)

    assert {kind: share for kind, share in shares.items() if share < ENOUGH} == {}


def is_led(meaning: Meaning, facts: str, words: Lexicon) -> bool:
    """Whether the best terms of the first need have a relevant theme among them."""
    wanted = {word.removeprefix("theme:") for word in facts.split() if word.startswith("theme:")}
    terms = meaning.needs[0].terms if meaning.needs else ()
    ids = [int(term.token[1:]) for term in terms if term.token[0] == "#"]
    codes = {words.code_of(above) for id_ in ids for above in words.above(id_)}
    return bool(codes & wanted)


@pytest.mark.parametrize("part", PARTS)
def test_each_part_of_the_language_can_be_switched_off_to_show_its_share(part: str) -> None:
    with without(part):
        pass
