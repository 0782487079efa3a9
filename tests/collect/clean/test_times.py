"""Times of day and weekdays in the forms that programs give them."""

import pytest

from knutepunkt.collect.clean.times import clock
from knutepunkt.collect.clean.weekdays import parted


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ("0.75", "18:00"), ("0,75", "18:00"), ("0.5", "12:00"), ("0.7916666666666666", "19:00"),
        ("0.7708333333", "18:30"), ("0.30", "00:30"), ("0.999999999", "00:00"),
    ],
)  # fmt: skip
def test_part_of_a_day_is_a_time_of_day(kept: str, said: str) -> None:
    assert clock(kept) == said


@pytest.mark.parametrize("moment", ["2026-01-05T19:00:00", "2026-01-05 19:00", "2026-01-05t19:00Z"])
def test_moment_gives_its_time_of_day(moment: str) -> None:
    assert clock(moment) == "19:00"


def test_list_of_days_written_as_text_is_parted() -> None:
    assert parted('["1", 3]') == ["1", "3"]
