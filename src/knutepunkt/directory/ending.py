"""The last day of a meeting, also where its rule itself tells how many times or until when."""

from datetime import date, timedelta
from functools import lru_cache
from itertools import islice

from knutepunkt.collect.rules import days_of, last_day
from knutepunkt.directory.recurrence import ANCHOR, OSLO

FAR = timedelta(days=3660)
MOST_COUNTED = 1000


@lru_cache(maxsize=5_000)
def last_of(rrule: str, first_on: date | None, last_on: date | None) -> date | None:
    """The last day of a rule; None for one that goes on, or counts for more than ten years.

    >>> last_of("FREQ=WEEKLY;COUNT=6;BYDAY=TH", date(2026, 8, 27), None)
    datetime.date(2026, 10, 1)
    """
    parts = dict(part.split("=", 1) for part in rrule.upper().split(";") if "=" in part)
    ends = [last_on] if last_on else []
    if until := parts.get("UNTIL"):
        ends.append(last_day(until, OSLO))
    if (times := int(parts.get("COUNT", 0))) and times <= MOST_COUNTED:
        first = first_on or ANCHOR
        counted = list(islice(days_of(rrule, first, first, first + FAR), times))
        ends += counted[times - 1 :]
    return min(ends, default=None)
