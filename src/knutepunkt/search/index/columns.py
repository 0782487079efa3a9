"""A segment before it is written: its groups as columns, whether new or read from other files."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import count
from typing import Protocol, TypeVar
from zlib import crc32

import numpy as np

from knutepunkt.search.index.begun import Table, of_groups, of_organisations
from knutepunkt.search.index.items import packed
from knutepunkt.search.index.postings import LEVELS
from knutepunkt.search.index.record import Record, Row, Times
from knutepunkt.search.index.storage import Array

Rule = tuple[str, str, str, tuple[str, ...], tuple[str, ...], str]
Slot = tuple[str, str]
NO_RULE: Rule = ("", "", "", (), (), "")
NO_SLOT: Slot = ("", "")
NOWHERE = float("nan")
Thing = TypeVar("Thing")


class Listed(Protocol):
    """Texts by number."""

    def __len__(self) -> int: ...

    def __getitem__(self, number: int, /) -> bytes: ...


@dataclass(slots=True)
class Columns:
    """Groups by number. ``docs`` has arrays of groups, ``rows`` arrays of meetings, by name.

    ``keys`` are eight times a token's place among ``tokens``, plus the level; the list of each has
    ``counts`` numbers. ``flat`` gives the numbers of the lists between two of them. Names
    begin as ``groups_begun`` and ``owners_begun`` say, by group and by number of value.
    """

    docs: dict[str, Array]
    rows: dict[str, Array]
    names: Listed
    items: Listed
    values: list[str]
    rules: list[Rule]
    slots: list[Slot]
    when_rule: Array
    when_slot: Array
    tokens: list[bytes]
    keys: Array
    counts: Array
    flat: Callable[[int, int], Array]
    groups_begun: Table
    owners_begun: Table


class Numbers(defaultdict[Thing, int]):
    """Numbers things in the order in which they come."""

    def __init__(self, *first: Thing) -> None:
        super().__init__(count().__next__)
        for thing in first:
            self[thing]


Values = Numbers[str]
Whens = Numbers[tuple[Rule, Slot]]


def parted(whens: Whens) -> tuple[list[Rule], list[Slot], Array, Array]:
    """Each rule once, each slot once, and which of them every when has."""
    rules, slots = Numbers[Rule](), Numbers[Slot]()
    pairs = [(rules[rule], slots[slot]) for rule, slot in whens]
    own = np.array(pairs, np.uint32).reshape(-1, 2)
    return list(rules), list(slots), own[:, 0], own[:, 1]


def columns_of(records: Iterable[Record]) -> Columns:
    """The columns of some groups, in memory."""
    listed = list(records)
    values, whens = Values(""), Whens((NO_RULE, NO_SLOT))
    rows = [row for record in listed for row in record.rows]
    row_columns = rows_of(rows, values, whens)
    rules, slots, when_rule, when_slot = parted(whens)
    tokens, keys, counts, ids = lists_of(listed)
    starts = np.concatenate([[0], np.cumsum(counts)])
    return Columns(
        docs=docs_of(listed, values),
        rows=row_columns,
        names=[record.name_key for record in listed],
        items=[packed(record.item) for record in listed],
        values=list(values),
        rules=rules,
        slots=slots,
        when_rule=when_rule,
        when_slot=when_slot,
        tokens=tokens,
        keys=keys,
        counts=counts,
        flat=lambda low, high: ids[starts[low] : starts[high]],
        groups_begun=of_groups(listed),
        owners_begun=of_organisations(listed, values),
    )


def docs_of(records: list[Record], values: Values) -> dict[str, Array]:
    """The columns of groups."""
    spin = [crc32(record.uid.encode()) for record in records]
    widest = max((len(record.facets) for record in records), default=1) or 1
    table = np.zeros((len(records), widest), np.uint32)
    for number, record in enumerate(records):
        table[number, : len(record.facets)] = [values[facet] for facet in record.facets]
    return {
        "pk": np.array([record.pk for record in records], np.int64),
        "spin": np.array(spin, np.uint32),
        "confirmed": np.array([record.confirmed for record in records], np.int32),
        "content": np.array([record.content for record in records], np.uint32),
        "is_open": np.array([record.is_open for record in records], bool),
        "row_count": np.array([len(record.rows) for record in records], np.uint32),
        "values": table,
    }


def rows_of(rows: list[Row], values: Values, whens: Whens) -> dict[str, Array]:
    """The columns of meetings."""
    return {
        "when": np.array([whens[when_of(row.times)] for row in rows], np.uint32),
        "latitude": np.array([degrees(row.latitude) for row in rows], np.float64),
        "longitude": np.array([degrees(row.longitude) for row in rows], np.float64),
        "municipality": np.array([values[row.municipality] for row in rows], np.uint32),
        "county": np.array([values[row.county] for row in rows], np.uint32),
        "formats": np.array([row.formats for row in rows], np.uint8),
        "is_held": np.array([row.is_held for row in rows], bool),
    }


def degrees(value: float | None) -> float:
    """Degrees, or not a number for none."""
    return NOWHERE if value is None else value


def when_of(times: Times | None) -> tuple[Rule, Slot]:
    """A rule, and a time of day in a zone. The zone matters to a rule that ends at a moment."""
    if times is None:
        return NO_RULE, NO_SLOT
    zone = times.zone if "UNTIL" in times.rrule.upper() else ""
    return (*times[:5], zone), (times.start, times.zone)


def lists_of(records: list[Record]) -> tuple[list[bytes], Array, Array, Array]:
    """Tokens in order, the keys of their lists, how long each is, and all their numbers."""
    numbered = Numbers[str]()
    tokens: list[int] = []
    levels: list[int] = []
    lengths: list[int] = []
    for record in records:
        found: dict[str, int] = dict.fromkeys(record.marks, 0)
        for level, said in record.words:
            found.update(dict.fromkeys(said, int(level)))
        tokens.extend(map(numbered.__getitem__, found))
        levels.extend(found.values())
        lengths.append(len(found))
    names = [name.encode("utf-8", "replace") for name in numbered]
    order = sorted(range(len(names)), key=names.__getitem__)
    place = np.empty(len(names), np.uint64)
    place[order] = np.arange(len(names), dtype=np.uint64)
    keys = place[np.array(tokens, np.int64)] * np.uint64(LEVELS) + np.array(levels, np.uint64)
    docs = np.repeat(np.arange(len(records), dtype=np.uint64), lengths)
    return [names[number] for number in order], *grouped(keys, docs)


def grouped(keys: Array, numbers: Array) -> tuple[Array, Array, Array]:
    """Each key once in order, how many numbers it has, and the numbers of all, in order."""
    both = np.sort((keys.astype(np.uint64) << np.uint64(32)) | numbers.astype(np.uint64))
    sorted_keys = both >> np.uint64(32)
    first = np.flatnonzero(np.concatenate([[True], sorted_keys[1:] != sorted_keys[:-1]]))
    first = first[: len(both)]
    counts = np.diff(np.append(first, len(both)))
    return sorted_keys[first].astype(np.int64), counts, both.astype(np.uint32)
