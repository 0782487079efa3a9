"""When something begins by the clock, as a text tells: "etter kl. 18", "mellom fem og sju"."""

import re
from functools import cache

from knutepunkt.search.language.leaving import sayings
from knutepunkt.search.language.letters import words_of
from knutepunkt.search.language.persons import person_of
from knutepunkt.search.language.tables import pairs, stop_words
from knutepunkt.search.language.times import DAY, Times, whole

HALF_HOUR = 30
HOURS = {
    word: hour
    for hour, words in enumerate(
        "to tre fire fem seks sju|syv åtte|åtta ni ti elleve tolv".split(), 2
    )
    for word in words.split("|")
}
FACE = frozenset(map(str, range(1, 24)))
CLOCKS = frozenset(("kl", "klokka", "klokken"))
BEFORE_HOUR = CLOCKS | frozenset(
    "etter før senest seinest seinast tidligst tidlegast fra frå mellom halv".split()
)
QUARTERS = frozenset(("00", "15", "30", "45"))  # "18.30" is an hour, "16 20" need not be.
LATEST = 22  # At which something begins.
BEFORE_DAY = frozenset("om på hver hvert kvar kvart".split())
# What somebody does by the clock, whatever else stands there; other verbs end in "-er" or "-ar".
AWAKE = ("våkn", "vakn", "sov", "søv", "vekk")
ADVERBS = frozenset("alltid ofte stadig opp bare berre igjen".split())
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
FIGURES = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
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
EARLIEST, LATE = 7, 10
MORNING = ("morg", "form", "føremid", "dag")
ABOUT = frozenset("rundt omkring omtrent ca cirka around about".split())
FROM = ("fra", "frå", "from")
LATER = frozenset(
    ("etter", "after", "senere", "seinere", "seinare", "later", "tidligst", "tidlegast", *FROM)
)
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


def in_figures(said: list[str]) -> list[str]:
    """A text's words with the hours that are told by words as figures, one for each word.

    >>> in_figures("sorg etter sju".split()), in_figures("rus halv sju".split())
    (['sorg', 'etter', '19'], ['rus', 'kl', '6:30'])
    >>> in_figures("torsdag kl 1930".split())
    ['torsdag', 'kl', '19:30']
    >>> in_figures("etter to aborter".split()), in_figures("våkner klokka fire".split())
    (['etter', 'to', 'aborter'], ['våkner', 'klokka', 'fire'])
    """
    if not CLOCKS.isdisjoint(said):
        said = [
            f"{word[:2]}:{word[2:]}" if is_clock(said, at) else word for at, word in enumerate(said)
        ]
    if "halv" in said or "kvart" in said:
        said = with_parts(said)
    if HOURS.keys().isdisjoint(said):
        return said
    told = list(said)
    for at, word in enumerate(said[1:], 1):
        if word not in HOURS or not is_end(said, at) or is_done(said, at - 2):
            continue
        if said[at - 1] in BEFORE_HOUR or told[at - 1].isdigit() or is_joined(told, at):
            told[at] = str(spoken(HOURS[word], said, at))
    return told


def spoken(hour: int, said: list[str], at: int) -> int:
    """The hour that a word at a place means: after "åtte" is in the evening, if no morning is told.

    >>> spoken(8, "etter klokka åtte".split(), 2), spoken(9, "etter ni om morgenen".split(), 1)
    (20, 9)
    """
    before = [word for word in said[max(0, at - 3) : at] if word not in CLOCKS | {"halv"}]
    is_after = bool(before) and before[-1] in LATER - frozenset(FROM)
    is_morning = any(word.startswith(MORNING) for word in said)
    return hour + 12 if is_after and EARLIEST <= hour < LATE and not is_morning else hour


def with_parts(said: list[str]) -> list[str]:
    """A text's words with halves and quarters of hours as figures, one for each word.

    >>> with_parts("rus halv 7".split()), with_parts("kvart på sju".split())
    (['rus', 'kl', '6:30'], ['kl', '6', '45'])
    """
    told = list(said)
    for at, word in enumerate(said):
        hour = HOURS.get(word) or (int(word) if word in FACE else 0)
        is_half = at > 0 and said[at - 1] == "halv"
        if not hour or not at or not is_end(said, at) or is_done(said, at - (2 if is_half else 3)):
            continue
        if is_half:
            told[at - 1 : at + 1] = "kl", f"{spoken(hour, said, at) - 1}:30"
        elif said[at - 2 : at] in (["kvart", "over"], ["kvart", "etter"]):
            told[at - 2 : at + 1] = "kl", str(hour), "15"
        elif said[at - 2 : at] == ["kvart", "på"]:
            told[at - 2 : at + 1] = "kl", str(hour - 1), "45"
    return told


def is_clock(said: list[str], at: int) -> bool:
    """Say whether four figures are an hour and its minutes, and no postal code: "kl 1930".

    >>> is_clock("kl 1930".split(), 1), is_clock("kl 18 1930 aurskog".split(), 2)
    (True, False)
    """
    return at > 0 and said[at - 1] in CLOCKS and bool(FIGURES.fullmatch(said[at]))


def is_end(said: list[str], at: int) -> bool:
    """Say whether a number ends there, and counts nothing: not "etter to barn", "etter to og et".

    >>> is_end("etter to om kvelden".split(), 1), is_end("etter to i familien".split(), 1)
    (True, False)
    >>> is_end("mellom to og fem".split(), 1), is_end("klokka to i byen".split(), 1)
    (True, True)
    """
    after, next_ = (said[place] if place < len(said) else "" for place in (at + 1, at + 2))
    if not after or whole(after) or said[at - 1] in CLOCKS:
        return True
    if after in BEFORE_DAY:
        return bool(whole(next_))
    is_first = after in ("og", "til") and said[at - 1] in ("mellom", *FROM)
    return is_first and next_ in HOURS and is_end(said, at + 2)


def is_done(said: list[str], at: int) -> bool:
    """Say whether a word is a verb, of what somebody does by the clock: "våkner klokka fire"."""
    at -= at > 0 and said[at] in ADVERBS
    word = said[at] if at >= 0 else ""
    is_verb = word.endswith(("er", "ar")) and not whole(word) and word not in stop_words()
    return is_verb or is_awake(said[: at + 1])


def is_awake(before: list[str]) -> bool:
    """Say whether words end with how somebody sleeps: "våkner alltid"."""
    said = [word for word in before[-2:] if word not in ADVERBS]
    return bool(said) and said[-1].startswith(AWAKE)


def is_age(before: list[str]) -> bool:
    """Say whether what follows words is how old somebody is: "barn mellom to og fem"."""
    person = person_of(before[-1]) if before else None
    return person is not None and person.kind == "child"


def half_of(hour: int, part: str) -> str:
    """Which twelve hours are meant by a time of day: "elleve om natta" is before midnight."""
    return "am" if part in ("morg", "form") or (part == "natt" and hour < EARLIEST) else "pm"


def is_joined(told: list[str], at: int) -> bool:
    """Say whether a word stands after "mellom 5 og"."""
    return at > 1 and told[at - 1] in ("og", "til") and told[at - 2].isdigit()


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
