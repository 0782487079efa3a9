"""Questions that ask for several things at once, with all our vocabulary."""

from datetime import date

import pytest

from knutepunkt.search import queries
from knutepunkt.search.answering.loosening import COUNTY, restricts, without
from knutepunkt.search.lexicon import Lexicon, lexicon
from knutepunkt.search.meaning import Meaning
from knutepunkt.search.queries import found
from knutepunkt.search.query import Query
from knutepunkt.search.understanding.correcting import spellers
from knutepunkt.search.understanding.texts import understood
from knutepunkt.vocabulary import actions
from tests.people import LEVANGER, ONLINE, VADSO, known, record
from tests.search.language.known import Nothing
from tests.search.test_queries import meeting_at


@pytest.fixture
def words() -> Lexicon:
    actions.load()
    queries.lexicon_of.cache_clear()
    return lexicon()


def meaning_of(text: str, words: Lexicon) -> Meaning:
    return understood(text, words, Nothing(), spellers(words), date(2026, 11, 25))


def test_me_is_an_illness_where_somebody_has_it(words: Lexicon) -> None:
    illness = words.code["theme", "me"]
    named = ["jeg har me", "ungdom med me", "eg har hatt me i ti år", "har me og er sliten"]
    others = ["no har me prøvd alt", "kva har me å gjere", "hjelp me", "snakke med me"]

    assert [illness in meaning_of(text, words).concepts for text in named] == [True] * 4
    assert [illness in meaning_of(text, words).concepts for text in others] == [False] * 4


def test_a_month_is_no_illness_unless_it_is_written_as_one(words: Lexicon) -> None:
    illness = words.code["theme", "als-og-muskelsykdom"]

    assert illness not in meaning_of("angst 1. tirsdag i mnd", words).concepts
    assert illness in meaning_of("gruppe for MND", words).concepts


@pytest.mark.parametrize(
    ("text", "tongue"),
    [("somaliske kvinner", "so"), ("ukrainske mødre", "uk"), ("samiskspråklig ungdom", "se")],
)
def test_people_of_a_language_are_helped_by_whoever_speaks_it(
    text: str, tongue: str, words: Lexicon
) -> None:
    (need,) = meaning_of(text, words).needs[:1]

    assert f"#{words.code['language', tongue]}" in [term.token for term in need.terms]


def test_a_place_or_online_is_either_and_the_place_comes_first(words: Lexicon) -> None:
    del words
    alcohol = (("theme", "alkohol"),)
    known(
        record("1", "På nett", ONLINE, terms=alcohol),
        record("2", "I midten", meeting_at(LEVANGER), terms=alcohol),
        record("3", "I nord", meeting_at(VADSO), terms=alcohol),
    )

    def names(text: str) -> list[str]:
        return [hit.item["name"] for hit in found(Query(text)).hits]

    assert names("alkohol Levanger eller på nett") == ["I midten", "På nett", "I nord"]
    assert names("alkohol digitalt eller i Bodø")[0] == "På nett"


def test_a_district_beside_a_town_is_its_own_municipalities(words: Lexicon) -> None:
    meaning = meaning_of("sorg på Follo", words)

    assert meaning.areas == ("3207", "3212", "3214", "3216", "3218", "3220")
    assert restricts(meaning, COUNTY)
    assert without(meaning, (COUNTY,)).areas == ("32",)
    assert not restricts(meaning_of("sorg Oslo eller Bergen", words), COUNTY)
