"""What is asked of time, answered for each when of a segment."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knutepunkt.search.index.whens import UNTIMED, WINDOW, Timetable, as_bits
from knutepunkt.search.index.zones import DAY, EPOCH, Minutes, offset_at, on_wall
from knutepunkt.search.query import WEEKDAYS, Query

Bits = NDArray[np.uint8]
EVERY_DAY = 2**7 - 1
THURSDAY = 3  # the first of January 1970
# Parts of the day, by the minute at which each begins; the night belongs to the evening.
PARTS = ("morning", "afternoon", "evening")
MORNING, AFTERNOON, EVENING = 5 * 60, 12 * 60, 17 * 60


@dataclass(frozen=True, slots=True)
class Asked:
    """What a query asks of time, in numbers. ``until`` is a minute, None without ``days``."""

    now: int
    zone: str
    weekdays: int = EVERY_DAY
    begins: tuple[int, int] | None = None
    until: int | None = None

    @property
    def is_anything(self) -> bool:
        """Say whether time is asked of at all."""
        return self.weekdays != EVERY_DAY or self.begins is not None or self.until is not None


@dataclass(frozen=True, slots=True)
class Fits:
    """For each when: whether it is as asked; the weekdays it has when only hours and days are
    asked of it; the parts of the day it has when only weekdays and days are.
    """

    is_fit: NDArray[np.bool_]
    weekdays: Bits
    parts: Bits

    @property
    def bits(self) -> NDArray[np.uint16]:
        """Weekdays and parts of the day of each when in one number, weekdays lowest."""
        parts = self.parts.astype(np.uint16) << np.uint16(len(WEEKDAYS))
        return np.asarray(self.weekdays.astype(np.uint16) | parts)


def asked_of(query: Query, now: int) -> Asked:
    """What a query asks of time."""
    bits = sum(1 << WEEKDAYS.index(code) for code in set(query.weekdays)) or EVERY_DAY
    until = None
    if query.days is not None:
        today = (now + offset_at(query.zone, now)) // DAY
        until = midnight(today + query.days + 1, query.zone)
    return Asked(now, query.zone, bits, query.begins, until)


def midnight(day: int, zone: str) -> int:
    """The first minute of a day, counted from 1970, in a zone."""
    guess = day * DAY - offset_at(zone, day * DAY)
    return day * DAY - offset_at(zone, guess)


def fits(table: Timetable, asked: Asked) -> Fits:
    """Which whens are as asked."""
    return held_within(table, asked) if asked.until is not None else planned_at(table, asked)


def planned_at(table: Timetable, asked: Asked) -> Fits:
    """By the weekdays and hours of the plan, as the asker's wall shows them today."""
    noon = (table.today - EPOCH) * DAY + DAY // 2
    here, slots = offset_at(asked.zone, noon), table.slots
    shifts = np.array([here - offset_at(zone, noon) for zone in slots.zones], np.int64)
    is_timed = slots.minute != UNTIMED
    local = np.where(is_timed, slots.minute + shifts, UNTIMED)
    weekdays = turned(table.weekdays, np.where(is_timed, local // DAY, 0)[table.slot])
    minute = np.where(is_timed, local % DAY, UNTIMED)
    alive, in_time = table.is_alive, is_between(minute, asked.begins)[table.slot]
    on_day = (weekdays & asked.weekdays) > 0
    parts = part_of(minute)[table.slot]
    return Fits(
        alive & in_time & on_day,
        np.where(alive & in_time, weekdays, 0).astype(np.uint8),
        np.where(alive & on_day, parts, 0).astype(np.uint8),
    )


def turned(weekdays: Bits, days: Minutes) -> Bits:
    """Weekdays moved on by some days."""
    twice = weekdays.astype(np.int64) * (1 + 2**7)
    return ((twice >> (7 - days % 7)) & EVERY_DAY).astype(np.uint8)


def is_between(minute: Minutes, begins: tuple[int, int] | None) -> NDArray[np.bool_]:
    """Which minutes of the day lie in a span, that may go over midnight; all without a span."""
    if begins is None:
        return np.ones(minute.shape, bool)
    since, until = begins
    if since <= until:
        return np.asarray((minute >= since) & (minute <= until))
    return np.asarray((minute != UNTIMED) & ((minute >= since) | (minute <= until)))


def part_of(minute: Minutes) -> Bits:
    """The part of the day of each minute, as a bit; 0 without a time."""
    evening = (minute >= EVENING) | (minute < MORNING)
    part = np.where(evening, 4, np.where(minute < AFTERNOON, 1, 2))
    return np.where(minute == UNTIMED, 0, part).astype(np.uint8)


def held_within(table: Timetable, asked: Asked) -> Fits:
    """By the moments at which something is held from now on until the end of a day."""
    slots, end = table.slots, asked.until or 0
    is_timed = (slots.minute != UNTIMED)[:, None]
    since = (table.today - 2 - EPOCH) * DAY
    local = on_wall(slots.moments, asked.zone, since, since + (WINDOW + 4) * DAY)
    own_day = np.arange(table.today - 1, table.today - 1 + WINDOW) - EPOCH
    weekday = (np.where(is_timed, local // DAY, own_day) + THURSDAY) % 7
    minute = np.where(is_timed, local % DAY, UNTIMED)
    coming = (slots.moments < end) & from_bits(table.days_from(asked.now))
    in_time = is_between(minute, asked.begins)
    on_day = ((asked.weekdays >> weekday) & 1) > 0
    parts = part_of(minute)
    return Fits(
        has_any(table, coming & in_time & on_day),
        gathered(table, (coming & in_time & (weekday == day) for day in range(7))),
        gathered(table, (coming & on_day & (parts == 1 << part) for part in range(3))),
    )


def from_bits(numbers: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Each number as a row of days."""
    return (numbers[:, None] >> np.arange(WINDOW, dtype=np.uint64) & np.uint64(1)) > 0


def has_any(table: Timetable, days: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which whens have one of the days of their slot."""
    return (table.bits & as_bits(days)[table.slot]) > 0


def gathered(table: Timetable, kinds: Iterable[NDArray[np.bool_]]) -> Bits:
    """For each when a bit for each kind of day it has."""
    found = np.zeros(len(table.bits), np.uint8)
    for place, days in enumerate(kinds):
        found |= has_any(table, days).astype(np.uint8) << np.uint8(place)
    return found
