"""Gathers groups one by one into columns; nothing of a group itself is kept beside them."""

from array import array
from collections import defaultdict
from collections.abc import Iterable
from itertools import count
from typing import Any, TypeVar
from zlib import crc32

import numpy as np

from knutepunkt.search.index.beginning_tables import OWNER, table
from knutepunkt.search.index.columns import NO_RULE, NO_SLOT, Columns, Rule, Slot
from knutepunkt.search.index.items import packed
from knutepunkt.search.index.postings import LEVELS
from knutepunkt.search.index.record import Record, Row, Times
from knutepunkt.search.index.storage import Array

NOWHERE = float("nan")
DOC, LEVEL = np.uint64(32), np.uint64(3)
Thing = TypeVar("Thing")


class Numbers(defaultdict[Thing, int]):
    """Numbers things in the order in which they come."""

    def __init__(self, *first: Thing) -> None:
        super().__init__(count().__next__)
        for thing in first:
            self[thing]


Values = Numbers[str]
Whens = Numbers[tuple[Rule, Slot]]


def columns_of(records: Iterable[Record]) -> Columns:
    """The columns of some groups, in memory."""
    gathered = Gathered()
    for record in records:
        gathered.add(record)
    return gathered.columns()


class Gathered:
    """The groups that were added so far."""

    def __init__(self) -> None:
        self.values, self.whens, self.tokens = Values(""), Whens((NO_RULE, NO_SLOT)), Numbers[str]()
        self.names: list[bytes] = []
        self.items: list[bytes] = []
        self.docs: dict[str, Any] = {name: array(kind) for name, kind in DOCS.items()}
        self.rows: dict[str, Any] = {name: array(kind) for name, kind in ROWS.items()}
        self.facets, self.said, self.levels, self.lengths = (
            array("I"),
            array("I"),
            array("B"),
            array("I"),
        )
        self.begun: list[tuple[bytes, int]] = []
        self.owners: dict[tuple[bytes, int], None] = {}

    def add(self, record: Record) -> None:
        """Take in one group."""
        number, docs = len(self.names), self.docs
        self.names.append(record.name_key)
        self.items.append(packed(record.item))
        docs["pk"].append(record.pk)
        docs["spin"].append(crc32(record.uid.encode()))
        docs["confirmed"].append(record.confirmed)
        docs["content"].append(record.content)
        docs["is_open"].append(record.is_open)
        docs["row_count"].append(len(record.rows))
        docs["facet_count"].append(len(record.facets))
        self.facets.extend(map(self.values.__getitem__, record.facets))
        self.add_words(record)
        for row in record.rows:
            self.add_row(row)
        self.begun += [(key, number) for key in record.begins]
        if record.organisation_begins:
            self.add_owners(record)

    def add_words(self, record: Record) -> None:
        """Take in where a group has which tokens."""
        place = self.tokens.__getitem__
        for level, said in ((0, record.marks), *record.words):
            self.said.extend(map(place, said))
            self.levels.append(level)
            self.lengths.append(len(said))
        self.docs["level_count"].append(len(record.words) + 1)

    def add_row(self, row: Row) -> None:
        """Take in one meeting."""
        rows = self.rows
        rows["when"].append(self.whens[when_of(row.times)])
        rows["latitude"].append(NOWHERE if row.latitude is None else row.latitude)
        rows["longitude"].append(NOWHERE if row.longitude is None else row.longitude)
        rows["municipality"].append(self.values[row.municipality])
        rows["county"].append(self.values[row.county])
        rows["formats"].append(row.formats)
        rows["is_held"].append(row.is_held)

    def add_owners(self, record: Record) -> None:
        """Take in how the name of a group's organisation begins."""
        for facet in record.facets:
            if facet.startswith(OWNER):
                number = self.values[facet]
                self.owners |= dict.fromkeys((key, number) for key in record.organisation_begins)

    def columns(self) -> Columns:
        """All of them as columns."""
        rules, slots, when_rule, when_slot = parted(self.whens)
        tokens, keys, counts, ids = self.lists()
        starts = np.concatenate([[0], np.cumsum(counts)])
        docs = {name: as_array(self.docs[name]) for name in DOCS}
        docs["is_open"] = docs["is_open"].astype(bool)
        rows = {name: as_array(column) for name, column in self.rows.items()}
        rows["is_held"] = rows["is_held"].astype(bool)
        docs["values"] = wide(as_array(self.facets), docs.pop("facet_count"))
        del docs["level_count"]
        return Columns(
            docs=docs,
            rows=rows,
            names=self.names,
            items=self.items,
            values=list(self.values),
            rules=rules,
            slots=slots,
            when_rule=when_rule,
            when_slot=when_slot,
            tokens=tokens,
            keys=keys,
            counts=counts,
            flat=lambda low, high: ids[starts[low] : starts[high]],
            groups_begun=table(self.begun),
            owners_begun=table(sorted(self.owners)),
        )

    def lists(self) -> tuple[list[bytes], Array, Array, Array]:
        """Tokens in order, the keys of their lists, how long each is, and all their numbers."""
        names = [name.encode("utf-8", "replace") for name in self.tokens]
        order = sorted(range(len(names)), key=names.__getitem__)
        place = np.empty(len(names), np.uint64)
        place[order] = np.arange(len(names), dtype=np.uint64)
        level_count, lengths = as_array(self.docs["level_count"]), as_array(self.lengths)
        of = np.repeat(np.arange(len(self.names), dtype=np.uint64), level_count)
        levels = as_array(self.levels).astype(np.uint64)
        both = np.repeat((of << LEVEL) | levels, lengths)
        both |= place[as_array(self.said)] << (DOC + LEVEL)
        return [names[number] for number in order], *highest(both)


