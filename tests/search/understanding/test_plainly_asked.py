"""A question is the same however it is put: politely, without æ, ø and å, half in English."""

import pytest

from tests.search.whole import Reading

THEMES = ("gjeld", "sorg", "å slutte å røyke", "ensomhet", "utmattelse", "vold i nære relasjoner")
FRAMES = (
    "jeg trenger hjelp med {}",
    "eg treng hjelp til {}",
    "Hei, kan jeg få noen råd om {}?",
    "{}, takk for hjelpen!",
    "{}. På forhånd takk. Mvh Kari Nordmann",
    "søker støtte etter {}",
    "gruppe for {}, tusen takk",
)


@pytest.mark.parametrize("frame", FRAMES)
def test_courtesies_ask_for_nothing(frame: str, meaning_of: Reading) -> None:
    wrapped = {theme: meaning_of(frame.format(theme)).concepts for theme in THEMES}

    assert wrapped == {theme: meaning_of(theme).concepts for theme in THEMES}


@pytest.mark.parametrize("text", ["jeg trenger hjelp", "I need help", "noen i samme situasjon"])
def test_who_only_asks_for_help_is_shown_everything(text: str, meaning_of: Reading) -> None:
    assert not meaning_of(text).needs


def test_what_somebody_lacks_is_no_courtesy(meaning_of: Reading) -> None:
    assert meaning_of("får ikke hjelp av nav").concepts


@pytest.mark.parametrize(
    ("bare", "spelled"),
    [
        ("sovnloshet", "søvnløshet"),
        ("rusparorende", "ruspårørende"),
        ("ruspaaroerende", "ruspårørende"),
        ("skilsmal", "skilsmål"),
        ("kan ikke fa barn", "kan ikke få barn"),
        ("kona mi er dod", "kona mi er død"),
        ("horer stemmer som ingen andre horer", "hører stemmer som ingen andre hører"),
        ("klarer ikke a sove", "klarer ikke å sove"),
        ("far ikke sove", "får ikke sove"),
        ("tor ikke snakke foran folk", "tør ikke snakke foran folk"),
        ("har ikke rad til julegaver", "har ikke råd til julegaver"),
        ("far angst av a ga pa jobb", "far angst av å gå på jobb"),
    ],
)
def test_a_keyboard_may_lack_three_letters(bare: str, spelled: str, meaning_of: Reading) -> None:
    assert meaning_of(spelled).concepts
    assert meaning_of(bare).concepts == meaning_of(spelled).concepts


@pytest.mark.parametrize("text", ["narkotika, ikke NA", "a grief group", "Haakon", "rad", "MA"])
def test_words_of_their_own_keep_their_letters(text: str, meaning_of: Reading) -> None:
    assert not any("å" in need.said or "ø" in need.said for need in meaning_of(text).needs)


def test_a_father_is_no_verb(meaning_of: Reading) -> None:
    assert meaning_of("far drikker").concepts == meaning_of("pappa drikker").concepts


@pytest.mark.parametrize("english", ["anxiety", "social phobia", "my mother died"])
def test_english_is_read_among_norwegian_words(english: str, meaning_of: Reading) -> None:
    for frame in ("gruppe om {}", "jeg sliter med {}", "{} samtalegruppe"):
        found = meaning_of(frame.format(english)).concepts
        assert found[:1] == meaning_of(english).concepts[:1]
