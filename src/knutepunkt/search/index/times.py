"""What is asked of time, answered for each when of a segment."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from knutepunkt.search.index.storage import Array
from knutepunkt.search.index.whens import UNTIMED, WINDOW, Timetable, as_bits
from knutepunkt.search.index.zones import DAY, EPOCH, Minutes, offset_at, on_wall
from knutepunkt.search.query import WEEKDAYS, Query

Bits = NDArray[np.uint8]
EVERY_DAY = 2**7 - 1
THURSDAY = 3  # the first of January 1970
# Parts of the day, by the minute at which each begins; the night belongs to the evening.
PARTS = ("morning", "afternoon", "evening")
MORNING, AFTERNOON, EVENING = 5 * 60, 12 * 60, 17 * 60
SPANS = ((MORNING, AFTERNOON - 1), (AFTERNOON, EVENING - 1), (EVENING, MORNING - 1))
MOST_ZONES = 8


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
    until = end_of(query.days, now, query.zone)
    return Asked(now, query.zone, bits, query.begins, until)


def end_of(days: int | None, now: int, zone: str) -> int | None:
    """The minute in which so many days after today have ended in a zone; None for no end."""
    if days is None:
        return None
    return midnight((now + offset_at(zone, now)) // DAY + days + 1, zone)


def midnight(day: int, zone: str) -> int:
    """The first minute of a day, counted from 1970, in a zone."""
    guess = day * DAY - offset_at(zone, day * DAY)
    return day * DAY - offset_at(zone, guess)


def fits(table: Timetable, asked: Asked) -> Fits:
    """Which whens are as asked, and the weekdays and parts of the day they have."""
    return held_within(table, asked) if asked.until is not None else planned_at(table, asked)


def are_fit(table: Timetable, asked: Asked, whens: Array | None) -> NDArray[np.bool_]:
    """Which of some whens (None for all) are as asked, and nothing else of them."""
    plan = plan_of(table, asked.zone)
    if asked.until is None:
        some = slice(None) if whens is None else whens
        in_time = is_between(plan.minute, asked.begins)[table.slot[some]]
        return in_time & ((plan.weekdays[some] & np.uint8(asked.weekdays)) > 0)
    coming, plan = coming_in(table, asked), plan.until(days_before(table, asked))
    in_time, on_day = is_between(plan.minutes, asked.begins), plan.is_on(asked.weekdays)
    return has_any(table, coming & in_time & on_day, whens)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a timetable is on the walls of a zone, whatever is asked.

    ``weekdays`` and ``parts`` are bits of each when that has a day left, none of the others;
    ``minute`` is of each slot. ``weekday`` and
    ``minutes`` have a row for each slot and a column for each day.
    """

    weekdays: Bits
    parts: Bits
    minute: Minutes
    weekday: Minutes
    minutes: Minutes

    def is_on(self, weekdays: int) -> NDArray[np.bool_]:
        """Which moments are on one of some weekdays, given as bits."""
        return np.asarray(((weekdays >> self.weekday) & 1) > 0)

    def until(self, days: int) -> "Plan":
        """The same with only so many days."""
        return replace(self, weekday=self.weekday[:, :days], minutes=self.minutes[:, :days])


def plan_of(table: Timetable, zone: str) -> Plan:
    """The plan for a zone; those of few zones are kept beside the timetable."""
    found = table.plans.get(zone)
    if not isinstance(found, Plan):
        if len(table.plans) >= MOST_ZONES:
            table.plans.clear()
        found = table.plans[zone] = planned_in(table, zone)
    return found


