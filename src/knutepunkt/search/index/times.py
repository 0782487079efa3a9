"""What is asked of time, answered for each when of a segment."""

from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from knutepunkt.search.index.storage import Array
from knutepunkt.search.index.whens import UNTIMED, WINDOW, Timetable, as_bits
from knutepunkt.search.index.zones import DAY, EPOCH, Minutes, offset_at, on_wall
from knutepunkt.search.query import WEEKDAYS, Query

Days = NDArray[np.uint64]  # Days of a timetable's window as bits, the first one lowest.
Marks = NDArray[np.uint16]
EVERY_DAY = 2**7 - 1
THURSDAY = 3  # the first of January 1970
# Parts of the day, by the minute at which each begins; the night belongs to the evening.
PARTS = ("morning", "afternoon", "evening")
MORNING, AFTERNOON, EVENING = 5 * 60, 12 * 60, 17 * 60
SPANS = ((MORNING, AFTERNOON - 1), (AFTERNOON, EVENING - 1), (EVENING, MORNING - 1))
# Bits of a mark: weekdays lowest, then parts of the day.
PLANNED = len(WEEKDAYS) + len(PARTS)
OF_PLANNED = np.uint16((1 << PLANNED) - 1)
OF_WEEKDAYS, OF_PARTS = np.uint16(EVERY_DAY), OF_PLANNED - np.uint16(EVERY_DAY)
IS_WEEKDAY = np.arange(PLANNED) < len(WEEKDAYS)
MOST_ZONES = 8


class Asked(Struct, frozen=True):
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


class Fits(NamedTuple):
    """For each of some whens whether it is as asked, and its mark: the weekdays it has when only
    hours and days are asked of it, the parts of the day when only weekdays and days are.
    """

    is_fit: NDArray[np.bool_]
    marks: Marks


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


def fits(table: Timetable, asked: Asked, whens: Array | None = None) -> Fits:
    """Which of some whens (None for all) are as asked within some days, with their marks."""
    plan, some = plan_of(table, asked.zone), slice(None) if whens is None else whens
    coming, days, slots = days_before(table, asked), table.bits[some], table.slot[some]
    hours, on_days = in_hours_held(table, asked, coming), on_days_held(table, asked, coming)
    kinds = (plan.kinds & np.where(IS_WEEKDAY[:, None], hours, on_days)).T
    has = (days[:, None] & kinds[slots]) > 0
    marks = np.packbits(has, axis=1, bitorder="little").view("<u2")[:, 0]
    return Fits((days & (hours & on_days)[slots]) > 0, marks)


def planned(marks: Marks, weekdays: int, in_time: NDArray[np.bool_] | None) -> Fits:
    """What is planned on some weekdays, by the marks of what is planned at all; ``in_time`` says
    where the hour is as asked, None for everywhere.
    """
    on_day = (marks & np.uint16(weekdays)) != 0
    of_weekdays, of_parts = marks & OF_WEEKDAYS, (marks & OF_PARTS) * on_day
    if in_time is None:
        return Fits(on_day, of_weekdays | of_parts)
    return Fits(on_day & in_time, of_weekdays * in_time | of_parts)


def are_held(table: Timetable, asked: Asked, whens: Array) -> NDArray[np.bool_]:
    """Which of some whens are as asked within the days that are asked for."""
    coming = days_before(table, asked)
    days = in_hours_held(table, asked, coming) & on_days_held(table, asked, coming)
    if len(whens) < len(table.bits):
        return np.asarray((table.bits[whens] & days[table.slot[whens]]) > 0)
    return np.asarray(((table.bits & days[table.slot]) > 0)[whens])


def days_before(table: Timetable, asked: Asked) -> Days:
    """For each slot the days still to come before the end that is asked for."""
    return table.days_from(asked.now) & as_bits(table.slots.moments < (asked.until or 0))


def in_hours_held(table: Timetable, asked: Asked, days: Days) -> Days:
    """For each slot those of some days on which it begins in the hours that are asked for."""
    if asked.begins is None:
        return days
    plan = plan_of(table, asked.zone)
    if asked.begins in SPANS:
        return np.asarray(days & plan.kinds[len(WEEKDAYS) + SPANS.index(asked.begins)])
    return days & as_bits(is_between(plan.minutes, asked.begins))


def on_days_held(table: Timetable, asked: Asked, days: Days) -> Days:
    """For each slot those of some days that are the weekdays that are asked for."""
    if asked.weekdays == EVERY_DAY:
        return days
    kinds = plan_of(table, asked.zone).kinds
    wanted = [kinds[day] for day in range(len(WEEKDAYS)) if asked.weekdays >> day & 1]
    return np.asarray(days & reduce(or_, wanted))


@dataclass(frozen=True, slots=True)
class Plan:
    """What a timetable is on the walls of a zone, whatever is asked.

    ``marks`` are of each when that has a weekday and a day left, none of the others; ``minute`` is
    of each slot.
    ``minutes`` has a row for each slot and a column for each day, ``kinds`` a row for each bit of a
    mark and a column for each slot: the days that are of that kind.
    """

    marks: Marks
    minute: Minutes
    minutes: Minutes
    kinds: Days


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
    weekday = (np.where(is_timed[:, None], moments // DAY, own_day) + THURSDAY) % 7
    minutes = np.where(is_timed[:, None], moments % DAY, UNTIMED)
    kinds = [weekday == day for day in range(len(WEEKDAYS))]
    kinds += [part_of(minutes) == 1 << part for part in range(len(PARTS))]
    weekdays = turned(table.weekdays, np.where(is_timed, local // DAY, 0)[table.slot])
    parts = part_of(minute)[table.slot] << np.uint16(len(WEEKDAYS))
    marks = (weekdays | parts) * (table.is_alive & (weekdays > 0))
    return Plan(marks, minute, minutes, np.stack([as_bits(one) for one in kinds]))


def turned(weekdays: NDArray[np.uint8], days: Minutes) -> Marks:
    """Weekdays moved on by some days."""
    twice = weekdays.astype(np.int64) * (1 + 2**7)
    return ((twice >> (7 - days % 7)) & EVERY_DAY).astype(np.uint16)


def is_between(minute: Array, begins: tuple[int, int] | None) -> NDArray[np.bool_]:
    """Which minutes of the day lie in a span, that may go over midnight; all without a span."""
    if begins is None:
        return np.ones(minute.shape, bool)
    since, until = begins
    if since <= until:
        return np.asarray((minute >= since) & (minute <= until))
    return np.asarray((minute != UNTIMED) & ((minute >= since) | (minute <= until)))


def part_of(minute: Minutes) -> Marks:
    """The part of the day of each minute, as a bit; 0 without a time."""
    evening = (minute >= EVENING) | (minute < MORNING)
    part = np.where(evening, 4, np.where(minute < AFTERNOON, 1, 2))
    return np.where(minute == UNTIMED, 0, part).astype(np.uint16)


def is_in(minute: int, span: tuple[int, int]) -> bool:
    """Say whether a minute of the day lies in a span, that may go over midnight."""
    since, until = span
    return since <= minute <= until if since <= until else minute >= since or minute <= until
