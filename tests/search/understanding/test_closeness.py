"""Whose trouble it is, where somebody close is spoken of."""

from datetime import date

import pytest

from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.understanding.texts import understood
from tests.search.language.known import Nothing
from tests.search.whole import Reading, spellers


def test_an_illness_that_somebody_died_of_is_no_theme_of_its_own(words: Lexicon) -> None:
    meaning = understood(
        "mista mannen min i kreft", words, Nothing(), spellers(words), date(2026, 11, 25)
    )

    codes = [words.code_of(int(term.token[1:])) for term in meaning.needs[0].terms]
    assert codes == ["miste-partneren", "widowed"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("søstera mi døde brått", "miste-sosken"),
        ("eksploderer på ungene for ingenting", "sinne"),
        ("pappa har kreft og jeg er 15", "barn-som-parorende"),
        ("pappa har kreft", "parorende-ved-alvorlig-sykdom"),
        ("pappa har kreft og datteren min er 8 år", "parorende-ved-alvorlig-sykdom"),
        ("fatter'n var full hver helg da vi var små", "voksne-barn-av-alkoholikere"),
        ("mannen min holder på å bli blind", "parorende-ved-alvorlig-sykdom"),
        ("femtenåringen dytter meg", "vold-fra-barn"),
        ("fosterforeldrene", "fosterforeldre"),
        ("bonusmorgruppe", "bonusfamilie"),
    ],
)
def test_themes_are_of_whoever_is_close_and_of_their_time_of_life(
    text: str, code: str, words: Lexicon
) -> None:
    meaning = understood(text, words, Nothing(), spellers(words), date(2026, 11, 25))

    first = max(meaning.needs[0].terms, key=lambda term: term.weight)
    assert words.code_of(int(first.token[1:])) == code


def test_who_is_close_is_told_by_a_word_and_not_by_a_code(meaning_of: Reading) -> None:
    assert "pårørende" in [need.said for need in meaning_of("mannen min drikker").needs]


def test_fear_of_who_drinks_leaves_out_no_theme_of_whose_parent_it_is(
    words: Lexicon, meaning_of: Reading
) -> None:
    terms = meaning_of("moren min drikker og jeg er redd").needs[0].terms

    assert {words.code_of(int(term.token[1:])) for term in terms} == {
        "parorende-til-rus",
        "barn-som-parorende",
        "voksne-barn-av-alkoholikere",
    }
