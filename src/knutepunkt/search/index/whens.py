"""When the meetings of a segment take place, worked out for one day and the eight weeks after it.

Meetings share few rules and few times of day. Each rule is a number whose bits are days; each time
of day in a zone (a slot) is a row of moments, one for each of those days. What is asked of time is
asked of rules and slots, and then looked up for each meeting.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from knutepunkt.directory.when import is_dated
from knutepunkt.search.index.days import AHEAD, days_as_bits, weekday_bits
from knutepunkt.search.index.record import Times
from knutepunkt.search.index.storage import Array, Stored
from knutepunkt.search.index.zones import DAY, EPOCH, Minutes, minute_at, minute_of, offset_at

WINDOW = 64
NEVER = np.int64(2**62)
ALL = np.uint64(2**64 - 1)
UNTIMED = -1
PAST = 3  # the days of the window that can be over somewhere, or nearly


@dataclass(frozen=True, slots=True)
class Slots:
    """Times of day in zones. ``moments`` has a row for each and a column for each day."""

    moments: Minutes
    minute: NDArray[np.int64]
    zones: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timetable:
    """The whens of a segment from the day before ``today`` (an ordinal) on.

    ``bits``, ``weekdays`` and ``beyond`` (the first moment after the window, or NEVER) are of each
    when, ``is_dated`` says whether one can tell its days, ``slot`` leads to its time of day.
    ``plans`` is what was worked out for zones. For the last minute that was asked about, ``coming``
    are the days on which each slot is still to come, and ``first`` the next moment of each when.
    """

    today: int
    bits: NDArray[np.uint64]
    weekdays: NDArray[np.uint8]
    beyond: Minutes
    is_dated: NDArray[np.bool_]
    slot: NDArray[np.int64]
    slots: Slots
    plans: dict[str, object] = field(default_factory=dict, compare=False, repr=False)
    coming: dict[int, NDArray[np.uint64]] = field(default_factory=dict, compare=False, repr=False)
    first: dict[int, Minutes] = field(default_factory=dict, compare=False, repr=False)

    def next(self, now: int, whens: Array) -> Minutes:
        """The first moment of some whens from a minute on; NEVER for none within two years.

        What has no time of day counts for all its day; days that nobody has told for none.
        """
        return self.next_of_all(now).take(whens)

    def next_of_all(self, now: int) -> Minutes:
        """The same of every when; worked out once for a minute."""
        found = self.first.get(now)
        if found is None:
            coming = self.bits & self.days_from(now)[self.slot]
            lowest = coming & (~coming + np.uint64(1))
            day = np.log2(np.maximum(lowest, 1)).astype(np.int64)
            found = np.where(coming > 0, self.slots.moments[self.slot, day], self.beyond)
            found[~self.is_dated] = NEVER
            self.first.clear()
            self.first[now] = found
        return found

    def days_from(self, now: int) -> NDArray[np.uint64]:
        """For each slot the days on which its moment is still to come, as bits; worked out once for
        a minute.
        """
        found = self.coming.get(now)
        if found is None:
            found = as_bits(self.still_coming(now))
            self.coming.clear()
            self.coming[now] = found
        return found

    def still_coming(self, now: int) -> NDArray[np.bool_]:
        """For each slot whether its moment is still to come, day by day."""
        is_coming = self.slots.moments >= now
        for slot in np.flatnonzero(self.slots.minute == UNTIMED):
            zone = self.slots.zones[slot]
            day = EPOCH + (now + offset_at(zone, now)) // DAY
            is_coming[slot] = np.arange(WINDOW) >= day - (self.today - 1)
        return is_coming

    @property
    def is_alive(self) -> NDArray[np.bool_]:
        """Whether each when has a day today (in UTC) or later, within two years."""
        return np.asarray((self.bits > 1) | (self.beyond < NEVER))


def as_bits(days: NDArray[np.bool_]) -> NDArray[np.uint64]:
    """Each row of the window's days as one number, the first day lowest."""
    return np.packbits(days, axis=-1, bitorder="little").view("<u8")[:, 0]


def timetable(stored: Stored, today: int) -> Timetable:
    """Work out the timetable of a segment for one day."""
    rules = [as_times(row) for row in json.loads(stored.arrays["rules"].tobytes())]
    slots = json.loads(stored.arrays["slots"].tobytes())
    rule, slot = stored.arrays["when_rule"], stored.arrays["when_slot"].astype(np.int64)
    since = today - 1
    found = [days_as_bits(times, since, today + AHEAD) for times in rules]
    bits = np.array([days & int(ALL) for days in found], np.uint64)[rule]
    later = np.array([first_after(days, since) for days in found], np.int64)[rule]
    planned = zip(rules, found, strict=True)
    weekdays = np.array([weekday_bits(*each, since) for each in planned], np.uint8)[rule]
    dated = np.array([is_dated(times.rrule, times.first_on) for times in rules], bool)[rule]
    moments = slots_from(slots, since)
    return Timetable(today, bits, weekdays, beyond(later, slot, slots), dated, slot, moments)


def as_times(row: Sequence[object]) -> Times:
    """A rule as the segment keeps it."""
    rrule, first_on, last_on, except_on, also_on, zone = row
    return Times(rrule, first_on, last_on, tuple(except_on), tuple(also_on), "", zone)  # type: ignore[arg-type]


def first_after(days: int, since: int) -> int:
    """The ordinal of the first day after the window; 0 for none, or where one in it will do."""
    if (days & int(ALL)) >> PAST:
        return 0
    rest = days >> WINDOW
    return since + WINDOW + (rest & -rest).bit_length() - 1 if rest else 0


def beyond(days: Array, slot: Array, slots: list[list[str]]) -> Minutes:
    """The moments of some days in some slots; NEVER for day 0."""
    pairs, back = np.unique(np.stack([days, slot], axis=1), axis=0, return_inverse=True)
    found = [
        minute_at(int(day), *told(slots[which])) if day else int(NEVER) for day, which in pairs
    ]
    return np.array(found, np.int64)[back.reshape(-1)]


def slots_from(slots: list[list[str]], since: int) -> Slots:
    """The moments of every slot in the window that begins on a day."""
    moments = [moments_of(since, *told(slot)) for slot in slots]
    minute = [int(s[:2]) * 60 + int(s[3:]) if s else UNTIMED for s, _zone in slots]
    return Slots(
        np.array(moments, np.int64).reshape(-1, WINDOW),
        np.array(minute, np.int64),
        tuple(told(slot)[1] for slot in slots),
    )


@lru_cache(maxsize=4096)
def moments_of(since: int, start: str, zone: str) -> list[int]:
    """The moments of one slot; many segments have the same. Nobody may change the list."""
    return [minute_at(day, start, zone) for day in range(since, since + WINDOW)]


def told(slot: list[str]) -> tuple[str, str]:
    """The start and the zone of a slot; Oslo where none is said."""
    return slot[0], slot[1] or "Europe/Oslo"


def day_of(now: datetime) -> int:
    """The ordinal of a moment's day in UTC."""
    return EPOCH + minute_of(now) // DAY
