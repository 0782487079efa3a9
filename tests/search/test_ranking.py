"""What never counts in the order of results, and how equals stand."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from knutepunkt.search.queries import found
from knutepunkt.search.query import Query, Sort
from tests.people import TUESDAYS, known, record

ALCOHOL = (("theme", "alkohol"),)
HERE = (63.7464, 11.2996)
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


def test_neither_size_nor_method_nor_money_nor_who_stands_behind_counts() -> None:
    often = [msgspec.structs.replace(TUESDAYS, start=f"{hour:02}:00") for hour in range(9, 21)]
    plain = record("1", "Fyrlykta", terms=ALCOHOL)
    paid = msgspec.structs.replace(
        plain, key="5", group=msgspec.structs.replace(plain.group, name="Havbrisen", fee="500 kr")
    )
    known(
        plain,
        record("2", "Nattlyset", terms=ALCOHOL, organisation="Det store forbundet"),
        record("3", "Solsiden", *often, terms=ALCOHOL),
        record("4", "Elvebredden", terms=(*ALCOHOL, ("working-form", "twelve-step")),
               words="Vi er mange og har holdt på i førti år."),
        paid,
    )  # fmt: skip

    hits = found(Query("alkohol"), has_reasons=True).hits

    assert len(hits) == 5
    assert len({hit.reasons.all for hit in hits}) == 1


def test_equals_take_turns_from_day_to_day_and_hold_their_order_through_one() -> None:
    known(*(record(str(number), f"Gruppe {number}", terms=ALCOHOL) for number in range(6)))

    def order(now: datetime) -> tuple[str, ...]:
        return tuple(hit.item["name"] for hit in found(Query("alkohol", now=now)).hits)

    days = [order(NOON + timedelta(days=day)) for day in range(20)]

    assert len({names[0] for names in days}) > 3
    assert order(NOON) == order(NOON + timedelta(hours=6))


def test_their_turn_ends_at_midnight_in_norway() -> None:
    known(*(record(str(number), f"Gruppe {number}", terms=ALCOHOL) for number in range(6)))

    def order(now: datetime) -> tuple[str, ...]:
        return tuple(hit.item["name"] for hit in found(Query("alkohol", now=now)).hits)

    summer = datetime(2026, 7, 15, 12, tzinfo=UTC)
    assert order(NOON) == order(NOON.replace(hour=22, minute=59))
    assert order(NOON) == order(NOON.replace(day=24, hour=23, minute=0))
    assert order(summer) == order(summer.replace(day=14, hour=22, minute=0))
    assert len({order(NOON + timedelta(days=day)) for day in range(6)}) > 1


def test_of_groups_equally_far_away_open_and_confirmed_ones_come_first() -> None:
    full = msgspec.structs.replace(record("1", "Full", terms=ALCOHOL))
    full = msgspec.structs.replace(
        full, group=msgspec.structs.replace(full.group, state="full"), confirmed_on="2026-11-20"
    )
    said = msgspec.structs.replace(record("3", "Bekreftet", terms=ALCOHOL),
                                   confirmed_on="2026-11-20")  # fmt: skip
    known(full, record("2", "Ubekreftet", terms=ALCOHOL), said)

    for day in range(6):
        now = NOON + timedelta(days=day)
        near = Query("alkohol", point=(63.7, 11.3), now=now)
        soonest = Query("alkohol", sort="next-meeting", now=now)
        for query in (near, soonest):
            names = [hit.item["name"] for hit in found(query).hits]
            assert names == ["Bekreftet", "Ubekreftet", "Full"]


@pytest.mark.parametrize("sort", ["distance", "next-meeting"])
def test_what_is_only_near_in_theme_comes_after_what_was_asked_for_on_every_page(
    sort: Sort,
) -> None:
    here = msgspec.structs.replace(TUESDAYS, rrule="FREQ=WEEKLY;BYDAY=WE", start="13:00")
    far = msgspec.structs.replace(
        TUESDAYS, place=msgspec.structs.replace(TUESDAYS.place, latitude=59.91, longitude=10.75)
    )
    known(
        record("1", "Her", here, terms=(("theme", "avhengighet"),)),
        record("2", "Der", far, terms=ALCOHOL),
    )
    query = Query("alkohol", point=HERE, sort=sort, limit=1, now=NOON)

    first = found(query)
    second = found(msgspec.structs.replace(query, cursor=first.cursor))

    assert [hit.item["name"] for page in (first, second) for hit in page.hits] == ["Der", "Her"]
    assert second.cursor == ""