def planned_in(table: Timetable, zone: str) -> Plan:
    """A timetable as the walls of a zone show it today, and day by day."""
    noon = (table.today - EPOCH) * DAY + DAY // 2
    here, slots = offset_at(zone, noon), table.slots
    shifts = np.array([here - offset_at(other, noon) for other in slots.zones], np.int64)
    is_timed = slots.minute != UNTIMED
    local = np.where(is_timed, slots.minute + shifts, UNTIMED)
    minute = np.where(is_timed, local % DAY, UNTIMED)
    since = (table.today - 2 - EPOCH) * DAY
    moments = on_wall(slots.moments, zone, since, since + (WINDOW + 4) * DAY)
    own_day = np.arange(table.today - 1, table.today - 1 + WINDOW) - EPOCH
    is_alive = table.is_alive.view(np.uint8)
    return Plan(
        turned(table.weekdays, np.where(is_timed, local // DAY, 0)[table.slot]) * is_alive,
        part_of(minute)[table.slot] * is_alive,
        minute,
        (np.where(is_timed[:, None], moments // DAY, own_day) + THURSDAY) % 7,
        np.where(is_timed[:, None], moments % DAY, UNTIMED),
    )


def planned_at(table: Timetable, asked: Asked) -> Fits:
    """By the weekdays and hours of the plan, as the asker's wall shows them today."""
    plan = plan_of(table, asked.zone)
    in_time = is_between(plan.minute, asked.begins)[table.slot]
    on_day = (plan.weekdays & np.uint8(asked.weekdays)) > 0
    return Fits(
        in_time & on_day,
        plan.weekdays * in_time.view(np.uint8),
        plan.parts * on_day.view(np.uint8),
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


def parts_in(begins: tuple[int, int] | None) -> int:
    """The parts of the day that a span has minutes of, as bits; all without a span."""
    return sum(
        1 << place
        for place, (first, last) in enumerate(SPANS)
        if begins is None or is_in(first, begins) or is_in(begins[0], (first, last))
    )


def is_in(minute: int, span: tuple[int, int]) -> bool:
    """Say whether a minute of the day lies in a span, that may go over midnight."""
    since, until = span
    return since <= minute <= until if since <= until else minute >= since or minute <= until


def held_within(table: Timetable, asked: Asked) -> Fits:
    """By the moments at which something is held from now on until the end of a day."""
    plan = plan_of(table, asked.zone).until(days_before(table, asked))
    coming = coming_in(table, asked)
    in_time, on_day = is_between(plan.minutes, asked.begins), plan.is_on(asked.weekdays)
    parts = part_of(plan.minutes)
    return Fits(
        has_any(table, coming & in_time & on_day),
        gathered(table, (coming & in_time & (plan.weekday == day) for day in range(7))),
        gathered(table, (coming & on_day & (parts == 1 << part) for part in range(3))),
    )


def coming_in(table: Timetable, asked: Asked) -> NDArray[np.bool_]:
    """Which moments of each slot are still to come before the end that is asked for, day by day;
    days after that end have no column.
    """
    days = slice(days_before(table, asked))
    is_before = table.slots.moments[:, days] < (asked.until or 0)
    return np.asarray(is_before & table.is_coming(asked.now)[:, days])


def days_before(table: Timetable, asked: Asked) -> int:
    """How many days of the window may have a moment before the end that is asked for.

    No clock is a whole day ahead of that of UTC.
    """
    first = table.today - 1 - EPOCH
    return min(WINDOW, max(0, (asked.until or 0) // DAY + 2 - first))


def has_any(
    table: Timetable, days: NDArray[np.bool_], whens: Array | None = None
) -> NDArray[np.bool_]:
    """Which of some whens (None for all) have one of the days of their slot."""
    if whens is None:
        return (table.bits & as_bits(days)[table.slot]) > 0
    return (table.bits[whens] & as_bits(days)[table.slot[whens]]) > 0


def gathered(table: Timetable, kinds: Iterable[NDArray[np.bool_]]) -> Bits:
    """For each when a bit for each kind of day it has."""
    found = np.zeros(len(table.bits), np.uint8)
    for place, days in enumerate(kinds):
        found |= has_any(table, days).astype(np.uint8) << np.uint8(place)
    return found
