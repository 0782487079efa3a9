"""Whose trouble it is, where somebody close is spoken of."""

from datetime import date

import pytest

from knutepunkt.search.correcting import spellers
from knutepunkt.search.lexicon import Lexicon, lexicon
from knutepunkt.search.understanding import understood
from knutepunkt.vocabulary import actions
from tests.search.language.known import Nothing


@pytest.fixture
def words(db: None) -> Lexicon:
    del db
    actions.load()
    return lexicon()


def test_an_illness_that_somebody_died_of_is_no_theme_of_its_own(words: Lexicon) -> None:
    meaning = understood(
        "mista mannen min i kreft", words, Nothing(), spellers(words), date(2026, 11, 25)
    )

    codes = [words.code_of(int(term.token[1:])) for term in meaning.needs[0].terms]
    assert codes == ["miste-partneren", "widowed"]
