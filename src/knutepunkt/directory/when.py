"""When a meeting takes place, in words: bokmål, nynorsk and English."""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from knutepunkt.directory.ending import last_of

DAYS = {
    "nb": "mandag tirsdag onsdag torsdag fredag lørdag søndag".split(),
    "nn": "måndag tysdag onsdag torsdag fredag laurdag sundag".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}
MANY = {"nb": "er", "nn": "ar", "en": "s"}
MONTHS = {
    "nb": "januar februar mars april mai juni juli august september oktober november "
    "desember".split(),
    "nn": "januar februar mars april mai juni juli august september oktober november "
    "desember".split(),
    "en": "January February March April May June July August September October November "
    "December".split(),
}
ORDINALS = {
    "nb": {1: "første", 2: "andre", 3: "tredje", 4: "fjerde", 5: "femte", -1: "siste",
           -2: "nest siste"},
    "nn": {1: "første", 2: "andre", 3: "tredje", 4: "fjerde", 5: "femte", -1: "siste",
           -2: "nest siste"},
    "en": {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last",
           -2: "last but one"},
}  # fmt: skip
WORDS = {
    "nb": {"and": "og", "month": "i måneden", "other": "annenhver", "nth": "hver {n}. uke",
           "agreement": "Etter avtale", "daily": "Hver dag", "at": "kl.", "from": "fra",
           "to": "til", "till": "til", "day": "den {n}. i måneden", "months": "hver {n}. måned",
           "odd": "i oddetallsuker", "even": "i partallsuker", "own": "På bestemte dager",
           "round": "hele døgnet"},
    "nn": {"and": "og", "month": "i månaden", "other": "annakvar", "nth": "kvar {n}. veke",
           "agreement": "Etter avtale", "daily": "Kvar dag", "at": "kl.", "from": "frå",
           "to": "til", "till": "til", "day": "den {n}. i månaden", "months": "kvar {n}. månad",
           "odd": "i oddetalsveker", "even": "i partalsveker", "own": "På bestemte dagar",
           "round": "heile døgnet"},
    "en": {"and": "and", "month": "of the month", "other": "every other", "nth": "every {n} weeks",
           "agreement": "By agreement", "daily": "Every day", "at": "at", "from": "from",
           "to": "until", "till": "to", "day": "the {n} of the month", "months": "every {n} months",
           "odd": "in odd weeks", "even": "in even weeks", "own": "On certain days",
           "round": "around the clock"},
}  # fmt: skip
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
HALF_A_YEAR = 26
IN_A_ROW = 4  # So many weekdays are told by the first and the last.
ROUND = ("00:00", 24 * 60)
# Parts that say how long a rule lasts, not what it is; and the shapes of rules there are words for.
UNTOLD = {"FREQ", "INTERVAL", "UNTIL", "COUNT", "WKST"}
DATED = frozenset(("BYMONTHDAY", "BYYEARDAY"))
WEEKLY = {("WEEKLY",), ("WEEKLY", "BYDAY")}
EVERY_ONE = {("DAILY", "BYDAY"), ("MONTHLY", "BYDAY")}
MONTHLY = {("MONTHLY", "BYDAY"), ("MONTHLY", "BYDAY", "BYSETPOS"), ("MONTHLY", "BYMONTHDAY")}
NTH_DAY = re.compile(r"BYDAY=[A-Z,]*[+-]?\d")
NTH = re.compile(r"^([+-]?\d{1,2})([A-Z]{2})$")


def parts_of(rrule: str) -> dict[str, str]:
    """The rule's parts by name."""
    return dict(part.split("=", 1) for part in rrule.split(";") if "=" in part)


def weekdays_of(rrule: str, first_on: date | None) -> list[str]:
    """The codes of the weekdays a meeting falls on, Monday first; all seven for a daily one.

    None for a daily rule that only days of the month or year pass, or every seventh day.
    """
    if not rrule:
        return [CODES[first_on.weekday()]] if first_on else []
    parts = parts_of(rrule)
    named = {code[-2:] for code in parts.get("BYDAY", "").split(",") if code}
    if not named and parts.get("FREQ") == "DAILY":
        is_any = DATED.isdisjoint(parts) and int(parts.get("INTERVAL", "1")) % len(CODES)
        return list(CODES) if is_any else []
    if not named and parts.get("FREQ") == "WEEKLY" and first_on:
        return [CODES[first_on.weekday()]]
    return [code for code in CODES if code in named]


