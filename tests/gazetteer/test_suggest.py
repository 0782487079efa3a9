import pytest
from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.gazetteer import spots_named, suggestions


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tromsöö", "Tromsø"),
        ("Lillehamer", "Lillehammer"),
        ("Kautokeno", "Kautokeino"),
        ("Drammn", "Drammen"),
        ("Kristiansann", "Kristiansand"),
    ],
)
def test_the_nearest_spelling_is_suggested_first(text: str, name: str):
    assert suggestions(text)[0] == name


def test_no_more_are_suggested_than_asked_for():
    assert len(suggestions("Kristiansann", most=2)) == 2


@pytest.mark.parametrize("text", ["", "xyzq", "12345"])
def test_nothing_is_suggested_for_what_resembles_no_place(text: str):
    assert suggestions(text) == ()


@given(st.text())
def test_every_suggestion_can_be_found(text: str):
    assert all(spots_named(name) for name in suggestions(text))
