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


@pytest.mark.parametrize(
    ("text", "words"),
    [("sorg mer enn 20 km fra oslo", 4), ("minst to mil unna moss", 4),
     ("grief over 50 km away", 4),
     ("lenger unna enn 30 km", 5), ("more than 20 km from oslo", 4)],
)  # fmt: skip
def test_who_wants_to_be_far_away_is_not_held_near(text: str, words: int) -> None:
    told, where = distance_in(text.split())

    assert (told, len(where)) == (None, words)


@pytest.mark.parametrize(
    "text", ["ikke mer enn 20 km", "ikke lenger unna enn 20 km", "not more than 20 km"]
)
def test_no_farther_is_a_bound(text: str) -> None:
    assert distance_in(text.split())[0] == 20


@pytest.mark.parametrize("text", ["angst ikke i oslo", "ikke 20 km", "innen 20 km fra oslo"])
def test_only_a_bound_is_said_otherwise(text: str) -> None:
    assert said_plainly(text.split()) == text.split()
