"""When a row's group meets: columns and free text put together into rhythms."""

from dataclasses import dataclass, replace
from datetime import date

from knutepunkt.collect.clean.schedules import Rhythm, rhythms
from knutepunkt.collect.clean.times import clock, duration, minutes_between
from knutepunkt.collect.clean.weekdays import CODES
from knutepunkt.collect.formats.table.days import dates_of
from knutepunkt.collect.formats.table.row import Row

UNCLEAR = "when they meet could not be understood; the words were kept as a note"
TIME_OWNER = "the feed's owner: write times as HH:MM"
DAY_OWNER = (
    "the feed's owner: write days such as “Monday”, “every other Monday” or “first Monday of the "
    "month”; you: or say under [values] of the mapping file what the words mean"
)
BEGIN_OWNER = "the feed's owner: give the date of one meeting, so that the weeks can be counted"


@dataclass(frozen=True, slots=True)
class When:
    """The rhythms of a row, the dates it names, and the words that could not be understood."""

    rhythms: tuple[Rhythm, ...]
    dates: tuple[str, ...]
    kept: tuple[str, ...]
    is_clear: bool


def when_of(row: Row) -> When:
    """When the group meets, by the row's columns."""
    dates = dates_of(row, "date")
    found, kept, is_clear = rhythms_told(row, dates or dates_of(row, "season_start"))
    start, minutes, unclear = times_told(row)
    timed = tuple(
        replace(
            one,
            start=start or one.start,
            minutes=length(row, start or one.start) or minutes or one.minutes,
        )
        for one in found or (Rhythm(),)
    )
    check_beginning(row, timed, dates)
    return When(tuple(dict.fromkeys(timed)), dates, (*kept, *unclear), is_clear)


def rhythms_told(
    row: Row, dates: tuple[str, ...]
) -> tuple[tuple[Rhythm, ...], tuple[str, ...], bool]:
    """The days, from the columns on days or the free text; the words kept; whether it was clear.

    "By agreement" beside fixed days stays a note.
    """
    weekday, schedule = row.one("weekday"), schedule_of_days(row)
    every = counted(row.one("every"))
    if every and not weekday and not schedule and dates:
        weekday = CODES[date.fromisoformat(dates[0]).weekday()]
    text = f"{every} {weekday or schedule}".strip()
    kept = (schedule,) if weekday and schedule else ()
    try:
        found = rhythms(text)
    except ValueError:
        row.issue("schedule", text, UNCLEAR, DAY_OWNER)
        return (), (text, *kept), False
    fixed = tuple(one for one in found if not one.is_agreed)
    return (fixed, (text, *kept), True) if fixed and fixed != found else (found, kept, True)


def schedule_of_days(row: Row) -> str:
    """The whole schedule; "" where it only tells the hours beside a column of days."""
    return "" if hours_only(row) else row.one("schedule")


def hours_only(row: Row) -> str:
    """The schedule where it tells hours and no days, and another column tells the days."""
    text = row.one("schedule")
    if not text or not row.one("weekday") or row.one("time"):
        return ""
    try:
        found = rhythms(text)
    except ValueError:
        return ""
    is_hours = len(found) == 1 and found[0].start and not found[0].rrule and not found[0].is_agreed
    return text if is_hours else ""


def counted(every: str) -> str:
    """The words for a bare number: 2 is every two weeks."""
    if every.isdigit() and len(every) < 3:
        return f"every {int(every)} weeks" if int(every) > 1 else ""
    return every


def times_told(row: Row) -> tuple[str, int | None, tuple[str, ...]]:
    """Start, minutes, and a text on times that could not be understood."""
    text = row.one("time") or hours_only(row)
    if not text:
        return "", None, ()
    try:
        return clock(text), None, ()
    except ValueError:
        pass
    try:
        found = rhythms(text)
    except ValueError:
        found = ()
    if len(found) == 1 and not found[0].rrule and found[0].start:
        return found[0].start, found[0].minutes, ()
    if not (found and found[0].is_agreed):
        row.issue("time", text, "this is no time of day; it was kept as a note", TIME_OWNER)
    return "", None, (text,)


def length(row: Row, start: str) -> int | None:
    """Minutes, from the column on duration or the end time; None when neither is told."""
    if text := row.one("minutes"):
        try:
            return duration(text)
        except ValueError:
            row.issue("minutes", text, "this is no duration; it was left out",
                              "the feed's owner: write minutes as a number")  # fmt: skip
    text = row.one("end_time")
    try:
        return minutes_between(start, clock(text)) if text and start else None
    except ValueError:
        row.issue("end_time", text, "this is no time of day; it was left out", TIME_OWNER)
        return None


def check_beginning(row: Row, found: tuple[Rhythm, ...], dates: tuple[str, ...]) -> None:
    """Tell when weeks are counted but nothing says from when."""
    is_counted = any("INTERVAL=" in one.rrule for one in found)
    if is_counted and not dates and not row.pairs("season_start"):
        row.issue("every", row.one("every") or row.one("schedule") or row.one("weekday"),
                          "nothing says which weeks these are", BEGIN_OWNER)  # fmt: skip
