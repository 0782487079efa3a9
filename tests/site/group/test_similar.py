"""Which other groups a page offers: those one can come to, before those nobody answers for."""

import re

import msgspec
from django.test import Client

from tests.site.made import GRIEF, TUESDAYS, draft, record, taken_in

FAR = msgspec.structs.replace(
    TUESDAYS, place=msgspec.structs.replace(TUESDAYS.place, latitude=63.44, longitude=10.42)
)
TODAY = "2026-11-20"


def similar(seeker: Client, uid: object) -> list[str]:
    shown = seeker.get(f"/gruppe/{uid}").content.decode()
    return re.findall(r'<a href="/gruppe/[^>]*>([^<]*)', shown[shown.index('id="similar"') :])


def test_a_confirmed_one_stands_before_a_nearer_that_nobody_has_confirmed(seeker: Client) -> None:
    own, *_ = taken_in(
        record(draft("Denne", terms=[GRIEF])),
        record(draft("Nær", terms=[GRIEF])),
        record(draft("Bekreftet", terms=[GRIEF]), FAR, confirmed_on=TODAY),
    )

    assert similar(seeker, own.uid) == ["Bekreftet", "Nær"]


def test_one_with_room_stands_before_a_nearer_with_a_waiting_list(seeker: Client) -> None:
    own, *_ = taken_in(
        record(draft("Denne", terms=[GRIEF])),
        record(draft("Ventende", terms=[GRIEF], state="waiting-list")),
        record(draft("Åpen", terms=[GRIEF]), FAR),
    )

    assert similar(seeker, own.uid) == ["Åpen", "Ventende"]


def test_what_takes_nobody_in_is_not_offered_however_much_of_it_is_near(seeker: Client) -> None:
    shut = ("ended", "full", "paused", "closed")
    own, *_ = taken_in(
        record(draft("Denne", terms=[GRIEF])),
        *(record(draft(f"{state} {n}", terms=[GRIEF], state=state))
          for n in range(4) for state in shut),
        record(draft("Åpen", terms=[GRIEF]), FAR),
    )  # fmt: skip

    assert similar(seeker, own.uid) == ["Åpen"]


def test_of_equals_the_nearest_stands_first(seeker: Client) -> None:
    own, *_ = taken_in(
        record(draft("Denne", terms=[GRIEF])),
        record(draft("Fjern", terms=[GRIEF]), FAR),
        record(draft("Nær", terms=[GRIEF])),
    )

    assert similar(seeker, own.uid) == ["Nær", "Fjern"]
