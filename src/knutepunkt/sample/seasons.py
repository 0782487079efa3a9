"""The school year the sample lives in: its seasons and the weeks nobody meets.

The one thing to move when the sample grows old is ``YEAR``: with it every date moves, so a node
that loads the sample anew gets every group changed.
"""

from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter

YEAR = 2026
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WEEK = timedelta(days=7)
AUTUMN = (date(YEAR, 8, 24), date(YEAR, 12, 13))
SPRING = (date(YEAR + 1, 1, 11), date(YEAR + 1, 6, 13))
WHOLE = (AUTUMN[0], SPRING[1])
SAID = (date(YEAR - 2, 5, 1), date(YEAR, 11, 1))


def on_or_after(first: date, day: str) -> date:
    """The first such weekday from a date on."""
    return first + timedelta(days=(DAYS.index(day) - first.weekday()) % 7)


@cache
def begins(season: tuple[date, date], day: str) -> str:
    """The season's first such weekday."""
    return on_or_after(season[0], day).isoformat()


@cache
def ends(season: tuple[date, date]) -> str:
    """The season's last day."""
    return season[1].isoformat()


@cache
def off(day: str) -> tuple[str, ...]:
    """Such weekdays around Christmas and in the week before and after Easter Sunday."""
    christmas = date(YEAR, 12, 21)
    sunday = easter(YEAR + 1)
    weeks = (christmas, christmas + WEEK, sunday - timedelta(days=6), sunday + timedelta(days=1))
    return tuple(on_or_after(monday, day).isoformat() for monday in weeks)


@cache
def day_after(first: date, count: int) -> str:
    """The date a number of days later."""
    return (first + timedelta(days=count)).isoformat()
