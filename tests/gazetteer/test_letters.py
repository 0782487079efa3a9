import pytest
from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.gazetteer.letters import folded, plain, spelled


def test_words_are_parted_by_one_space():
    assert plain("  NORD-FRON ") == "nord fron"


@pytest.mark.parametrize("text", ["Ålesund", "Aalesund", "Alesund", "A\u030aLESUND"])
def test_ways_to_write_a_letter_share_a_key(text: str):
    assert folded(text) == "alesund"


@pytest.mark.parametrize(
    ("text", "key"),
    [("Čáhcesuolu", "cahcesuolu"), ("Porsáŋgu", "porsangu"), ("Sážžá", "sazza")],
)
def test_sami_letters_lose_their_marks(text: str, key: str):
    assert folded(text) == key


@pytest.mark.parametrize("text", ["Tromsö", "Tromsoe", "Tromsø"])
def test_letters_of_the_neighbours_are_spelled_in_norwegian(text: str):
    assert spelled(text) == "tromsø"


@given(st.text())
def test_the_key_does_not_depend_on_case(text: str):
    assert folded(text.casefold()) == folded(text)
