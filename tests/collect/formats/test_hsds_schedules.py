"""HSDS schedules: source rows and the meetings they become."""

import json
from pathlib import Path
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.collect.formats.hsds import FORMAT
from knutepunkt.collect.opened import Options, Reading

SPEC = json.loads((Path(__file__).parent / "samples" / "hsds" / "schedules.json").read_text())


def service(*schedules: object) -> dict[str, object]:
    return {"service": {"id": "s", "name": "Lykta", "schedules": list(schedules)}}


@pytest.mark.parametrize("row", SPEC, ids=[row["says"] for row in SPEC])
def test_spec(row: dict[str, Any]) -> None:
    reading = Reading(Options())

    meeting = FORMAT.read(service({"id": "c"} | row["source"]), reading).meetings[0]

    assert {name: getattr(meeting, name) for name in row["draft"]} == row["draft"]
    assert [issue.field for issue in reading.issues] == row.get("issues", [])


def test_schedule_told_twice_is_read_once() -> None:
    schedule = {"id": "c", "freq": "WEEKLY", "byday": "MO"}

    draft = FORMAT.read(service(schedule, schedule), Reading(Options()))

    assert [meeting.key for meeting in draft.meetings] == ["c"]


def test_schedules_without_ids_are_parted_by_what_they_say() -> None:
    draft = FORMAT.read(
        service({"byday": "MO", "opens_at": "10:00"}, {"byday": "TU", "opens_at": "11:00"}),
        Reading(Options()),
    )

    assert [meeting.key for meeting in draft.meetings] == [
        "FREQ=WEEKLY;BYDAY=MO  10:00",
        "FREQ=WEEKLY;BYDAY=TU  11:00",
    ]


NUMBERS = st.integers(-400, 400) | st.sampled_from(["", "1", "2,3", "-1", "x", "1.0", "99999999"])
DATES = st.sampled_from(["", "2026-01-05", "2026-12-31", "0001-01-01", "9999-12-31", "i morgen"])
SCHEDULES = st.fixed_dictionaries(
    {},
    optional={
        "freq": st.sampled_from(["WEEKLY", "monthly", "DAILY", "YEARLY", "SECONDLY", "", "OFTE"]),
        "byday": st.sampled_from(["MO", "MO,TU", "1MO", "-1FR,2TU", "53SU", "MOO", "", "6WE"]),
        "interval": NUMBERS, "count": NUMBERS, "bymonthday": NUMBERS, "byweekno": NUMBERS,
        "byyearday": NUMBERS, "wkst": st.sampled_from(["MO", "SU", "X"]), "weekday": NUMBERS,
        "dtstart": DATES, "until": DATES, "valid_from": DATES,
        "opens_at": st.sampled_from(["10:00", "10:00Z", "25:00", "10:00+99:00", "9", "10.30 PM"]),
        "closes_at": st.text(max_size=8), "timezone": NUMBERS,
    },
)  # fmt: skip


@given(SCHEDULES)
def test_every_rule_is_a_sound_rule(schedule: dict[str, object]) -> None:
    (meeting,) = FORMAT.read(service(schedule), Reading(Options())).meetings

    if meeting.rrule:
        rrulestr(meeting.rrule)
