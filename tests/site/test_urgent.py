"""Where somebody's life may be in danger, whom to call comes before groups."""

import pytest
from django.http import HttpResponse
from django.test import Client

from knutepunkt.collect.drafts import Term
from tests.site.made import draft, record, taken_in
from tests.site.read import page

NUMBERS = "Trenger du noen å snakke med nå?"
DARK = Term("theme", "selvmordstanker")


def is_first(answer: HttpResponse) -> bool:
    """Say whether the numbers to call stand before groups and the form, and once."""
    told = page(answer).headings
    numbers = [at for at, (_, text) in enumerate(told) if text == NUMBERS]
    assert len(numbers) == 1
    return numbers == [1]


@pytest.mark.parametrize("text", ["selvmord", "jeg vil dø", "kutter meg"])
def test_who_may_be_in_danger_is_told_whom_to_call_first(with_all_words: Client, text: str) -> None:
    taken_in(record(draft("Lyset", terms=[DARK])))

    assert is_first(with_all_words.post("/sok", {"text": text}, follow=True))


def test_so_is_who_finds_no_group(with_all_words: Client) -> None:
    assert is_first(with_all_words.post("/sok", {"text": "selvmord"}, follow=True))


@pytest.mark.parametrize(
    ("address", "is_so"),
    [
        ("/tema/selvmordstanker", True),
        ("/tema/selvskading", True),
        ("/tema/etterlatt-etter-selvmord", False),
        ("/tema/psykisk-helse", False),
    ],
)
def test_so_do_the_pages_of_these_themes(
    with_all_words: Client, address: str, *, is_so: bool
) -> None:
    assert is_first(with_all_words.get(address)) == is_so


@pytest.mark.parametrize("text", ["sorg", "mistet noen i selvmord"])
def test_elsewhere_groups_come_first(with_all_words: Client, text: str) -> None:
    taken_in(record(draft("Lyset", terms=[Term("theme", "tap-og-sorg")])))

    assert not is_first(with_all_words.post("/sok", {"text": text}, follow=True))
