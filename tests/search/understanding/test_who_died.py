"""What means that somebody died is read as that, and whom one lives with is somebody close."""

import pytest

from knutepunkt.search.lexicon import Lexicon
from tests.search.understanding.test_whom_and_when import first_themes
from tests.search.whole import Reading


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("faren min sovnet inn", "miste-mor-eller-far"),
        ("kona mi lever ikke lenger", "miste-partneren"),
        ("begravde søsteren min", "miste-sosken"),
        ("tomt etter mamma", "miste-mor-eller-far"),
        ("hvordan leve videre uten samboeren min", "miste-partneren"),
        ("sørger over sønnen min", "miste-et-barn"),
        ("i sorg etter å ha mistet datteren min", "miste-et-barn"),
        ("mannen min døde av kreft", "miste-partneren"),
        ("faren min døde av overdose", "etterlatt-etter-overdose"),
    ],
)
def test_who_died_is_told_in_many_ways(
    meaning_of: Reading, words: Lexicon, text: str, theme: str
) -> None:
    assert first_themes(meaning_of(text), words) == {theme}


@pytest.mark.parametrize("text", ["jeg sovnet ikke i natt", "jeg lever ikke lenger sunt"])
def test_who_sleeps_or_lives_is_not_dead(meaning_of: Reading, words: Lexicon, text: str) -> None:
    assert not any(theme.startswith("miste") for theme in first_themes(meaning_of(text), words))


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("å leve med ein som har demens", "parorende-ved-demens"),
        ("bor med en som drikker", "parorende-til-rus"),
        ("kjenner en med angst", "parorende-til-psykisk-sykdom"),
        ("leve med demens", "demens"),
    ],
)
def test_whom_one_lives_with_is_close(
    meaning_of: Reading, words: Lexicon, text: str, theme: str
) -> None:
    assert first_themes(meaning_of(text), words) == {theme}


@pytest.mark.parametrize(
    ("text", "theme"),
    [("vepsefobi", "fobier"), ("framand i bygda", "ny-pa-stedet")],
)
def test_what_ends_like_a_trouble_is_one_of_it(
    meaning_of: Reading, words: Lexicon, text: str, theme: str
) -> None:
    assert theme in first_themes(meaning_of(text), words)


def test_online_after_an_addiction_tells_how_to_meet(meaning_of: Reading) -> None:
    assert meaning_of("gambling addiction online").formats == ("online",)
    assert meaning_of("gambling online").formats == ()


def test_those_close_to_the_ill_are_helped_by_a_group_for_them_and_the_very_illness(
    meaning_of: Reading, words: Lexicon
) -> None:
    diabetes = meaning_of("diabetes pårørende kveld")
    cancer = meaning_of("kreft pårørende")

    assert first_themes(diabetes, words) >= {"diabetes"}
    assert f"#{words.code['theme', 'kreft']}" in {term.token for term in cancer.needs[0].terms}
    assert cancer.needs[1].said == "pårørende"


def test_childcare_makes_no_trouble_that_of_a_child(meaning_of: Reading, words: Lexicon) -> None:
    assert first_themes(meaning_of("diabetes barnepass"), words) == {"diabetes"}


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("barnetap", "miste-et-barn"),
        ("barnetapsgruppe", "miste-et-barn"),
        ("vennetap", "miste-venn-eller-slektning"),
        ("ektefelletap", "miste-partneren"),
        ("hørselstap", "horsel"),
        ("kjærlighetssorggruppe", "skilsmisse"),  # "Kjærlighet" is no "kjæreste".
    ],
)
def test_a_compound_tells_who_is_lost(
    meaning_of: Reading, words: Lexicon, text: str, theme: str
) -> None:
    assert theme in first_themes(meaning_of(text), words)
