"""The same questions answered the slow way: every group looked at, in plain Python.

It shares no code with the index but the numbers of the ranking, which are what is asked for.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from math import inf
from zlib import crc32
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from knutepunkt.directory.recurrence import Rule, days
from knutepunkt.directory.when import weekdays_of
from knutepunkt.gazetteer import kilometres
from knutepunkt.search.index import ranking
from knutepunkt.search.index.record import FORMAT_BITS, Level, Record, Row, Times
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import Meaning, Need
from knutepunkt.search.query import MODES, WEEKDAYS, Query

TWO_YEARS = timedelta(days=730)
PARTS = {"morning": (300, 719), "afternoon": (720, 1019), "evening": (1020, 299)}


class Oracle:
    """Knows some groups and answers as the index should."""

    def __init__(self, records: Sequence[Record], lexicon: Lexicon, now: datetime) -> None:
        self.records, self.lexicon = records, lexicon
        self.now = now.replace(second=0, microsecond=0)
        self.today = now.astimezone(ZoneInfo("Europe/Oslo")).date()

    def total(self, query: Query, meaning: Meaning) -> int:
        return sum(bool(self.meetings(record, query, meaning)) for record in self.records)

    def count(self, facet: str, value: str, query: Query, meaning: Meaning) -> int:
        return self.total(self.with_value(facet, value, query), meaning)

    def with_value(self, facet: str, value: str, query: Query) -> Query:
        match facet:
            case "weekday":
                return replace(query, weekdays=(value,))
            case "hours":
                return replace(query, begins=PARTS[value])
            case "format":
                return replace(query, formats=(value,))
            case "state":
                return replace(query, states=(value,))
            case "fee":
                return replace(query, fees=(value,))
            case "organisation":
                return replace(query, organisations=(value,))
            case "source":
                return replace(query, sources=(value,))
            case "municipality":
                return replace(query, municipalities=(value,))
            case "county":
                return replace(query, counties=(value,))
        others = [id_ for id_ in query.concepts if self.lexicon.facet[id_] != facet]
        return replace(query, concepts=(*others, int(value)))

    def values(self) -> set[tuple[str, str]]:
        found = {tuple(facet.split(":", 1)) for record in self.records for facet in record.facets}
        found |= {("weekday", code) for code in WEEKDAYS} | {("format", mode) for mode in MODES}
        return found | {("hours", part) for part in PARTS}  # type: ignore[return-value]

    def in_order(self, query: Query, meaning: Meaning) -> list[int]:
        found = [(self.key(r, query, meaning), r.pk) for r in self.records
                 if self.meetings(r, query, meaning)]  # fmt: skip
        return [pk for _, pk in sorted(found)]

    # --- what is as asked -----------------------------------------------------------------------

    def meetings(self, record: Record, query: Query, meaning: Meaning) -> list[Row]:
        if not all(worth(record, need) for need in meaning.needs):
            return []
        left_out = {id_ for one in meaning.left_out for id_ in one.concepts} | {*query.without}
        if not self.is_group_asked(record, query) or left_out & carried(record):
            return []
        said = {token for _, tokens in record.words.by_level() for token in tokens}
        if any(said & {*one.tokens} for one in meaning.left_out):
            return []
        away = {code for one in meaning.left_out for code in one.areas}
        return [
            row
            for row in record.rows
            if self.is_meeting_asked(row, query) and not away & codes(row)
        ]

    def is_group_asked(self, record: Record, query: Query) -> bool:
        by_facet: dict[str, set[str]] = {}
        for id_ in query.concepts:
            by_facet.setdefault(self.lexicon.facet[id_], set()).add(f"#{id_}")
        tokens = {token for _, said in record.words.by_level() for token in said}
        wanted = {"state": query.states, "fee": query.fees, "organisation": query.organisations,
                  "source": query.sources}  # fmt: skip
        since = query.confirmed_since.toordinal() if query.confirmed_since else 0
        return (
            all(ids & tokens for ids in by_facet.values())
            and all(any(f"@{facet}:{v}" in tokens for v in values)
                    for facet, values in wanted.items() if values)
            and (not since or record.confirmed >= since)
        )  # fmt: skip

    def is_meeting_asked(self, row: Row, query: Query) -> bool:
        bits = sum(FORMAT_BITS[mode] for mode in set(query.formats))
        return (
            (not query.municipalities or row.municipality.removeprefix("municipality:")
             in query.municipalities)
            and (not query.counties or row.county.removeprefix("county:") in query.counties)
            and (not bits or bool(row.formats & bits))
            and (query.box is None or is_in(row, query.box))
            and (query.within is None or far(row, query) <= query.within)
            and self.is_in_time(row, query)
        )  # fmt: skip

    def is_in_time(self, row: Row, query: Query) -> bool:
        if query.days is not None:
            return row.is_held and self.has_moment(row, query)
        if not query.weekdays and query.begins is None:
            return True
        return self.is_planned(row, query)

    def is_planned(self, row: Row, query: Query) -> bool:
        coming = [] if row.times is None else list(self.dates(row.times, self.today))
        if row.times is None or not coming:
            return False
        noon = datetime.combine(self.today, time(12), UTC)
        minute, step = None, 0
        if row.times.start:
            shift = wall(noon, query.zone) - wall(noon, row.times.zone)
            step, minute = divmod(
                minute_in(row.times.start) + int(shift.total_seconds() // 60), 1440
            )
        dates = coming[:1] if row.times.rrule else coming
        held = self.weekdays_named(row.times) or {day.weekday() for day in dates}
        weekdays = {WEEKDAYS[(day + step) % 7] for day in held}
        is_on_day = not query.weekdays or bool(weekdays & set(query.weekdays))
        return is_on_day and is_between(minute, query.begins)

    def weekdays_named(self, times: Times) -> set[int]:
        first = date.fromisoformat(times.first_on) if times.rrule and times.first_on else None
        return {WEEKDAYS.index(code) for code in weekdays_of(times.rrule, first)}

    def has_moment(self, row: Row, query: Query) -> bool:
        zone = ZoneInfo(query.zone)
        last = self.now.astimezone(zone).date() + timedelta(days=query.days or 0)
        for day, moment in self.moments(row):
            if moment >= datetime.combine(last + timedelta(days=1), time(), zone):
                continue
            has_time = bool(row.times and row.times.start)
            local = moment.astimezone(zone)
            weekday = WEEKDAYS[(local.date() if has_time else day).weekday()]
            minute = local.hour * 60 + local.minute if has_time else None
            if (not query.weekdays or weekday in query.weekdays) and is_between(
                minute, query.begins
            ):
                return True
        return False

    def moments(self, row: Row) -> Iterator[tuple[date, datetime]]:
        """The days and moments from now on for some ten weeks."""
        times = row.times
        if times is None:
            return
        zone = ZoneInfo(times.zone)
        hour, minute = divmod(minute_in(times.start or "00:00"), 60)
        here = self.now.astimezone(zone).date()
        for day in self.dates(times, self.today - timedelta(days=1)):
            moment = datetime.combine(day, time(hour, minute), zone).astimezone(UTC)
            if moment >= self.now if times.start else day >= here:
                yield day, moment

    def dates(self, times: Times, since: date) -> Iterator[date]:
        rrule = times.rrule.replace("INTERVAL=2;", "") if is_guess(times) else times.rrule
        rule = Rule(
            rrule, times.start, times.zone, iso(times.first_on), iso(times.last_on),
            tuple(map(date.fromisoformat, times.except_on)),
            tuple(map(date.fromisoformat, times.also_on)),
        )  # fmt: skip
        return (day for day in days(rule, since) if day <= self.today + TWO_YEARS)

    # --- what it is sorted by -------------------------------------------------------------------

    def key(self, record: Record, query: Query, meaning: Meaning) -> tuple[object, int, int]:
        turn = self.turn(record)
        rows = self.meetings(record, query, meaning)
        match query.order:
            case "distance":
                return min(far(row, query) for row in rows), self.standing(record), record.pk
            case "next-meeting":
                return min(self.next(row) for row in rows), self.standing(record), record.pk
            case "name":
                return record.name_key, turn, record.pk
        return -self.points(record, query, meaning), turn, record.pk

    def turn(self, record: Record) -> int:
        digest = sha256(self.today.isoformat().encode()).digest()
        odd = int.from_bytes(digest[:4], "little") | 1
        return crc32(record.uid.encode()) * odd % 2**32

    def next(self, row: Row) -> float:
        if not row.is_held or (row.times and is_guess(row.times)):
            return inf
        return next((moment.timestamp() for _, moment in self.moments(row)), inf)

    def standing(self, record: Record) -> int:
        return (ranking.MOST - self.always(record)) * 2**32 + self.turn(record)

    def always(self, record: Record) -> int:
        total = ranking.OPEN if record.is_open else 0
        age = self.today.toordinal() - record.confirmed
        fresh = (worth for limit, worth in ranking.FRESH if record.confirmed and age <= limit)
        total += next(fresh, 0)
        return total + (ranking.SOON if any(self.is_soon(row) for row in record.rows) else 0)

    def points(self, record: Record, query: Query, meaning: Meaning) -> int:
        total = self.always(record)
        if meaning.needs:
            total += sum(worth(record, need) for need in meaning.needs) // len(meaning.needs)
        if meaning.wishes:
            met = sum(worth(record, wish) for wish in meaning.wishes)
            total += met * ranking.WISHED // (100 * len(meaning.wishes))
        if query.point is not None:
            near = min(far(row, query) for row in self.meetings(record, query, meaning))
            total += next((worth for limit, worth in ranking.NEAR if near <= limit), 0)
        return total

    def is_soon(self, row: Row) -> bool:
        if row.times is None or not row.is_held:
            return False
        last = self.today + timedelta(days=ranking.SOON_DAYS - 1)
        return any(day <= last for day in self.dates(row.times, self.today))


def is_guess(times: Times) -> bool:
    """Every other week from no day: it may be any of them."""
    return "INTERVAL" in times.rrule and not times.first_on


def carried(record: Record) -> set[int]:
    """The concepts a group carries or tells of itself, and all above them."""
    tokens = [token for _, said in record.words.by_level() for token in said]
    return {int(token[1:]) for token in tokens if token[0] == "#"}


def worth(record: Record, need: Need) -> int:
    """What the best of a need's terms counts for a group."""
    levels: dict[str, Level] = {}
    for level, said in record.words.by_level():
        levels |= dict.fromkeys(said, level)
    return max(
        (max(1, ranking.WHERE[levels[term.token]] * term.weight // 100)
         for term in need.terms if term.token in levels),
        default=0,
    )  # fmt: skip


def far(row: Row, query: Query) -> float:
    if row.latitude is None or row.longitude is None or query.point is None:
        return inf
    return kilometres(*query.point, row.latitude, row.longitude)


def is_in(row: Row, box: tuple[float, float, float, float]) -> bool:
    if row.latitude is None or row.longitude is None:
        return False
    south, west, north, east = box
    is_beside = west <= row.longitude <= east if west <= east else (
        row.longitude >= west or row.longitude <= east
    )  # fmt: skip
    return south <= row.latitude <= north and is_beside


def is_between(minute: int | None, begins: tuple[int, int] | None) -> bool:
    if begins is None:
        return True
    if minute is None:
        return False
    since, until = begins
    return since <= minute <= until if since <= until else minute >= since or minute <= until


def minute_in(start: str) -> int:
    return int(start[:2]) * 60 + int(start[3:])


def wall(moment: datetime, zone: str) -> timedelta:
    return moment.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()


def iso(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def codes(row: Row) -> set[str]:
    return {row.municipality.removeprefix("municipality:"), row.county.removeprefix("county:")}
