"""What a word that nobody knows is read as, by the words of the vocabulary."""

from datetime import date

import pytest

from knutepunkt.search.language import stem
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import Meaning
from knutepunkt.search.understanding.texts import understood
from tests.search.language.known import Nothing
from tests.search.whole import spellers


def meaning_of(text: str, words: Lexicon) -> Meaning:
    return understood(text, words, Nothing(), spellers(words), date(2026, 11, 25))


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("skillsmissegruppe", "skilsmissegruppe"),
        ("alkoholavhenighet", "alkoholavhengighet"),
        ("deprejsonsgruppe", "depresjonsgruppe"),
    ],
)
def test_a_compound_is_read_by_the_part_that_is_spelled_right(
    text: str, read_as: str, words: Lexicon
) -> None:
    assert meaning_of(text, words).corrected == ((text, read_as),)


@pytest.mark.parametrize(
    ("text", "told"), [("Bærumm", "Bærum"), ("Førdde", "Førde"), ("sorg i Gjøvig", "Gjøvik")]
)
def test_a_place_that_was_meant_is_told_by_its_name(text: str, told: str, words: Lexicon) -> None:
    assert [other for _said, other in meaning_of(text, words).corrected] == [told]


@pytest.mark.parametrize("text", ["sommerferie", "håndballkamp", "fjelltur", "kjellertrapp"])
def test_a_compound_of_plain_words_is_read_as_nothing_else(text: str, words: Lexicon) -> None:
    assert meaning_of(text, words).corrected == ()


def test_a_part_that_says_nothing_takes_no_theme_away(words: Lexicon) -> None:
    group, alone = (meaning_of(text, words).concepts for text in ("ensomhetsgruppe", "ensomhet"))

    assert group == alone


@pytest.mark.parametrize(
    "word",
    ["metodene", "tyrannen", "oppfattes", "samarbeidsprosesser", "tydelig", "uklart", "torbjørn",
     "organizations", "rapidly", "baskisk", "nøklene", "verksemda", "tilnærminger"],
)  # fmt: skip
def test_an_ordinary_word_is_read_as_nothing_else(word: str, words: Lexicon) -> None:
    # Letter by letter they are near "metoo", "tran", "opiates", "proteser", "utydelig" …
    assert meaning_of(word, words).corrected == ()


@pytest.mark.parametrize(
    ("word", "read_as"),
    [("rulestol", "rullestol"), ("selvmort", "selvmord"), ("helsangst", "helseangst")],
)
def test_what_only_happens_to_be_made_of_ordinary_words_is_mended(
    word: str, read_as: str, words: Lexicon
) -> None:
    assert meaning_of(word, words).corrected == ((word, read_as),)


def test_a_very_long_word_leaves_no_parts_in_memory(words: Lexicon) -> None:
    before = stem.cache_info().currsize  # type: ignore[attr-defined]

    meaning_of("abcdefghij" * 190, words)

    assert stem.cache_info().currsize - before < 50  # type: ignore[attr-defined]
