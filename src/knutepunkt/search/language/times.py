"""Days and times of day in a text: "tirsdagskveld", "i helga", "etter kl. 18"."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from msgspec import Struct

from knutepunkt.search.language.persons import person_of
from knutepunkt.search.language.remembering import remembered
from knutepunkt.search.language.tables import lines, stop_words

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
HABIT = frozenset(
    "hver hvert kvar kvart kver every each hele heile all annenhver annankvar".split()
)
JOINS = ("", "s", "e")
BETWEEN_DAYS = frozenset("og eller and or".split())
THROUGH = frozenset("til to through".split())
LEAST = 3
# Short names of days that are words too: only at the end of a text, or before a time of day.
SHORT = {"man": "MO", "ma": "MO", "ti": "TU", "on": "WE", "to": "TH", "tor": "TH", "fr": "FR",
         "fre": "FR", "lø": "SA", "sø": "SU", "mon": "MO", "tue": "TU", "wed": "WE", "thu": "TH",
         "fri": "FR", "sat": "SA", "sun": "SU"}  # fmt: skip
FEW, SOME = 3, 6  # Words of a text.
USUAL = frozenset("for som en ei a the of i til å med og or and eller at dem seg".split())
WHICH = frozenset(
    "siste første fyrste annen andre anna tredje fjerde annenhver annankvar last first second "
    "third other every each hver kvar kver neste kommende komande førstkommende fyrstkomande "
    "nærmeste næraste denne this next coming".split()
)
MONTHLY = (["måneden"], ["måned"], ["månaden"], ["månad"], ["month"])
WORKS = frozenset("jobber jobbar arbeider arbeidar work working".split())
BESIDE_WORK = frozenset("fra frå til from to på om mye mykje mest og and turnus skift".split())
# Who meets, or what is held, at a time.
SOMETHING = frozenset(
    "noe noko noen nokon nokre pårørende pårørande etterlatte etterlatne mødre fedre foreldre "
    "kvinner menn unge ungdom eldre studenter studentar aa na møtes møtast med "
    "åpent ope chat".split()
)
NOT, VERBS = ("ikke", "ikkje"), ("er", "ar")
GATHERINGS = tuple(
    "gruppe gruppa gruppen grupper møte møter møtet møta treff treffet samling samlinger kafé "
    "tilbud tilbod kurs".split()
)
# "Fredagskafé": what is held on a day, and is no part of it.
HELD = frozenset(
    "kafe kafé kafeen klubb klubben frokost kaffe åpent ope samvær samling samlinga samlingen "
    "samlinger samlingar tilbud tilbod kurs chat".split()
)
DAY = 24 * 60  # Minutes.
# What is late on a day that was just told, and says nothing by itself: the hour it begins at.
LATE = {"night": 17, "nights": 17, "natt": 20, "natta": 20, "sent": 19, "seint": 19, "late": 19}


@dataclass(frozen=True, slots=True)
class Time:
    """What a word says of time: codes of days, days from today, minutes after midnight."""

    weekdays: tuple[str, ...] = ()
    from_today: int | None = None
    begins: tuple[int, int] | None = None


class Times(Struct, eq=False):
    """What a text says of time, and the numbers of the words that say it."""

    weekdays: tuple[str, ...] = ()
    begins: tuple[int, int] | None = None
    words: set[int] = set()


@cache
def known() -> dict[str, Time]:
    """Each word for a day or a time of day."""
    return {word: time for told, word in entries() for time in (time_of(told),)}


def entries() -> Iterator[tuple[str, str]]:
    """(what is said, word) of each line of the table."""
    for line in lines("times"):
        told, _, words = line.partition(":")
        yield from ((told, word) for word in words.split())


def time_of(told: str) -> Time:
    """ "MO+TU", "16-24", "+1" or "+0,16-24" as a time."""
    if told[0].isalpha():
        return Time(weekdays=tuple(told.split("+")))
    day, _, hours = told.partition(",") if told[0] == "+" else ("", "", told)
    begins = None
    if hours:
        start, end = (int(hour) * 60 for hour in hours.split("-"))
        begins = (start, min(end, DAY - 1))
    return Time(from_today=int(day) if day else None, begins=begins)


def times_in(said: list[str], today: date, passed: set[int], dashes: Collection[int] = ()) -> Times:
    """The times in a text's words, but for those in ``passed``, which mean something else.

    ``dashes`` are the numbers of the words that a dash joins to the one before.

    >>> found = times_in("sorg tirsdagskveld".split(), date(2026, 1, 1), set())
    >>> found.weekdays, found.begins, found.words
    (('TU',), (1020, 1439), {1})
    """
    found = Times()
    for number in range(len(said)):
        for time in () if number in passed else times_at(said, number):
            if len(time.weekdays) != 1 and is_habit(said, number - 1):
                continue
            if is_work(said, number - 1):
                continue  # "Jobber kveld" is why somebody cannot come then.
            found.words |= {number, *beside_day(said, number)}
            days = time.weekdays
            if time.from_today is not None:
                days = (CODES[(today.weekday() + time.from_today) % 7],)
            if is_through(said, number, dashes) and len(found.weekdays) == len(days) == 1:
                days = days_through(found.weekdays[-1], days[0])
            found.weekdays += tuple(day for day in days if day not in found.weekdays)
            found.begins = time.begins or found.begins
    return found


def beside_day(said: list[str], at: int) -> Iterator[int]:
    """The numbers of the words that tell which such day of a month is meant.

    >>> list(beside_day("siste torsdag i måneden".split(), 1))
    [0, 3]
    """
    first = at
    while first and said[first - 1] in WHICH:
        first -= 1
    yield from range(first, at)
    if first < at:
        yield from (one for one in (at + 1, at + 2) if said[one : one + 1] in MONTHLY)


def is_through(said: list[str], at: int, dashes: Collection[int]) -> bool:
    """Say whether a day is the last of several: "mandag til onsdag", but "mandag onsdag" are two.

    >>> is_through("mandag til onsdag".split(), 2, ()), is_through("mandag onsdag".split(), 1, ())
    (True, False)
    """
    if at in dashes:
        return bool(whole(said[at - 1])) or said[at - 1] in SHORT
    return at > 1 and said[at - 1] in THROUGH and bool(whole(said[at - 2]))


def days_through(first: str, last: str) -> tuple[str, ...]:
    """The days from one to another, over the end of the week where that comes between.

    >>> days_through("MO", "WE"), days_through("SA", "MO")
    (('MO', 'TU', 'WE'), ('SA', 'SU', 'MO'))
    """
    start = CODES.index(first)
    number = (CODES.index(last) - start) % len(CODES) + 1
    return tuple(CODES[(start + step) % len(CODES)] for step in range(number))


def is_habit(said: list[str], at: int) -> bool:
    """Say whether the word before a time makes it one when something is so again and again.

    "Drikker hver helg" and "redd om kvelden" tell of that, "noe om kvelden" of a meeting.

    >>> is_habit("redd om kvelden".split(), 1), is_habit("sorggruppe om kvelden".split(), 1)
    (True, False)
    """
    if at < 0 or said[at] != "om":
        return at >= 0 and said[at] in HABIT
    *_, earlier, before = "", "", *said[:at]
    if before in NOT:  # "Sover ikke om morgenen", but "sorg, ikke om morgenen".
        return earlier.endswith(VERBS)
    return bool(before) and not (
        before in SOMETHING or before.endswith(GATHERINGS) or person_of(before) or whole(before)
    )


def is_work(said: list[str], at: int) -> bool:
    """Say whether a time that follows a word is when somebody works: "jobber kveld og helg".

    >>> is_work("jobber på".split(), 1), is_work("jobber kan".split(), 1)
    (True, False)
    """
    while at >= 0 and (said[at] in BESIDE_WORK or whole(said[at])):
        at -= 1
    return at >= 0 and said[at] in WORKS


def else_times(kept: Times, denied: Times, words: set[int]) -> Times:
    """The times that are asked for, or else all but those that are denied.

    >>> else_times(Times(), Times((), (1020, 1439)), {1})
    Times(weekdays=(), begins=(0, 1019), words={1})
    """
    days = tuple(day for day in kept.weekdays or CODES if day not in denied.weekdays)
    begins = kept.begins
    if denied.begins and not (begins or denied.weekdays):
        since, until = denied.begins
        begins = (until + 1) % DAY, (since - 1) % DAY
    return Times(days if denied.weekdays else kept.weekdays, begins, words)


@remembered(20_000)
def whole(word: str) -> tuple[Time, ...]:
    """What a word says of time: itself, or the parts it is made of."""
    table = known()
    if word in table:
        return (table[word],)
    for end in range(len(word) - LEAST, LEAST - 1, -1):
        first = table.get(word[:end])
        if first is None:
            continue
        for join in JOINS:
            rest = word[end:].removeprefix(join)
            is_known = rest in table or rest in stop_words() or rest in HELD
            if word[end:].startswith(join) and is_known:
                return (first, table[rest]) if rest in table else (first,)
    return ()


def times_at(said: list[str], number: int) -> tuple[Time, ...]:
    """What the word of a number says of time, where it stands.

    >>> times_at("sorg man".split(), 1)[0].weekdays, times_at("en man sa".split(), 1)
    (('MO',), ())
    """
    word, before = said[number], said[number - 1] if number else ""
    after = said[number + 1] if number + 1 < len(said) else ""
    if word == "on" and after.endswith(("day", "days")):
        return ()  # "Meetings on Sunday" are not on Wednesday.
    day = SHORT.get(word)
    is_short = len(said) <= (FEW if len(word) == 2 else SOME)
    if day is None or not is_short:
        return times_of(word, before)
    if is_one_of_two(said, number):
        return (Time((day,)),)
    if not number or before in USUAL:
        return times_of(word, before)
    return (Time((day,)),) if not after or whole(after) else times_of(word, before)


def is_one_of_two(said: list[str], number: int) -> bool:
    """Say whether a short word stands beside another day: "man og ons", "ti eller to".

    >>> is_one_of_two("man og ons".split(), 0), is_one_of_two("en og to".split(), 2)
    (True, False)
    """
    for at in (number - 2, number + 2):
        if 0 <= at < len(said) and said[(at + number) // 2] in BETWEEN_DAYS:
            other = said[at]
            if other in SHORT or any(time.weekdays for time in whole(other)):
                return True
    return False


def times_of(word: str, before: str) -> tuple[Time, ...]:
    """What a word says of time; "i dag" and "i morgen" are of the day of asking, and "dagen" is a
    time only of what is "på dagen"."""
    if before in ("i", "på", "om") and (joined := known().get(f"{before}{word}")):
        return (joined,)
    return (Time(begins=(LATE[word] * 60, DAY - 1)),) if is_late(word, before) else whole(word)


def is_late(word: str, before: str) -> bool:
    """Say whether a word after a day tells that it is late on it.

    >>> is_late("night", "friday"), is_late("night", "every")
    (True, False)
    """
    return word in LATE and any(time.weekdays for time in whole(before))
