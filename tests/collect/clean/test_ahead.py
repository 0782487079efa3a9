"""What is said to have been is no day to come."""

import pytest

from knutepunkt.collect.clean.ahead import without_days_ahead
from knutepunkt.collect.drafts import RecordDraft
from knutepunkt.collect.opened import Options, Reading


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("", ""),
        ("1900-01-01", "1900-01-01"),
        ("2026-11-28", "2026-11-28"),
        ("2026-11-28T23:59:59+00:00", "2026-11-28T23:59:59+00:00"),
        ("20261128", "20261128"),
        ("2026-11-29", ""),
        ("2099-12-31T23:59:59", ""),
    ],
)
def test_a_day_to_come_is_left_out_and_told(said: str, kept: str) -> None:
    reading = Reading(Options(latest="2026-11-28"))

    found = without_days_ahead(RecordDraft("a", None, said_on=said, confirmed_on=said), reading)

    assert (found.said_on, found.confirmed_on) == (kept, kept)
    fields = [] if said == kept else ["said_on", "confirmed_on"]
    assert [issue.field for issue in reading.issues] == fields


def test_a_confirmation_to_come_is_left_out_and_told() -> None:
    reading = Reading(Options(latest="2026-11-28"))
    was, will_be = ("Kari", "phone", "2026-11-03"), ("Kari", "phone", "2027-11-03")

    found = without_days_ahead(RecordDraft("a", None, confirmations=(was, will_be)), reading)

    assert found.confirmations == (was,)
    assert [issue.field for issue in reading.issues] == ["confirmations"]
