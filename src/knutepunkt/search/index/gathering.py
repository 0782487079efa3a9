"""Gathers groups one by one into columns; nothing of a group itself is kept beside them."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
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
        self.docs: list[tuple[int, ...]] = []
        self.rows: list[tuple[float, ...]] = []
        self.facets, self.said = array("I"), array("I")
        self.levels, self.lengths = bytearray(), array("I")
        self.begun: list[tuple[bytes, int]] = []
        self.owners: dict[tuple[bytes, int], None] = {}
        self.owner_begun: dict[str, Sequence[bytes]] = {}

    def add(self, record: Record) -> None:
        """Take in one group."""
        number, rows, facets = len(self.names), record.rows, record.facets
        self.names.append(record.name_key)
        self.items.append(packed(record.item))
        self.docs.append(
            (
                record.pk, crc32(record.uid.encode()), record.confirmed, record.content,
                record.is_open, len(rows), len(facets), len(record.words) + 1,
            )
        )  # fmt: skip
        self.facets.extend(map(self.values.__getitem__, facets))
        self.add_words(record)
        self.rows += map(self.row, rows)
        self.begun += [(key, number) for key in record.begins]
        if record.organisation_begins:
            self.add_owners(record)

    def add_words(self, record: Record) -> None:
        """Take in where a group has which tokens."""
        said = [*record.marks]
        self.levels.append(0)
        self.lengths.append(len(said))
        for level, tokens in record.words:
            said += tokens
            self.levels.append(level)
            self.lengths.append(len(tokens))
        self.said.extend(map(self.tokens.__getitem__, said))

    def row(self, row: Row) -> tuple[float, ...]:
        """One meeting as numbers, in the order of ``ROWS``."""
        times, latitude, longitude, municipality, county, formats, is_held = row
        return (
            self.whens[when_of(times)],
            NOWHERE if latitude is None else latitude,
            NOWHERE if longitude is None else longitude,
            self.values[municipality], self.values[county], formats, is_held,
        )  # fmt: skip

    def add_owners(self, record: Record) -> None:
        """Take in how the name of a group's organisation begins."""
        begins = record.organisation_begins
        for facet in record.facets:
            if facet.startswith(OWNER) and self.owner_begun.get(facet) is not begins:
                self.owner_begun[facet] = begins
                number = self.values[facet]
                self.owners |= dict.fromkeys((key, number) for key in begins)

    def columns(self) -> Columns:
        """All of them as columns."""
        rules, slots, when_rule, when_slot = parted(self.whens)
        docs, rows = parted_columns(self.docs, DOCS), parted_columns(self.rows, ROWS)
        docs["values"] = wide(as_array(self.facets), docs.pop("facet_count"))
        tokens, keys, counts, ids = self.lists(docs.pop("level_count"))
        starts = np.concatenate([[0], np.cumsum(counts)])
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

    def lists(self, level_count: Array) -> tuple[list[bytes], Array, Array, Array]:
        """Tokens in order, the keys of their lists, how long each is, and all their numbers.

        ``level_count`` is at how many levels each group has tokens.
        """
        names = [name.encode("utf-8", "replace") for name in self.tokens]
        order = sorted(range(len(names)), key=names.__getitem__)
        place = np.empty(len(names), np.uint64)
        place[order] = np.arange(len(names), dtype=np.uint64)
        lengths = as_array(self.lengths)
        of = np.repeat(np.arange(len(self.names), dtype=np.uint64), level_count)
        levels = np.frombuffer(self.levels, np.uint8).astype(np.uint64)
        both = np.repeat((of << LEVEL) | levels, lengths)
        both |= place[as_array(self.said)] << (DOC + LEVEL)
        return [names[number] for number in order], *highest(both)


DOCS = {
    "pk": np.int64, "spin": np.uint32, "confirmed": np.int32, "content": np.uint32,
    "is_open": np.bool_, "row_count": np.uint32, "facet_count": np.uint32,
    "level_count": np.uint32,
}  # fmt: skip
ROWS = {
    "when": np.uint32, "latitude": np.float64, "longitude": np.float64,
    "municipality": np.uint32, "county": np.uint32, "formats": np.uint8, "is_held": np.bool_,
}  # fmt: skip


def parted_columns(rows: Sequence[tuple[float, ...]], kinds: dict[str, Any]) -> dict[str, Array]:
    """Rows of numbers as columns."""
    columns = list(zip(*rows, strict=True)) or [()] * len(kinds)
    return {
        name: np.array(column, kind)
        for (name, kind), column in zip(kinds.items(), columns, strict=True)
    }


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
