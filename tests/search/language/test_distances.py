"""How far somebody will go, said in words, beside whatever else a question holds."""

import pytest

from knutepunkt.search.language.distances import distance_in, said_plainly


@pytest.mark.parametrize(
    ("text", "kilometres", "words"),
    [
        ("innen 25 km fra moss", 25, 3),
        ("sorg maks 30km fra hamar", 30, 2),
        ("angst mindre enn en mil fra lillehammer", 10, 4),
        ("within 10 miles of bergen", 16, 3),
        ("sorg i en radius på 30 km fra voss", 30, 6),
        ("i gåavstand til torshov", 3, 2),
        ("et par mil unna bodø", 20, 4),
        ("hamar 30 kilometer", 30, 2),
    ],
)
def test_a_distance_is_read_with_its_small_words(text: str, kilometres: float, words: int) -> None:
    told, where = distance_in(text.split())

    assert told == pytest.approx(kilometres)
    assert len(where) == words


@pytest.mark.parametrize(
    "text", ["gått ned 30 kilo", "18 30 år", "fem milde måneder", "to barn", "familie", "en kveld"]
)
def test_what_is_no_distance_is_none(text: str) -> None:
    assert distance_in(text.split()) == (None, range(0))


@pytest.mark.parametrize("text", ["angst ikke i oslo", "ikke 20 km", "innen 20 km fra oslo"])
def test_only_a_bound_is_said_otherwise(text: str) -> None:
    assert said_plainly(text.split()) == text.split()
