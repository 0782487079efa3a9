"""When something begins by the clock, as a text tells: "etter kl. 18", "mellom fem og sju"."""

import re
from functools import cache

from knutepunkt.search.language.hours import EARLIEST, FROM, LATER, in_figures, is_awake
from knutepunkt.search.language.leaving import sayings
from knutepunkt.search.language.letters import words_of
from knutepunkt.search.language.persons import person_of
from knutepunkt.search.language.tables import pairs
from knutepunkt.search.language.times import DAY, Times, whole

HALF_HOUR = 30
QUARTERS = frozenset(("00", "15", "30", "45"))  # "18.30" is an hour, "16 20" need not be.
LATEST = 22  # At which something begins.
CLOCK = re.compile(
    r"\b(?:(etter|før|senest|seinest|seinast|tidligst|tidlegast|fra|frå|after|before|from"
    r"|rundt|omkring|omtrent|ca|cirka|around|about"
    r"|(?:senere|seinere|seinare|later|tidligere|tidlegare|earlier) (?:enn|than)) )?"
    r"(?:(kl|klokka|klokken|at) (?:kl )?)?"
    r"([01]?\d|2[0-3])(?:[ :]([0-5]\d))?"
    r"(?: ?(am|pm)\b| (?:om|på) (kveld|etterm|morg|form|natt)\w*)?"
    r"(?! ?(?:år|uker?|veker?|dag|dager|km|mnd|måned|trinn|steg|steps?|barn|kg|kilo|mg|weeks?"
    r"|months?|years?|days?|\d))\b"
)
HOUR = r"(?:kl |klokka |klokken )?([01]?\d|2[0-3])(?: ([0-5]\d))?(?: ?(am|pm)\b)?"
BETWEEN = re.compile(rf"\b(?:mellom|between|fra|frå|from) {HOUR} (?:og|and|til|to) {HOUR}\b")
# Times of day in several words.
PHRASES = tuple(
    (re.compile(rf"\b(?:{words})\b"), (start * 60, min(end * 60, DAY - 1)))
    for words, start, end in (
        (r"(?:før|before) (?:lunsj(?:en)?|lunch|middag(?:en)?|noon)", 6, 12),
        (r"(?:etter|after) (?:lunsj(?:en)?|lunch)", 12, 17),
        (r"(?:etter|after) (?:jobb(?:en)?|arbeid(?:et|stid\w*)?|kontortid\w*|middag|work)", 16, 24),
        (r"(?:utenom|utanom|utenfor|utanfor) (?:jobb(?:en)?|arbeidstid\w*|kontortid\w*)", 16, 24),
        (r"(?:etter|after) (?:legge?tid|bedtime)", 19, 24),
        (r"(?:etter|after) (?:sk[ou]letid(?:a|en)?|school hours)", 14, 20),
        (r"(?:før|before) (?:jobb(?:en)?|arbeid(?:et|stid)?|work)", 5, 9),
        (r"(?:når|mens|medan) (?:ungene|ungane|barna|borna) er (?:på|i) \w+", 8, 14),
        (r"tidlig (?:om|på) (?:morgenen|dagen)|tidleg (?:om|på) (?:morgonen|dagen)", 5, 10),
        (r"tidlig(?= i morgen\b)|tidleg(?= i morgon\b)", 5, 10),
        (r"(?<=\bi morgen )tidlig|(?<=\bi morgon )tidleg|(?<=\btomorrow )morning", 5, 12),
        (r"se(?:n|nt|int) på kvelden|late (?:in the evening|at night)", 20, 24),
        (r"sei?nt?e? kveld\w*|late evenings?", 19, 24),
        (r"(?:tidlig|tidleg) (?:på )?kveld\w*|early evenings?", 16, 19),
        (r"midt på dag(?:en)?|in the middle of the day|at noon", 10, 15),
    )
)
# Days in several words.
MIDWEEK = re.compile(r"\bmidt i (?:uka|uken|veka)\b|\bin the middle of the week\b")
ABOUT = frozenset("rundt omkring omtrent ca cirka around about".split())
SOONER = frozenset(
    ("før", "before", "tidligere", "tidlegare", "earlier", "senest", "seinest", "seinast")
)


