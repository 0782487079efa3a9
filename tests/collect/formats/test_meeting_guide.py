"""Meeting Guide: what one record says of its times."""

from knutepunkt.collect.formats.meeting_guide import FORMAT
from knutepunkt.collect.opened import Options, Reading

USUAL: dict[str, object] = {"slug": "elva", "name": "Elva", "day": 1, "types": ["O"]}


def when(**fields: object) -> tuple[str, int | None, int]:
    reading = Reading(Options())
    meeting = FORMAT.read(USUAL | fields, reading).meetings[0]
    return meeting.start, meeting.minutes, len(reading.issues)


def test_range_in_the_time_gives_start_and_length() -> None:
    assert when(time="18:00-19:30") == ("18:00", 90, 0)


def test_end_of_its_own_goes_before_that_of_the_range() -> None:
    assert when(time="18:00-19:30", end_time="19:00") == ("18:00", 60, 0)


def test_range_that_is_none_is_left_out_with_an_issue() -> None:
    assert when(time="18:00-late") == ("", None, 1)