@lru_cache(maxsize=5_000)
def clock(start: str, minutes: int | None, language: str) -> str:
    """ "kl. 18.00–20.00", or "at 18:00–20:00" in English; "" without a time."""
    if not start:
        return ""
    if (start, minutes) == ROUND:
        return WORDS[language]["round"]
    total = int(start[:2]) * 60 + int(start[3:]) + (minutes or 0)
    end = f"–{time_of(total)}" if minutes else ""
    text = f"{WORDS[language]['at']} {start}{end}"
    return text if language == "en" else text.replace(":", ".")


def time_of(minute: int) -> str:
    """A minute of the day as HH:MM; the next day begins at midnight again."""
    return f"{minute // 60 % 24:02}:{minute % 60:02}"


def joined(words: list[str], language: str) -> str:
    """ "a, b og c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {WORDS[language]['and']} {words[-1]}"


def rule_words(rrule: str, first_on: date | None, language: str) -> str:
    """The rule in words, small letters; "" when it is too unusual for them."""
    return rule_worded(rrule, first_on and date(1, 1, 1 + first_on.weekday()), language)


@lru_cache(maxsize=5_000)
def rule_worded(rrule: str, first_on: date | None, language: str) -> str:
    """The same; many meetings have the same rule. Only the weekday of its first day matters."""
    parts = parts_of(rrule)
    interval = int(parts.get("INTERVAL", "1"))
    names = dict(zip(CODES, DAYS[language], strict=True))
    shape = (parts.get("FREQ", ""), *sorted(parts.keys() - UNTOLD))
    if shape == ("DAILY",) and interval == 1:
        return WORDS[language]["daily"].lower()
    is_weekly = shape in WEEKLY or (shape in EVERY_ONE and interval == 1)
    if is_weekly and NTH_DAY.search(rrule) is None:
        return weekly_words(weekdays_of(rrule, first_on), interval, names, language)
    if shape == ("YEARLY", "BYDAY", "BYWEEKNO") and interval == 1:
        return week_number_words(parts, names, language)
    if shape in MONTHLY:
        return monthly_words(parts, interval, names, language)
    return ""


def weekly_words(codes: list[str], interval: int, names: dict[str, str], language: str) -> str:
    """ "mandager og onsdager", "mandag til fredag", "annenhver tirsdag", "fredag hver 3. uke".

    "" without a day; all seven are "hver dag".
    """
    words = WORDS[language]
    if interval == 1 and codes == list(CODES):
        return words["daily"].lower()
    if interval == 1 and len(codes) >= IN_A_ROW and is_in_a_row(codes):
        return f"{names[codes[0]]} {words['till']} {names[codes[-1]]}"
    if interval == 1:
        return joined([names[code] + MANY[language] for code in codes], language)
    days = joined([names[code] for code in codes], language)
    if interval == 2 and days:
        return f"{words['other']} {days}"
    return f"{days} {words['nth'].format(n=interval)}" if days else ""


def is_in_a_row(codes: list[str]) -> bool:
    """Say whether weekdays, Monday first, follow one another."""
    return "".join(codes) in "".join(CODES)


def monthly_words(
    parts: dict[str, str], interval: int, names: dict[str, str], language: str
) -> str:
    """ "første og tredje tirsdag i måneden", "den 15. i måneden"."""
    words = WORDS[language]
    position = parts.get("BYSETPOS", "")
    codes = [code for code in parts.get("BYDAY", "").split(",") if code]
    if position and len(codes) > 1:
        return ""  # the first of several weekdays is not the first of each
    found = [NTH.match(position + code) for code in codes]
    often = f", {words['months'].format(n=interval)}" if interval > 1 else ""
    if found and all(match and int(match[1]) in ORDINALS[language] for match in found):
        by_day: dict[str, list[str]] = {}
        for match in filter(None, found):
            by_day.setdefault(match[2], []).append(ORDINALS[language][int(match[1])])
        days = [f"{joined(nths, language)} {names[code]}" for code, nths in by_day.items()]
        return f"{joined(days, language)} {words['month']}{often}"
    numbers = parts.get("BYMONTHDAY", "").split(",")
    if not all(number.isdecimal() for number in numbers):
        return ""
    nth = ordinal if language == "en" else "{}.".format
    told = joined([nth(number) for number in numbers], language).removesuffix(".")
    return words["day"].format(n=told) + often


def ordinal(number: str) -> str:
    """A number as English counts with it.

    >>> ordinal("1"), ordinal("12"), ordinal("23")
    ('1st', '12th', '23rd')
    """
    is_teen = len(number) > 1 and number[-2] == "1"
    return number + {"1": "st", "2": "nd", "3": "rd"}.get("" if is_teen else number[-1], "th")


def week_number_words(parts: dict[str, str], names: dict[str, str], language: str) -> str:
    """ "onsdager i oddetallsuker", when the weeks are all the odd or all the even ones."""
    weeks = [int(week) for week in parts["BYWEEKNO"].split(",")]
    days = [names[code] + MANY[language] for code in parts.get("BYDAY", "").split(",") if code in
            names]  # fmt: skip
    if len(weeks) < HALF_A_YEAR or len({week % 2 for week in weeks}) > 1 or not days:
        return ""
    kind = "odd" if weeks[0] % 2 else "even"
    return f"{joined(days, language)} {WORDS[language][kind]}"


def day_words(day: date, language: str, year: int = 0) -> str:
    """ "mandag 3. november 2026"; in the ``year`` that goes without saying, not said."""
    told = f"{DAYS[language][day.weekday()]} {short(day, language)}"
    return told if day.year == year else f"{told} {day.year}"


def when(
    *,
    rrule: str,
    first_on: date | None,
    last_on: date | None,
    start: str,
    minutes: int | None,
    language: str = "nb",
) -> str:
    """A meeting's time in words: "Første mandag i måneden kl. 18.00–20.00"."""
    words, season = WORDS[language], ""
    if not rrule:
        text = day_words(first_on, language) if first_on else words["agreement"]
    else:
        text = rule_words(rrule, first_on, language) or words["own"]
        last_on = last_of(rrule, first_on, last_on)
        if first_on and last_on:
            since = short(first_on, language)
            if first_on.year != last_on.year:
                since = f"{since} {first_on.year}"
            until = f"{short(last_on, language)} {last_on.year}"
            season = f", {words['from']} {since} {words['to']} {until}"
    whole = f"{text} {clock(start, minutes, language)}".strip() + season
    return whole[:1].upper() + whole[1:]