def clock_in(said: list[str]) -> Times:
    """When something begins by the clock, as a text's words tell, or the days they tell together.

    >>> clock_in("sorg etter kl 18".split())
    Times(weekdays=(), begins=(1080, 1439), words={1, 2, 3})
    >>> clock_in("sorg ikke før 18".split())
    Times(weekdays=(), begins=(1080, 1439), words={1, 2, 3})
    """
    text = " ".join(in_figures(said))
    if (match := BETWEEN.search(text)) and not is_age(text[: match.start()].split()):
        first, last = (minute_of(*match.groups()[at : at + 3]) for at in (0, 3))
        return Times((), (first, end_after(first, last)), set(words_of(match)))
    for match in CLOCK.finditer(text):
        way, is_told, hour, minute, half, later = match.groups()
        before = text[: match.start()].split()
        is_other = is_awake(before) or (way in FROM and not is_told and is_age(before))
        is_by_day = is_hour_of_day(before, int(hour), text[match.end() :])
        is_about = way in ABOUT
        if (
            not ((way and not is_about) or is_told or half or minute in QUARTERS or is_by_day)
            or is_other
        ):
            continue
        half = half_of(int(hour), later) if later else half
        told = span(way, minute_of(hour, minute, half))
        numbers = set(words_of(match))
        if way and before and before[-1] in sayings()["negated"]:
            told, numbers = otherwise(told), numbers | {min(numbers) - 1}
        return Times((), told, numbers)
    for phrase, hours in PHRASES:
        if match := phrase.search(text):
            return Times((), hours, set(words_of(match)))
    if match := MIDWEEK.search(text):
        return Times(whole("midtuka")[0].weekdays, None, set(words_of(match)))
    return Times()


def is_hour_of_day(before: list[str], hour: int, after: str) -> bool:
    """Say whether a number after a day is an hour of it, and no date: "onsdag 18".

    >>> is_hour_of_day(["onsdag"], 18, ""), is_hour_of_day(["onsdag"], 18, " november")
    (True, False)
    """
    is_day = bool(before) and any(time.weekdays for time in whole(before[-1]))
    return is_day and EARLIEST <= hour <= LATEST and after.split()[:1] not in months()


@cache
def months() -> list[list[str]]:
    """The name of each month, as the first word of what follows a number may be."""
    return [[word] for number, word in pairs("months") if number.isdigit()]


def is_age(before: list[str]) -> bool:
    """Say whether what follows words is how old somebody is: "barn mellom to og fem"."""
    person = person_of(before[-1]) if before else None
    return person is not None and person.kind == "child"


def half_of(hour: int, part: str) -> str:
    """Which twelve hours are meant by a time of day: "elleve om natta" is before midnight."""
    return "am" if part in ("morg", "form") or (part == "natt" and hour < EARLIEST) else "pm"


def by_day(clock: Times, times: Times) -> tuple[int, int] | None:
    """From and until, by the clock and by the time of day: "kveld etter 8" is after 20.

    >>> by_day(Times(begins=(480, 1439)), Times(begins=(1020, 1439)))
    (1200, 1439)
    >>> by_day(Times(begins=(690, 750)), Times(begins=(720, 1020)))  # "ettermiddag kl 12"
    (690, 750)
    """
    if clock.begins is None or times.begins is None:
        return clock.begins or times.begins
    first, last = clock.begins
    since, until = times.begins
    if first < DAY // 2 <= since <= last + DAY // 2 and first + DAY // 2 <= until:
        return max(first + DAY // 2, since), min(last + DAY // 2, until)
    return clock.begins


def minute_of(hour: str, minute: str | None, half: str | None) -> int:
    """Minutes after midnight; who says "six" of a meeting means the evening.

    >>> minute_of("6", None, None), minute_of("18", "30", None), minute_of("7", None, "am")
    (1080, 1110, 420)
    """
    at = int(hour)
    is_later = half == "pm" or (half is None and 0 < at < EARLIEST)
    return (at + 12 if is_later and at < 12 else at) * 60 + int(minute or 0)


def end_after(first: int, last: int) -> int:
    """When a span ends whose end was told as an earlier time of day than its beginning.

    >>> end_after(1020, 480)  # "From 5 to 8" is all in the evening,
    1200
    >>> end_after(1320, 840), end_after(1320, 480)  # "from 22 to 2" and "to 8" over midnight.
    (120, 480)
    """
    if last >= first:
        return last
    other = (last + DAY // 2) % DAY
    return other if other > first or last >= DAY // 2 else last


def otherwise(told: tuple[int, int]) -> tuple[int, int]:
    """What "not before" and "not after" leave of a day, the moment itself included.

    >>> otherwise((0, 1080)), otherwise((1200, 1439))
    ((1080, 1439), (0, 1200))
    """
    since, until = told
    return (until, DAY - 1) if since == 0 else (0, since)


def span(way: str, at: int) -> tuple[int, int]:
    """From and until: after a moment, before it, or then: who says "kl 18" need not be early."""
    first = way.partition(" ")[0] if way else ""
    if first in LATER:
        return at, DAY - 1
    if first in SOONER:
        return 0, at
    return at - (HALF_HOUR if first in ABOUT else 0), min(DAY - 1, at + HALF_HOUR)
