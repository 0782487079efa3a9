"""Times of day and weekdays in the forms that programs give them."""

import pytest

from knutepunkt.collect.clean.times import clock, start_and_end
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


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("18:00-19:30", ("18:00", "19:30")), ("kl. 18 til 19", ("18:00", "19:00")),
        ("6-7 PM", ("18:00", "19:00")), ("11–1 pm", ("11:00", "13:00")),
        ("10:30 PM - 12 AM", ("22:30", "00:00")), ("noon - 1pm", ("12:00", "13:00")),
        ("19.30", ("19:30", "")), ("2026-01-05T19:00", ("19:00", "")),
    ],
)  # fmt: skip
def test_range_gives_start_and_end(text: str, both: tuple[str, str]) -> None:
    assert start_and_end(text) == both


@pytest.mark.parametrize("text", ["-", "18-", "18:00-late", "a-b", "pm-pm", "12-30"])
def test_range_without_two_times_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - only that it is refused
        start_and_end(text)
