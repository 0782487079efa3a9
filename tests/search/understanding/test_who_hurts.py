"""Who is hit is led to others who were, and who hits to others who want to stop."""

import pytest

from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import Meaning
from tests.search.whole import Reading

HITS, HIT_MEN = "bruker-vold-selv", "menn-utsatt-for-vold"


def themes(meaning: Meaning, words: Lexicon) -> set[str]:
    """All themes that will do, however little they weigh."""
    tokens = [term.token for term in meaning.needs[0].terms if term.token[0] == "#"]
    return {words.code_of(int(token[1:])) for token in tokens}


@pytest.mark.parametrize(
    "text",
    [
        "mannen min slår meg",
        "min mann banker meg",
        "mannen min er voldelig",
        "hvor finner jeg hjelp når mannen min er voldelig",
        "eg vert slegen av mannen min",
        "my boyfriend beats me",
    ],
)
def test_who_is_hit_by_a_man_is_led_to_neither_who_hits_nor_men_who_were_hit(
    meaning_of: Reading, words: Lexicon, text: str
) -> None:
    assert themes(meaning_of(text), words) == {"partnervold"}


@pytest.mark.parametrize(
    "text", ["kona mi slår meg", "wife beats me", "samboeren slår meg", "I was beaten by my ex"]
)
def test_men_who_are_hit_are_thought_of(meaning_of: Reading, words: Lexicon, text: str) -> None:
    assert themes(meaning_of(text), words) == {"partnervold", HIT_MEN}


@pytest.mark.parametrize("text", ["jeg slår kona mi", "eg har slått kona mi", "I hit my wife"])
def test_who_hits_is_led_to_nobody_who_was_hit(
    meaning_of: Reading, words: Lexicon, text: str
) -> None:
    assert themes(meaning_of(text), words) == {HITS}


@pytest.mark.parametrize("text", ["sønnen min slår meg", "tenåringen slår meg"])
def test_parents_who_are_hit_are_not_led_to_who_hits(
    meaning_of: Reading, words: Lexicon, text: str
) -> None:
    assert HITS not in themes(meaning_of(text), words)


def test_where_nobody_tells_who_hits_both_will_do(meaning_of: Reading, words: Lexicon) -> None:
    assert {HITS, "partnervold"} <= themes(meaning_of("slår kona"), words)
