"""Gathers groups one by one into columns; nothing of a group itself is kept beside them."""

from array import array
from collections.abc import Iterable, Sequence
from typing import Any
from zlib import crc32

import msgspec
import numpy as np

from knutepunkt.search.index.beginning_tables import OWNER, table
from knutepunkt.search.index.columns import NO_RULE, NO_SLOT, Columns, Rule, Slot
from knutepunkt.search.index.items import packed
from knutepunkt.search.index.numbers import Numbers
from knutepunkt.search.index.record import Record, Row, Times
from knutepunkt.search.index.said import Said, lists_of, sums_of
from knutepunkt.search.index.storage import Array

NOWHERE = float("nan")
ENCODE = msgspec.msgpack.Encoder().encode

Values = Numbers[str]
Whens = Numbers[tuple[Rule, Slot]]


def columns_of(records: Iterable[Record]) -> Columns:
    """The columns of some groups, in memory."""
    gathered = Gathered()
    for record in records:
        gathered.add(record)
    return gathered.columns()


def sums_by_key(records: Iterable[Record]) -> dict[int, int]:
    """For each group, by its key, a sum of all that the index keeps of it."""
    docs = columns_of(records).docs
    return dict(zip(docs["pk"].tolist(), docs["content"].tolist(), strict=True))


class Gathered:
    """The groups that were added so far."""

    def __init__(self) -> None:
        self.values, self.whens = Values(""), Whens((NO_RULE, NO_SLOT))
        self.when_numbers: dict[Times | None, int] = {None: 0}
        self.names: list[bytes] = []
        self.items: list[bytes] = []
        self.docs: list[tuple[int, ...]] = []
        self.rows: list[tuple[float, ...]] = []
        self.facets, self.said = array("I"), Said()
        self.begun: list[bytes] = []
        self.owners: dict[tuple[bytes, int], None] = {}
        self.owner_begun: dict[str, Sequence[bytes]] = {}

    def add(self, record: Record) -> None:
        """Take in one group."""
        pk, uid, name_key, words, facets, confirmed, is_open, rows, item, begins, begun = record
        self.names.append(name_key)
        self.items.append(packed(item))
        rest = crc32(ENCODE((facets, confirmed, is_open, rows)), crc32(item))
        self.docs.append(
            (
                pk, crc32(uid.encode()), confirmed, rest, is_open, len(rows), len(facets),
                len(begins),
            )
        )  # fmt: skip
        self.facets.extend(map(self.values.__getitem__, facets))
        self.said.add(words)
        self.rows += map(self.row, rows)
        self.begun += begins
        if begun:
            self.add_owners(record)

    def row(self, row: Row) -> tuple[float, ...]:
        """One meeting as numbers, in the order of ``ROWS``."""
        times, latitude, longitude, municipality, county, formats, is_held = row
        return (
            self.when_numbers[times] if times in self.when_numbers else self.when(times),
            NOWHERE if latitude is None else latitude,
            NOWHERE if longitude is None else longitude,
            self.values[municipality], self.values[county], formats, is_held,
        )  # fmt: skip

    def when(self, times: Times | None) -> int:
        """The number of a rule and a time of day that are met for the first time."""
        found = self.when_numbers[times] = self.whens[when_of(times)]
        return found

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
        begun = np.repeat(np.arange(len(self.names)), docs.pop("begun_count"))
        tokens, said, lengths = self.said.together()
        docs["content"] += sums_of(tokens, said, lengths)
        keys, counts, ids = lists_of(said, lengths)
        starts = np.concatenate([[0], np.cumsum(counts)])
        owners = [key for key, _ in self.owners], [number for _, number in self.owners]
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
            groups_begun=table(self.begun, begun),
            owners_begun=table(*owners),
        )


DOCS = {
    "pk": np.int64, "spin": np.uint32, "confirmed": np.int32, "content": np.uint32,
    "is_open": np.bool_, "row_count": np.uint32, "facet_count": np.uint32,
    "begun_count": np.uint32,
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
