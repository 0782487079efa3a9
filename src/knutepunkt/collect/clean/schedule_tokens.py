"""Cuts a text about meeting times into words; each time and stock phrase becomes a marked word."""

import re
from functools import partial

from knutepunkt.collect.clean import schedule_words as words
from knutepunkt.collect.clean.times import clock
from knutepunkt.collect.clean.weekdays import weekday_named

MARKS = (
    (words.AGREEMENT, "<agreement>"), (words.ODD_WEEKS, "<odd>"), (words.EVEN_WEEKS, "<even>"),
    (words.EVERY_OTHER, "<interval2>"), (words.WEEKLY, "<weekly>"), (words.DAILY, "<daily>"),
    (words.WORKDAYS, "<workdays>"), (words.MONTHLY, "<monthly>"),
)  # fmt: skip
CLOCK = r"\d{1,2}(?:[:.]\d{2}|(?<=\d\d)\d{2})?(?::\d{2})?\s*(?:[ap]\.?m\.?)?"
TIME = re.compile(
    rf"(?<![\d.])(?:(?:(?:kl|klokka|at|um|from|fra|frå|von)\s+)?({CLOCK})\s*(?:uhr\s*)?(?:-|til|to|bis|until)\s*({CLOCK})|"
    r"(?:kl|klokka|klokken|at|um|from|fra|frå|ab)\s+(\d{1,4})(?![:.]\d|\s*-\s*\d)(?!\s*[ap]\.?m)|"
    r"(\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)|(\d{1,2})(?=\s*uhr)|"
    r"(noon|midday|midnight|midnatt))(?![\d.]*\d)"
)
DASHES = re.compile(r"\s*[–—‒−]\s*")
LONGEST = 1000
# Short names of days that are common words beside a day written out.
AS_WORD = {"on": "and", "to": "-", "so": "and", "do": "and"}
TOKEN = re.compile(r"<[^>]+>|\d+\.?(?:st|nd|rd|th)?|[^\W\d_]+['’]?[^\W\d_]*|[^\s\w]")


def tokens(text: str) -> list[str]:
    """The text's words, with every time, interval and stock phrase as one marked word."""
    if len(text) > LONGEST:
        raise ValueError("a text this long is not understood whole")
    line = DASHES.sub("-", " ".join(text.lower().split())).replace("kl.", "kl ")
    for pattern, number_is_days in words.INTERVALS:
        line = pattern.sub(partial(interval, days=number_is_days), line)
    for pattern, mark in MARKS:
        line = pattern.sub(f" {mark} ", line)
    if words.UNCLEAR.search(line) and "<monthly>" not in line:
        raise ValueError("every third: of the month, or every three weeks?")
    found = TOKEN.findall(TIME.sub(lambda time: marked(*filter(None, time.groups())), line))
    has_names = any(len(token) > 2 and weekday_named(token) for token in found)
    return [AS_WORD.get(token, token) for token in found] if has_names else found


def interval(found: re.Match[str], days: int) -> str:
    """The mark for "every 14th day" or "every three weeks"."""
    word = found.group(1)
    number = int(word) if word.isdigit() else words.NUMBERS[word]
    return f" <interval{number // days}> "


def marked(begin: str, end: str = "") -> str:
    """The mark for a time; the end's half of the day counts for a begin without one ("7-8 pm")."""
    half = re.search(r"[ap]\.?m", end)
    if half and not re.search(r"[ap]\.?m", begin):
        with_half = clock(f"{begin.strip()} {half.group()[0]}m")
        if with_half <= clock(end):
            return f" <time {with_half} {clock(end)}> "
    return f" <time {clock(begin)} {clock(end) if end else ''}> "