DOCS = {
    "pk": "q", "spin": "I", "confirmed": "i", "content": "I", "is_open": "B", "row_count": "I",
    "facet_count": "I", "level_count": "I",
}  # fmt: skip
ROWS = {
    "when": "I", "latitude": "d", "longitude": "d", "municipality": "I", "county": "I",
    "formats": "B", "is_held": "B",
}  # fmt: skip


def as_array(column: "array[Any]") -> Array:
    """A column as numpy has it."""
    return np.frombuffer(column, column.typecode) if column else np.empty(0, column.typecode)


def wide(flat: Array, counts: Array) -> Array:
    """Values that stand one after the other as a row for each group, 0 where it has no more."""
    widest = int(counts.max(initial=1)) or 1
    found = np.zeros((len(counts), widest), np.uint32)
    found[np.arange(widest) < counts[:, None]] = flat
    return found


def highest(both: Array) -> tuple[Array, Array, Array]:
    """The lists of tokens, groups and levels in one number each; a group's highest level counts."""
    both = np.sort(both)
    pairs = both >> LEVEL
    is_last = np.ones(len(both), bool)
    np.not_equal(pairs[1:], pairs[:-1], out=is_last[:-1])
    both, pairs = both[is_last], pairs[is_last]
    keys = ((pairs >> DOC) * np.uint64(LEVELS)) | (both & np.uint64(LEVELS - 1))
    return grouped(keys, pairs & np.uint64(2**32 - 1))


def grouped(keys: Array, numbers: Array) -> tuple[Array, Array, Array]:
    """Each key once in order, how many numbers it has, and the numbers of all, in order."""
    both = np.sort((keys.astype(np.uint64) << DOC) | numbers.astype(np.uint64))
    sorted_keys = both >> DOC
    first = np.flatnonzero(np.concatenate([[True], sorted_keys[1:] != sorted_keys[:-1]]))
    first = first[: len(both)]
    counts = np.diff(np.append(first, len(both)))
    return sorted_keys[first].astype(np.int64), counts, both.astype(np.uint32)


def parted(whens: Whens) -> tuple[list[Rule], list[Slot], Array, Array]:
    """Each rule once, each slot once, and which of them every when has."""
    rules, slots = Numbers[Rule](), Numbers[Slot]()
    pairs = [(rules[rule], slots[slot]) for rule, slot in whens]
    own = np.array(pairs, np.uint32).reshape(-1, 2)
    return list(rules), list(slots), own[:, 0], own[:, 1]


def when_of(times: Times | None) -> tuple[Rule, Slot]:
    """A rule, and a time of day in a zone. The zone matters to a rule that ends at a moment."""
    if times is None:
        return NO_RULE, NO_SLOT
    zone = times.zone if "UNTIL" in times.rrule.upper() else ""
    return (*times[:5], zone), (times.start, times.zone)