def day_told(rrule: str, first_on: date | None, also_on: Iterable[str], today: date) -> date | None:
    """The day to tell of a meeting without a rule: its next, and its first when all have passed."""
    if rrule or not first_on:
        return first_on
    days = [first_on, *map(date.fromisoformat, also_on)]
    return min((day for day in days if day >= today), default=first_on)


def is_over(
    rrule: str, first_on: date | None, last_on: date | None, also_on: Iterable[str], today: date
) -> bool:
    """Say whether the last of a meeting's days has passed; what goes on without end never has."""
    last = last_of(rrule, first_on, last_on) if rrule else first_on
    if rrule and not last:
        return False
    days = [*map(date.fromisoformat, also_on), *([last] if last else [])]
    return bool(days) and max(days) < today


def is_always(rrule: str, start: str, minutes: int | None) -> bool:
    """Say whether a meeting takes place every day around the clock, so that it has no next time."""
    return rrule == "FREQ=DAILY" and (start, minutes) == ROUND


def is_dated(rrule: str, first_on: object) -> bool:
    """Say whether one can tell on which days a rule falls: every other week from no day tells none.

    >>> is_dated("FREQ=WEEKLY;BYDAY=TH", None), is_dated("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", None)
    (True, False)
    """
    return bool(first_on) or parts_of(rrule).get("INTERVAL", "1") == "1"


def since(
    rrule: str, first_on: date | None, last_on: date | None, today: date, language: str
) -> str:
    """ ", fra 5. januar 2027" where a rule without end has not begun; one that ends tells both."""
    if not rrule or not first_on or first_on <= today or last_of(rrule, first_on, last_on):
        return ""
    return f", {WORDS[language]['from']} {short(first_on, language)} {first_on.year}"


def short(day: date, language: str) -> str:
    """ "3. november"."""
    dot = "" if language == "en" else "."
    return f"{day.day}{dot} {MONTHS[language][day.month - 1]}"
