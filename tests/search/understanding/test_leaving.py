"""What a text leaves out within its theme, of places and languages, and of plain words."""

from datetime import date

import pytest

from knutepunkt.search.answering.asks import ask_of
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import Meaning
from knutepunkt.search.query import Query
from knutepunkt.search.understanding.correcting import spellers
from knutepunkt.search.understanding.texts import understood
from tests.search.language.known import Nothing

GRIEF, SUICIDE, THOUGHTS, KIN, KIN_OF_DRUGS, DRUGS, ENGLISH, ANXIETY = range(1, 9)
WORDS = Lexicon(
    names={
        GRIEF: {"nb": "Sorg"},
        SUICIDE: {"nb": "Etterlatt etter selvmord"},
        THOUGHTS: {"nb": "Selvmordstanker"},
        KIN: {"nb": "Pårørende"},
        KIN_OF_DRUGS: {"nb": "Nær en som ruser seg"},
        DRUGS: {"nb": "Rus"},
        ANXIETY: {"nb": "Angst"},
    },
    scheme={**dict.fromkeys(range(1, 9), "theme"), ENGLISH: "language"},
    code={
        ("theme", "tap-og-sorg"): GRIEF,
        ("theme", "etterlatt-etter-selvmord"): SUICIDE,
        ("theme", "selvmordstanker"): THOUGHTS,
        ("theme", "parorende"): KIN,
        ("theme", "parorende-til-rus"): KIN_OF_DRUGS,
        ("theme", "avhengighet"): DRUGS,
        ("language", "en"): ENGLISH,
        ("theme", "angst"): ANXIETY,
    },
    broader={SUICIDE: GRIEF, KIN_OF_DRUGS: KIN},
    told=[
        (GRIEF, "nb", "sorg", False),
        (THOUGHTS, "nb", "selvmord", False),
        (KIN, "nb", "pårørende", False),
        (DRUGS, "nb", "rus", False),
        (ENGLISH, "nb", "engelsk", False),
        (DRUGS, "nb", "engelsk", True),
        (ANXIETY, "nb", "angst", False),
    ],
)
SPELLERS = spellers(WORDS)


class Dogs(Nothing):
    """An index where some groups tell of a dog."""

    def count(self, token: str) -> int:
        return int(token == "hund")


def meaning_of(text: str) -> Meaning:
    return understood(text, WORDS, Dogs(), SPELLERS, date(2026, 11, 25))


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("sorg, ikke selvmord", (SUICIDE,)),
        ("sorg bortsett fra selvmord", (THOUGHTS, SUICIDE)),
        ("pårørende, men ikke til rus", (DRUGS, KIN_OF_DRUGS)),
        ("angst, ikke på engelsk", (ENGLISH,)),
        ("snakker ikke engelsk, angst", ()),
    ],
)
def test_what_is_left_out_is_looked_for_within_the_theme_that_stands(
    text: str, left_out: tuple[int, ...]
) -> None:
    found = [id_ for one in meaning_of(text).left_out for id_ in one.concepts]

    assert tuple(found) == left_out


@pytest.mark.parametrize(
    ("text", "place", "away"),
    [
        ("angst, ikke i Oslo", "", ("0301",)),
        ("angst ikke i Oslo eller i Bergen", "", ("0301", "4601")),
        ("angst i Bergen, ikke i Oslo", "Bergen", ("0301",)),
        ("ikke i Oslo, Bergen angst", "Bergen", ("0301",)),
        ("angst men ikke i Troms", "", ("55",)),
        ("jeg er ikke fra Oslo, angst", "Oslo", ()),
        ("angst i Oslo, ikke mandag", "Oslo", ()),
    ],
)
def test_a_place_that_is_left_out_is_nowhere_to_be_near(
    text: str, place: str, away: tuple[str, ...]
) -> None:
    meaning = meaning_of(text)

    assert (meaning.spot.name if meaning.spot else "") == place
    assert tuple(code for one in meaning.left_out for code in one.areas) == away


def test_a_place_that_is_left_out_is_told_by_its_name_and_taken_in_by_its_words() -> None:
    (left_out,) = meaning_of("angst men ikke i oslo").left_out

    assert (left_out.said, sorted(left_out.words)) == ("Oslo", [1, 2, 3, 4])


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("angst, ikke med hund", ("hund",)),
        ("angst bortsett fra hund", ("hund",)),
        ("angst uten hund", ()),
        ("angst, ikke med sag", ()),
        ("spiller ikke med hund", ()),
    ],
)
def test_a_plain_word_is_left_out_where_some_group_says_it(
    text: str, tokens: tuple[str, ...]
) -> None:
    found = [token for one in meaning_of(text).left_out for token in one.tokens]

    assert tuple(found) == tokens


def test_the_index_is_asked_for_groups_without_the_words_and_meetings_elsewhere() -> None:
    ask = ask_of(Query(), meaning_of("angst, ikke med hund, ikke i Oslo"), WORDS)

    assert (ask.left_out, ask.away) == (("hund",), ("municipality:0301",))


def test_a_language_after_in_is_what_a_group_should_speak() -> None:
    needs = meaning_of("angst på engelsk").needs

    assert [need.terms[0].token for need in needs] == [f"#{ANXIETY}", f"#{ENGLISH}"]
