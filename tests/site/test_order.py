import re

import msgspec
from django.test import Client

from tests.site.made import TUESDAYS, draft, record, taken_in

ORDERS = re.compile(r'<select name="sort".*?</select>', re.DOTALL)
CHOICE = re.compile(r'<option value="([^"]*)"( selected)?>([^<]*)')


def asked(seeker: Client, **said: str) -> str:
    return seeker.post("/sok", said, follow=True).content.decode()


def found(shown: str) -> list[str]:
    return re.findall(r'<a href="/gruppe/[^>]*>([^<]*)', shown)


def offered(shown: str) -> list[tuple[str, str]]:
    return [(value, told) for value, _, told in CHOICE.findall(ORDERS.search(shown)[0])]


def chosen(shown: str) -> str:
    found = CHOICE.findall(ORDERS.search(shown)[0])
    return next((told for _, selected, told in found if selected), found[0][2])


def test_near_a_place_the_order_is_told_to_be_by_distance(seeker: Client) -> None:
    taken_in(record())

    assert chosen(asked(seeker, text="sorg", place="Trondheim")) == "Nærmest først"


def test_away_from_a_place_the_order_is_told_to_be_what_fits_best(seeker: Client) -> None:
    taken_in(record())

    shown = asked(seeker, text="sorg")

    assert chosen(shown) == "Det som passer best"
    assert [value for value, _ in offered(shown)] == ["", "next-meeting", "name"]


def test_what_fits_best_can_come_first_near_a_place(seeker: Client) -> None:
    nearer = msgspec.structs.replace(TUESDAYS.place, latitude=63.4301, longitude=10.3901)
    taken_in(
        record(draft("Pausegruppa for sorg", state="paused"),
               msgspec.structs.replace(TUESDAYS, place=nearer)),
        record(draft("Sorggruppa")),
    )  # fmt: skip
    near = {"text": "sorg", "place": "63.4301, 10.3901"}
    by = {told: value for value, told in offered(asked(seeker, **near))}

    orders = [
        found(asked(seeker, **near, sort=by[told]))
        for told in ("Nærmest først", "Det som passer best")
    ]

    assert orders == [
        ["Pausegruppa for sorg", "Sorggruppa"],
        ["Sorggruppa", "Pausegruppa for sorg"],
    ]
