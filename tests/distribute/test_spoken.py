import msgspec
import pytest

from knutepunkt.distribute.spoken import last_day, unsaid
from tests.distribute.made import TUESDAYS

THURSDAYS = "FREQ=WEEKLY;BYDAY=MO,TH"


# Counted by hand on a calendar of January and February 2027: the 4th is a Monday.
@pytest.mark.parametrize(
    ("rrule", "told"),
    [
        (f"{THURSDAYS};COUNT=8", "2027-01-28"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=3", "2027-02-01"),
        ("FREQ=MONTHLY;BYDAY=1MO;COUNT=2", "2027-02-01"),
        ("FREQ=DAILY;COUNT=3", "2027-01-06"),
        (f"{THURSDAYS};UNTIL=20270131T233000Z", "2027-02-01"),
        (THURSDAYS, ""),
    ],
)
def test_the_last_day_of_a_rule_that_ends(rrule: str, told: str) -> None:
    meeting = msgspec.structs.replace(TUESDAYS, rrule=rrule, first_on="2027-01-04")

    assert last_day(meeting) == told


def test_the_end_that_comes_first_counts() -> None:
    meeting = msgspec.structs.replace(
        TUESDAYS, rrule=f"{THURSDAYS};COUNT=8", first_on="2027-01-04", last_on="2027-01-20"
    )

    assert unsaid(meeting) == "2027-01-04–2027-01-20"
