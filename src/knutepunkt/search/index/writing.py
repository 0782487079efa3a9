"""Writes a segment from others: new ones from memory, old ones without their dead groups."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from pyroaring import BitMap

from knutepunkt.search.index.beginning_tables import renumbered, write_begun
from knutepunkt.search.index.columns import NO_RULE, NO_SLOT, Columns
from knutepunkt.search.index.gathering import Values, Whens, parted
from knutepunkt.search.index.manifest import Part
from knutepunkt.search.index.places import cell_of
from knutepunkt.search.index.postings import LEVELS, ListWriter, as_set, write_texts
from knutepunkt.search.index.said import Lists, one_after_the_other
from knutepunkt.search.index.storage import Array, Writer

AT_ONCE = 2_000_000
MANY = 50_000
MANY_ALIKE = 1_000  # Of fewer groups than these everything is counted as fast as they are compared.
OWNER = "organisation:"
Source = tuple[Columns, Array]  # and the numbers of its groups that live on


def write(path: Path, sources: Sequence[Source]) -> Part:
    """Write one segment of all that lives on, in the order given."""
    writer = Writer(path)
    size = sum(len(live) for _, live in sources)
    write_lists(writer, sources, size)
    values = Values("")
    let_go(sources)
    whens = write_rows(writer, sources, values)
    write_docs(writer, sources, values)
    write_whens(writer, whens)
    let_go(sources)
    ranks = write_names(writer, sources)
    write_beginnings(writer, sources, values, ranks)
    writer.begin("item_letters", np.uint8)
    lengths = [write_items(writer, columns, live) for columns, live in sources]
    ends = np.cumsum(np.concatenate([np.zeros(1, np.uint64), *lengths]), dtype=np.uint64)
    writer.add("item_ends", ends)
    return Part(path.name, *writer.close({"size": size, "values": list(values)}))


def let_go(sources: Sequence[Source]) -> None:
    """Give back the memory of what has been read so far."""
    for columns, _ in sources:
        columns.let_go()


def write_items(writer: Writer, columns: Columns, live: Array) -> Array:
    """Write the items that live on. Returns their lengths."""
    columns.let_go()
    lengths = []
    for start in range(0, len(live), MANY):
        some = [columns.items[number] for number in live[start : start + MANY].tolist()]
        writer.append(np.frombuffer(b"".join(some), np.uint8))
        lengths.append(np.fromiter(map(len, some), np.uint64, len(some)))
    return np.concatenate([np.empty(0, np.uint64), *lengths])


def write_names(writer: Writer, sources: Sequence[Source]) -> Array:
    """Write what names are sorted by, and the place of each in that order, like names alike.

    Returns these places.
    """
    names = [columns.names[number] for columns, live in sources for number in live.tolist()]
    places = {name: place for place, name in enumerate(sorted(set(names)))}
    ranks = np.fromiter(map(places.__getitem__, names), np.uint32, len(names))
    writer.add("name_rank", ranks)
    write_texts(writer, "name", names)
    return ranks


def write_beginnings(
    writer: Writer, sources: Sequence[Source], values: Values, ranks: Array
) -> None:
    """Write how the names of the groups that live on begin, and those of their organisations."""
    groups, owners, first = [], [], 0
    for columns, live in sources:
        new = np.full(len(columns.names), -1, np.int64)
        new[live] = np.arange(first, first + len(live))
        groups.append(renumbered(columns.groups_begun, new))
        values_now = np.full(len(columns.values), -1, np.int64)
        kept = np.unique(columns.docs["values"][live])
        values_now[kept] = numbered(columns, values)[kept]
        owners.append(renumbered(columns.owners_begun, values_now))
        first += len(live)
    write_begun(writer, "groups", groups, ranks)
    write_begun(writer, "owners", owners)


def write_docs(writer: Writer, sources: Sequence[Source], values: Values) -> None:
    """Write the columns of groups, and for each value the set of groups that have it."""
    for name in ("pk", "spin", "content", "confirmed", "is_open", "row_count"):
        column = np.concatenate([columns.docs[name][live] for columns, live in sources])
        writer.add(name, column)
        if name == "row_count":
            writer.add("row_first", np.concatenate([[0], np.cumsum(column)]).astype(np.uint32))
            writer.add("doc_of_row", np.repeat(np.arange(len(column), dtype=np.uint32), column))
    tables = [numbered(columns, values)[columns.docs["values"][live]] for columns, live in sources]
    width = max(table.shape[1] for table in tables)
    kind = np.uint16 if len(values) < 2**16 else np.uint32
    table = np.zeros((sum(map(len, tables)), width), kind)
    start = 0
    for part in tables:
        table[start : start + len(part), : part.shape[1]] = part
        start += len(part)
    writer.add("values", table)
    is_owner = np.array([value.startswith(OWNER) for value in values])
    owner = np.where(is_owner[table], table, 0).max(axis=1)
    writer.add("organisation", owner.astype(np.uint32))
    sets = write_sets(writer, table, len(values))
    write_common(writer, table, sets, np.flatnonzero(~is_owner))


def numbered(columns: Columns, values: Values) -> Array:
    """The new number of each value of some columns."""
    return np.array([values[value] for value in columns.values], np.uint32)


def write_sets(writer: Writer, table: Array, count: int) -> list[BitMap]:
    """Write the groups of each value as a set that counts fast. Returns the sets."""
    sets = [BitMap() for _ in range(count)]
    width = table.shape[1]
    for start in range(0, len(table), MANY):
        flat = table[start : start + MANY].ravel()
        order = np.argsort(flat, kind="stable").astype(np.uint32)
        docs = order // np.uint32(width) + np.uint32(start)
        bounds = np.searchsorted(flat[order], np.arange(count + 1))
        for value in np.flatnonzero(np.diff(bounds)):
            if value:
                sets[value] |= as_set(docs[bounds[value] : bounds[value + 1]])
    for one in sets:
        one.run_optimize()
    write_texts(writer, "set", [one.serialize() for one in sets])
    return sets


def write_common(writer: Writer, table: Array, sets: Sequence[BitMap], counted: Array) -> None:
    """Write for each value that many groups have how many of these have each of some values."""
    common = [number for number in counted.tolist() if len(sets[number]) >= MANY_ALIKE]
    writer.add("common", np.array(common, np.uint32))
    writer.add("common_values", counted.astype(np.uint32))
    writer.begin("common_counts", np.uint32, counted.shape)
    for number in common:
        docs, found = np.frombuffer(sets[number].to_array(), np.uint32), np.zeros(len(sets), int)
        for start in range(0, len(docs), MANY):
            some = table.take(docs[start : start + MANY], axis=0)
            found += np.bincount(some.ravel(), minlength=len(sets))
        writer.append(found[counted].astype(np.uint32)[None])


def write_rows(writer: Writer, sources: Sequence[Source], values: Values) -> Whens:
    """Write the columns of meetings and the grid. Returns the whens they have."""
    whens = Whens((NO_RULE, NO_SLOT))
    parts = [rows_kept(columns, live, values, whens) for columns, live in sources]
    rows = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    for name, column in rows.items():
        writer.add(name, column)
    placed = np.flatnonzero(~np.isnan(rows["latitude"]))
    cells = cell_of(rows["latitude"][placed], rows["longitude"][placed])
    order = np.argsort(cells, kind="stable")
    writer.add("cells", cells[order])
    writer.add("cell_rows", placed[order].astype(np.uint32))
    return whens


def rows_kept(columns: Columns, live: Array, values: Values, whens: Whens) -> dict[str, Array]:
    """The meetings of the groups that live on, with new numbers for values and whens."""
    counts = columns.docs["row_count"].astype(np.int64)
    is_live = np.zeros(len(counts), bool)
    is_live[live] = True
    is_kept = np.repeat(is_live, counts)
    rows = {name: column[is_kept] for name, column in columns.rows.items()}
    pairs = zip(columns.when_rule.tolist(), columns.when_slot.tolist(), strict=True)
    new = [whens[columns.rules[rule], columns.slots[slot]] for rule, slot in pairs]
    rows["when"] = np.array(new, np.uint32)[rows["when"]]
    for name in ("municipality", "county"):
        rows[name] = numbered(columns, values)[rows[name]]
    return rows


def write_whens(writer: Writer, whens: Whens) -> None:
    """Write when meetings take place, each rule and each time of day once."""
    rules, slots, when_rule, when_slot = parted(whens)
    writer.add("when_rule", when_rule)
    writer.add("when_slot", when_slot)
    for name, told in (("rules", rules), ("slots", slots)):
        writer.add(name, np.frombuffer(json.dumps(told).encode(), np.uint8))


def write_lists(writer: Writer, sources: Sequence[Source], size: int) -> None:
    """Write which groups have which tokens, some of the tokens at a time."""
    tokens = sorted(set().union(*(columns.tokens for columns, _ in sources)))
    places = {token: place for place, token in enumerate(tokens)}
    readers = [Reader(columns, live, places) for columns, live in sources]
    offsets = np.cumsum([0, *(len(live) for _, live in sources)])
    lists = ListWriter(writer, size)
    keys = [np.empty(0, np.int64)]
    for until in ends_of_pieces(readers, len(tokens)):
        found = [reader.upto(until, first) for reader, first in zip(readers, offsets, strict=False)]
        some, counts, ids = one_after_the_other(found)
        lists.append(counts, ids)
        keys.append(some)
    lists.close(tokens, np.concatenate(keys))


def ends_of_pieces(readers: list["Reader"], count: int) -> Iterator[int]:
    """Keys up to which to read so that no piece is very large."""
    totals = np.zeros(count + 1, np.int64)
    for reader in readers:
        np.add.at(totals, reader.keys // LEVELS, reader.columns.counts)
    piece = np.cumsum(totals) // AT_ONCE
    for last in np.flatnonzero(np.diff(np.append(piece, -1))):
        yield int(last + 1) * LEVELS


class Reader:
    """Reads the lists of one source in the order of all sources' tokens."""

    def __init__(self, columns: Columns, live: Array, places: dict[bytes, int]) -> None:
        self.columns, self.at = columns, 0
        own = np.array([places[token] for token in columns.tokens], np.int64)
        self.keys = own[columns.keys // LEVELS] * LEVELS + columns.keys % LEVELS
        self.new = np.full(len(columns.docs["pk"]), -1, np.int64)
        self.new[live] = np.arange(len(live))
        self.is_whole = len(live) == len(self.new)

    def upto(self, until: int, first: int) -> Lists:
        """The next lists with the new numbers of who lives on, ``first`` added to each."""
        end = int(np.searchsorted(self.keys, until))
        keys, counts = self.keys[self.at : end], self.columns.counts[self.at : end]
        numbers = self.new[self.columns.flat(self.at, end)]
        self.at = end
        if not self.is_whole:
            is_live = numbers >= 0
            lived = np.concatenate([[0], np.cumsum(is_live)])
            ends = np.cumsum(counts)
            counts = lived[ends] - lived[ends - counts]
            keys, counts, numbers = keys[counts > 0], counts[counts > 0], numbers[is_live]
        return keys, counts, numbers + first
