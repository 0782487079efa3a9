"""Dates in a text: who asks for the 24th of December is helped by what meets on that day of the
week, for the index knows days of the week and not the days of the year."""

import re
from datetime import date, timedelta
from functools import cache

from knutepunkt.search.language.letters import words_of
from knutepunkt.search.language.tables import pairs
from knutepunkt.search.language.times import CODES, GATHERINGS, SOMETHING, Times

ASIDE = frozenset("den på i the on of".split())
# After these a date is when something happened: "døde 3. mars".
HAPPENED = frozenset("født fødd siden sidan fra frå since born died".split())
PAST = ("te", "de", "dde")
OPEN = frozenset("åpent åpen ope open".split())
NUMBERS = {
    word: number for number, words in enumerate(("en ein éin one", "to two", "tre three"), 1)
    for word in words.split()
}  # fmt: skip
DAYS = frozenset("dag dager dagar day days".split())
IN_DAYS = re.compile(rf"\b(?:om|in) ({'|'.join(NUMBERS)}|[1-6]) (?:dag|dager|dagar|days?)\b")
LEAP = 8  # Years between two leap years at most.


def dates_in(said: list[str], today: date) -> Times:
    """The day of the week of a date that is asked for, the next time it comes.

    >>> dates_in("sorggruppe 24 desember".split(), date(2026, 11, 27))
    Times(weekdays=('TH',), begins=None, words={1, 2})
    >>> dates_in("noe om to dager".split(), date(2026, 11, 27)).weekdays
    ('SU',)
    >>> dates_in("mannen min døde 3 mars".split(), date(2026, 11, 27)).weekdays
    ()
    """
    if not DAYS.isdisjoint(said) and (match := IN_DAYS.search(" ".join(said))):
        later = today + timedelta(days=NUMBERS.get(match[1]) or int(match[1]))
        return Times((CODES[later.weekday()],), None, set(words_of(match)))
    for at, word in enumerate(said):
        if word in months() and at and said[at - 1].isdigit():
            day = coming(int(said[at - 1]), months()[word], today)
            if day and not is_past(said[: at - 1]):
                return Times((CODES[day.weekday()],), None, {at - 1, at})
        elif word in feasts() and is_asked(said[:at]):
            day = coming(*feasts()[word], today)
            return Times((CODES[day.weekday()],) if day else (), None, {at})
    return Times()


def dated(times: Times, day: Times) -> Times:
    """What a text says of hours, and the day that it says by its name or else by a date."""
    days = times.weekdays or day.weekdays
    return Times(days, times.begins, times.words | day.words) if day.words else times


@cache
def months() -> dict[str, int]:
    """Each name of a month with its number."""
    return {word: int(number) for number, word in pairs("months") if number.isdigit()}


@cache
def feasts() -> dict[str, tuple[int, int]]:
    """Each name of a feast that has a date, with its day and month."""
    named = ((told.split("."), word) for told, word in pairs("months") if "." in told)
    return {word: (int(day), int(month)) for (day, month), word in named}


def coming(day: int, month: int, today: date) -> date | None:
    """The next day of that date; None where there is none such.

    >>> coming(29, 2, date(2096, 3, 1)), coming(31, 11, date(2026, 11, 27))
    (datetime.date(2104, 2, 29), None)
    """
    for year in range(today.year, today.year + LEAP + 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    return None


def is_past(before: list[str]) -> bool:
    """Say whether what stands before a date tells of what happened then."""
    told = [word for word in before if word not in ASIDE]
    return bool(told) and (told[-1] in HAPPENED or told[-1].endswith(PAST))


def is_asked(before: list[str]) -> bool:
    """Say whether what stands before a feast asks for a meeting: "alene på julaften" does not."""
    told = [word for word in before if word not in ASIDE]
    return bool(told) and (told[-1] in SOMETHING | OPEN or told[-1].endswith(GATHERINGS))
