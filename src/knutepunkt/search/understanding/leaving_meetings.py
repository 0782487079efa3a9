"""What a text leaves out of when and where people meet: "ikke mandag", "ikke i Oslo"."""

from collections.abc import Collection, Iterable
from datetime import date

from msgspec.structs import replace

from knutepunkt.search.language.leaving import Cue, before_or, cue_before
from knutepunkt.search.language.times import Times, else_times, times_in
from knutepunkt.search.language.whereabouts import AREAS, Whereabouts
from knutepunkt.search.meaning import LeftOut

OR, MOST_BETWEEN = frozenset("eller el or evt eventuelt".split()), 4


def cues_of(said: list[str], numbers: Iterable[int], breaks: Collection[int]) -> dict[int, Cue]:
    """What says that words are left out, for those of some numbers that are."""
    cues: dict[int, Cue] = {}
    for number in sorted(numbers):
        cue = cue_before(said, number, breaks) or cues.get(before_or(said, number))
        if cue is not None:
            cues[number] = cue
    return cues


def times_left(
    times: Times, said: list[str], breaks: Collection[int], today: date
) -> tuple[Times, list[LeftOut]]:
    """The times of a text, where "ikke mandag" is every other day, and what is left out."""
    cues = cues_of(said, times.words, breaks)
    if not cues:
        return times, []
    everything = set(range(len(said)))
    kept = times_in(said, today, everything - times.words | cues.keys())
    denied = times_in(said, today, everything - cues.keys())
    left = [LeftOut((), said[number], frozenset(range(cue.first, number + 1)))
            for number, cue in cues.items()]  # fmt: skip
    return else_times(kept, denied, times.words), left


def denied_words(place: Whereabouts, said: list[str], breaks: Collection[int]) -> dict[int, int]:
    """The numbers of the words of places that are left out, each with its cue's first word."""
    cues = cues_of(said, place.words, breaks)
    found: dict[int, int] = {}
    for number in sorted(place.words):
        if number in cues:
            found[number] = cues[number].first
        elif number - 1 in found and number not in breaks:  # "Mo i Rana".
            found[number] = found[number - 1]
    return found


def place_left_out(denied: Whereabouts, said: list[str], numbers: dict[int, int]) -> LeftOut | None:
    """The municipalities or counties where nobody shall meet; None for what is neither."""
    spot = denied.spot
    if spot is None or not (denied.areas or spot.kind in AREAS):
        return None
    codes = denied.areas or (spot.code,)
    last = max(numbers)
    told = " ".join(said[min(numbers) : last + 1]) if denied.areas else spot.name
    words = frozenset(range(min(numbers.values()), last + 1))
    return LeftOut((), told, words, areas=codes)


def either(said: list[str], place: Collection[int], ways: Collection[int]) -> bool:
    """Say whether a text asks for a place or for online: "i Bergen eller på nett".

    >>> either("angst bergen eller digitalt".split(), {1}, {3})
    True
    >>> either("sorg eller angst bergen på nett".split(), {3}, {4, 5})
    False
    """
    if not (place and ways):
        return False
    first, last = sorted((place, ways), key=min)
    between = said[max(first) + 1 : min(last)]
    return len(between) <= MOST_BETWEEN and not OR.isdisjoint(between)


def but(said: list[str], numbers: Collection[int]) -> list[str]:
    """The words of a text, where those of some numbers say nothing.

    >>> but(["ikke", "i", "oslo"], {2})
    ['ikke', 'i', '']
    """
    return ["" if number in numbers else word for number, word in enumerate(said)]


def with_words(place: Whereabouts, words: set[int]) -> Whereabouts:
    """A place that is read from other words, too."""
    return replace(place, words=words)
