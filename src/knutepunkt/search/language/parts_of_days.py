"""Words of time that belong to no label, whatever labels hold them: "menn mandag kveld" is of no
"mannskveld", a "nattmøte" of no "nattspising", and "på hverdager" of no "hverdag"."""

from collections.abc import Collection

from knutepunkt.search.language.tables import stop_words
from knutepunkt.search.language.times import (
    GATHERINGS,
    HELD,
    VERBS,
    is_habit,
    is_late,
    known,
    whole,
)

WORKDAYS = 5
ON = frozenset(("på", "i", "on"))
PLAIN = frozenset(("kveld", "kvelden", "formiddag", "ettermiddag", "dagtid", "evening"))
WHOM = frozenset("menn kvinner mannfolk damer jenter gutter men women".split())


def parts_of_days(said: list[str], place: Collection[int] = ()) -> set[int]:
    """The numbers of the words for a part of a day that stand after that day, or after a place, or
    that ask for a meeting by night or on workdays, and of those for what is held at a time.

    >>> parts_of_days("menn mandag kveld".split()), parts_of_days("menn oslo kveld".split(), {1})
    ({2}, {2})
    >>> parts_of_days("noe om natta".split()), parts_of_days("våken om natta".split())
    ({2}, set())
    """
    return {
        number for number in range(len(said))
        if is_held(said[number]) or (number and is_of_day(said, number, place))
    }  # fmt: skip


def is_of_day(said: list[str], number: int, place: Collection[int]) -> bool:
    """Say whether a word tells when, as the one before it lets one know."""
    before, times = said[number - 1], whole(said[number])
    if is_late(said[number], before):
        return True
    if any(time.begins for time in times):
        if number - 1 in place or any(time.weekdays for time in whole(before)):
            return True
        if said[number] in PLAIN and before not in stop_words() and not before.endswith(VERBS):
            return number + 1 < len(said) and said[number + 1] in WHOM
    elif before in ON and any(len(time.weekdays) == WORKDAYS for time in times):
        return not is_habit(said, number - 1)
    return f"{before}{said[number]}" in known() and not is_habit(said, number - 1)


def is_held(word: str) -> bool:
    """Say whether a word is of what is held at a time.

    >>> is_held("nattmøte"), is_held("kveldsåpent"), is_held("kvelden")
    (True, True, False)
    """
    return word.endswith((*GATHERINGS, *HELD)) and bool(whole(word))
