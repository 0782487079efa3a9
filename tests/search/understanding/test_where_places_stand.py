"""A place is found where a place stands, though its name is another word or a letter off."""

import pytest

from tests.search.whole import Reading


@pytest.mark.parametrize(
    ("text", "municipality"),
    [
        ("halden", "3101"),
        ("rana", "1833"),
        ("grupper i ski", "3207"),
        ("grupper på sola", "1124"),
        ("sorggruppe gran", "3446"),
        ("angst halden tirsdag", "3101"),
        ("jeg bor i time og er ensom", "1121"),
        ("sorggruppe i fagerens", "3451"),
        ("angst kirkeens", "5605"),
        ("tynseet", "3427"),
    ],
)
def test_a_name_that_is_another_word_too_is_a_place(
    text: str, municipality: str, meaning_of: Reading
) -> None:
    spot = meaning_of(text).spot

    assert spot is not None
    assert spot.municipality == municipality


@pytest.mark.parametrize(
    "text",
    [
        "savner sola",
        "går på ski",
        "slutte med røyken",
        "ble rana",
        "lengter heim",
        "tro",
        "i dagane",
    ],
)
def test_a_word_is_no_place_elsewhere(text: str, meaning_of: Reading) -> None:
    assert meaning_of(text).spot is None


@pytest.mark.parametrize(
    "text",
    ["jeg bor i Svolvær, er det noe her", "bosatt på Leknes", "living in Bodø", "eg bur på Voss"],
)
def test_where_somebody_lives_is_nothing_else(text: str, meaning_of: Reading) -> None:
    meaning = meaning_of(text)

    assert meaning.spot is not None
    assert meaning.needs == ()


def test_who_lives_alone_somewhere_is_alone(meaning_of: Reading) -> None:
    assert meaning_of("bor alene i Oslo").concepts == meaning_of("bor alene").concepts


def test_a_word_of_a_name_of_several_is_no_slip(meaning_of: Reading) -> None:
    assert meaning_of("Jan Mayen").corrected == ()
