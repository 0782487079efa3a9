"""Days on which a service or a location is closed (``holiday_schedules`` of 1.1)."""

from collections.abc import Iterable
from datetime import date, timedelta

from knutepunkt.collect.formats.hsds.values import Pairs, day_of, line, rows, told
from knutepunkt.collect.opened import RawRecord, Reading

LONGEST = 366
YES = {"true", "1", "yes", "y", "t"}
OWNER = "the feed's owner: give the first and the last day of the closure"


def closed_days(holders: Iterable[RawRecord], rrule: str, reading: Reading) -> tuple[str, ...]:
    """Every closed day as an ISO date; none for what does not recur."""
    if not rrule:
        return ()
    closures = (closure for holder in holders for closure in rows(holder.get("holiday_schedules")))
    days = {day for closure in closures if is_closed(closure, reading)
            for day in days_of(closure, reading)}  # fmt: skip
    return tuple(sorted(days))


def is_closed(closure: RawRecord, reading: Reading) -> bool:
    """Say whether the place is closed, and not only open at other hours."""
    return line(closure.get("closed"), reading).lower() in YES


def days_of(closure: RawRecord, reading: Reading) -> list[str]:
    """The days from the first to the last; none with an issue when they make no short span."""
    first = day_of(closure, "start_date", reading)
    last = day_of(closure, "end_date", reading) or first
    count = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1 if first else 0
    if not 1 <= count <= LONGEST:
        span = f"{first} – {last}"
        reading.issue("start_date", span, "these days are no short closure; left out", OWNER)
        return []
    return [(date.fromisoformat(first) + timedelta(days=number)).isoformat()
            for number in range(count)]  # fmt: skip


def other_hours(holder: RawRecord, reading: Reading) -> Pairs:
    """Holidays with hours of their own, which no recurrence can tell."""
    open_days = [closure for closure in rows(holder.get("holiday_schedules"))
                 if not is_closed(closure, reading)]  # fmt: skip
    value = told(open_days, reading)
    return (("holiday_schedules", value),) if value else ()
