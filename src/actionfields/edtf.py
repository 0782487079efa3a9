"""Dates as precise as the source: the parts of EDTF (ISO 8601-2) that a coder of sources needs.

    2014            a year            2014-05, 2014-05-17   a month, a day
    2014-21..24     a season (21 spring, 22 summer, 23 autumn, 24 winter)
    197X, 19XX      a decade, a century
    2014?  2014~  2014%   uncertain, approximate, both
    1995/1996       from, to          2004/..   open end     ../1994   open start
    2004/           end unknown       /1994     start unknown
    [2012..2014]    one day between the two, it is not known which

Reference: Library of Congress, Extended Date/Time Format (2019): levels 0 and 1, and of
level 2 the choice of one between two.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from actionfields.errors import UnreadableError, quoted

DAY = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<mark>[?~%]?)",
    re.ASCII,
)
OPEN, UNKNOWN = "..", ""
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or a stretch of time as it was written; ``first`` and ``last`` bound what it can mean.

    None stands for an end that is open or unknown.

    >>> moment("197X").first, moment("197X").last
    (datetime.date(1970, 1, 1), datetime.date(1979, 12, 31))
    >>> moment("2014-10-30?").uncertain
    True
    >>> print(moment("2004/..").last)
    None
    """

    written: str
    first: date | None
    last: date | None
    uncertain: bool = False
    approximate: bool = False

    def __str__(self) -> str:
        return self.written

    def may_touch(self, other: "Moment") -> bool:
        """Say whether both can lie at the same time; an open or unknown end reaches for ever."""
        return _before(self.first, other.last) and _before(other.first, self.last)


def moment(written: str) -> Moment:
    """Read a date; raise DateError with what is wrong and what mends it."""
    if written.startswith("[") and written.endswith("]") and ".." in written[2:-2]:
        inner = _stretch(written[1:-1].replace("..", "/", 1))
        return Moment(written, inner.first, inner.last, uncertain=True)
    if "/" in written:
        return _stretch(written)
    return _point(written)


class DateError(UnreadableError, ValueError):
    """A text that is no date in EDTF."""


def _stretch(written: str) -> Moment:
    start, _, end = written.partition("/")
    if not {start, end} - {OPEN, UNKNOWN}:
        raise DateError(f"{quoted(written)} has neither start nor end; leave the cell empty")
    first = None if start in (OPEN, UNKNOWN) else _point(start)
    last = None if end in (OPEN, UNKNOWN) else _point(end)
    known = [one for one in (first, last) if one]
    if first and last and not _before(first.first, last.last):
        raise DateError(f"{quoted(written)} ends before it begins; turn the two dates round")
    return Moment(
        written,
        first.first if first else None,
        last.last if last else None,
        any(one.uncertain for one in known),
        any(one.approximate for one in known),
    )


def _point(written: str) -> Moment:
    match = DAY.fullmatch(written)
    if not match:
        raise DateError(
            f"{quoted(written)} is no date; write a year, 2014-05, 197X, 2014? or 1995/1996"
        )
    mark = match["mark"]
    try:
        first, last = _bounds(match["year"], match["month"], match["day"])
    except ValueError:
        raise DateError(f"{quoted(written)} is no day of the calendar; correct it") from None
    return Moment(written, first, last, mark in ("?", "%"), mark in ("~", "%"))


def _bounds(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    if "X" in year:
        if month:
            raise ValueError
        return date(int(year.replace("X", "0")), 1, 1), date(int(year.replace("X", "9")), 12, 31)
    number = int(year)
    if month is None:
        return date(number, 1, 1), date(number, 12, 31)
    if day is not None:
        exact = date(number, int(month), int(day))
        return exact, exact
    start, end = SEASONS.get(int(month), (int(month), int(month)))
    return date(number, start, 1), date(number, end, monthrange(number, end)[1])


def _before(one: date | None, other: date | None) -> bool:
    return one is None or other is None or one <= other
