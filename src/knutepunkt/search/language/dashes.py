"""Spans that a text writes with a dash: "kl. 10-12", "tirsdag 17–20", "mandag-torsdag"."""

import re
from collections.abc import Collection

from knutepunkt.search.language.clock import end_after, minute_of
from knutepunkt.search.language.hours import CLOCKS
from knutepunkt.search.language.letters import WORD
from knutepunkt.search.language.times import Times, whole

DASH = re.compile(r"\s?[-–—]\s?")
HOUR = r"([01]?\d|2[0-3])(?: ([0-5]\d))?"
FIRST, LAST = re.compile(rf"(?:^|(.*?) ){HOUR}$"), re.compile(rf"{HOUR}(?= |$)")


def dashes_in(text: str) -> frozenset[int]:
    """The numbers of a text's words that a dash joins to the word before.

    >>> sorted(dashes_in("sorg kl. 10-12 – i Oslo"))
    [3]
    """
    if "-" not in text and "–" not in text:
        return frozenset()
    said = list(WORD.finditer(text))
    return frozenset(
        number for number in range(1, len(said))
        if DASH.fullmatch(text[said[number - 1].end() : said[number].start()])
        and not text[said[number].start() - 1].isspace()
    )  # fmt: skip


def hours_between(said: list[str], dashes: Collection[int]) -> Times | None:
    """From when till when, as two hours with a dash between tell after "kl." or a day.

    >>> hours_between("sorg kl 10 12".split(), {3})
    Times(weekdays=(), begins=(600, 720), words={1, 2, 3})
    >>> hours_between("ungdom 16 20".split(), {2})
    """
    for number in dashes:
        first = FIRST.fullmatch(" ".join(said[:number]))
        last = LAST.match(" ".join(said[number:]))
        before = (first[1] or "").split() if first else []
        if not (first and last and before):
            continue
        is_clock = before[-1] in CLOCKS
        if not (is_clock or whole(before[-1]) or (first[3] and last[2])):
            continue
        since = minute_of(first[2], first[3], None)
        until = end_after(since, minute_of(last[1], last[2], None))
        words = range(len(before) - is_clock, number + len(last[0].split()))
        return Times((), (since, until), set(words))
    return None
