"""What is kept in reserve for a theme of few groups, and of what kind the words beside it are."""

from datetime import date

import pytest
from msgspec.structs import replace

from knutepunkt.search.lexicon import Lexicon, lexicon
from knutepunkt.search.meaning import Need
from knutepunkt.search.queries import found
from knutepunkt.search.query import Query
from knutepunkt.search.understanding.correcting import spellers
from knutepunkt.search.understanding.nearby import next_themes
from knutepunkt.search.understanding.texts import understood
from knutepunkt.vocabulary import actions
from tests.people import LEVANGER, TUESDAYS, VADSO, known, record
from tests.search.language.known import Nothing


@pytest.fixture
def words(db: None) -> Lexicon:
    del db
    actions.load()
    return lexicon()


def needs_of(text: str, words: Lexicon) -> tuple[Need, ...]:
    return understood(text, words, Nothing(), spellers(words), date(2026, 11, 25)).needs


def codes(terms: tuple[tuple[str, int], ...], words: Lexicon) -> list[str]:
    return [words.code_of(int(token[1:])) for token, _ in terms if token[0] == "#"]


def test_next_themes_are_themes_of_the_vocabulary(words: Lexicon) -> None:
    told = {code for theme, others in next_themes().items() for code in (theme, *others)}

    assert {code for code in told if ("theme", code) not in words.code} == set()


def test_themes_that_help_with_much_the_same_come_before_the_theme_above(words: Lexicon) -> None:
    (need,) = needs_of("panikkanfall", words)

    reserve = [code for _, code in sorted((-w, words.code_of(int(t[1:]))) for t, w in need.reserve)]

    assert reserve[:2] == ["angst", "fobier"]
    assert reserve[-2:] == ["psykisk-helse", "parorende-til-psykisk-sykdom"]


def test_those_close_are_not_led_to_groups_for_the_ill(words: Lexicon) -> None:
    (need,) = needs_of("pårørende demens Oslo", words)

    assert codes(need.terms, words) == ["parorende-ved-demens"]
    assert codes(need.reserve, words) == ["parorende"]


@pytest.mark.parametrize(
    ("day", "names"), [("tirsdag", ["Alle", "Rus, i nord"]), ("torsdag", ["Rus, i nord"])]
)
def test_those_close_to_anybody_are_found_at_the_very_place_and_time_alone(
    day: str, names: list[str], words: Lexicon
) -> None:
    del words
    own = (("theme", "parorende-til-rus"),)
    known(
        record("1", "Alle", replace(TUESDAYS, place=LEVANGER), terms=(("theme", "parorende"),)),
        record("2", "Rus, i nord", replace(TUESDAYS, place=VADSO), terms=own),
    )

    answer = found(Query(f"pårørende rus Levanger {day}"))

    assert [hit.item["name"] for hit in answer.hits] == names


def test_the_same_people_come_before_the_theme_above(words: Lexicon) -> None:
    del words
    women, men = ("theme", "kvinnegruppe"), ("target-group", "men")
    known(
        record("1", "Kvinner", replace(TUESDAYS, place=LEVANGER), terms=(women,)),
        record("2", "Menn med angst", replace(TUESDAYS, place=LEVANGER), terms=(men,)),
    )

    answer = found(Query("mannsgruppe Levanger"))

    assert [hit.item["name"] for hit in answer.hits] == ["Menn med angst", "Kvinner"]


def test_what_is_spoken_is_not_met_by_the_theme_beside_it(words: Lexicon) -> None:
    of_theme, spoken = needs_of("ukrainsk samtale flyktning", words)

    assert {"flyktninger"}.isdisjoint(codes(spoken.terms, words))
    assert "flyktninger" in codes(of_theme.terms, words)


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("rullestol og angst", ["angst", "wheelchair"]),
        ("samisk språk og angst", ["angst", "se"]),
        ("gruppe på somali for kvinner", ["so"]),
        ("gruppe på somali om angst", ["angst", "so"]),
        ("me syk", ["me"]),
        ("hjelp me", []),
    ],
)
def test_what_is_needed_is_read_from_the_words_beside(
    text: str, needed: list[str], words: Lexicon
) -> None:
    assert [codes(need.terms, words)[0] for need in needs_of(text, words)] == needed
