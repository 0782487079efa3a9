"""Puts rows on the disk together again: a row with all that belongs to it and that it points to."""

from functools import lru_cache

from knutepunkt.collect.formats.hsds.rows_on_disk import RowsOnDisk, row_in, text_of
from knutepunkt.collect.formats.hsds.tables import Row
from knutepunkt.collect.limits import MEBIBYTE

TOO_LARGE = "too_large"
# Bytes of one record's rows, each counted with what it takes in memory beside its text: what is
# taken in may have 200 kB.
LARGEST, ROW = 4 * MEBIBYTE, 100
# Locations, organisations and terms that are kept at hand, and bytes of those that are.
AT_HAND, SMALL = 1_000, 20_000
WITH_LOCATION = frozenset({"service_at_location", "schedules"})


class TooLarge(Exception):  # noqa: N818 - it says what the record is
    """One record has more rows than any group has."""


class Wholes:
    """Whole services and organisations; ``weight`` is that of the record at hand, in bytes."""

    def __init__(self, disk: RowsOnDisk) -> None:
        self.disk = disk
        self.weight = 0
        self.at_hand: dict[int, tuple[Row, int]] = {}
        self.term = lru_cache(maxsize=AT_HAND)(self.term_on_disk)
        self.name = lru_cache(maxsize=AT_HAND)(self.name_on_disk)

    def record(self, number: int) -> Row:
        """A service or an organisation with everything. Raises TooLarge."""
        self.weight = 0
        return self.whole(number)

    def weigh(self, weight: int) -> None:
        """Count bytes of the record at hand. Raises TooLarge."""
        self.weight += weight
        if self.weight > LARGEST:
            raise TooLarge

    def whole(self, number: int) -> Row:
        """A row, with what belongs to it, and with what each of those rows points to."""
        made: dict[int, Row] = {}
        for here, parent, kind, told in self.disk.belonging(number, LARGEST // ROW + 1):
            self.weigh(len(told) + ROW)
            row = made[here] = row_in(told)
            self.point(kind, row, parent)
            if parent is not None and here != number:
                key = "service_at_locations" if kind == "service_at_location" else kind
                rows_under(made[parent], key).append(row)
        return made[number]

    def shared(self, number: int) -> Row:
        """A whole that many records point to; small ones are made once."""
        if known := self.at_hand.get(number):
            self.weigh(known[1])
            return known[0]
        before = self.weight
        try:
            row = self.whole(number)
        except TooLarge:
            # Else it would be read anew for each record that points to it.
            if self.weight - before > LARGEST // 2:
                self.keep(number, {}, LARGEST + 1)
            raise
        self.keep(number, row, self.weight - before)
        return row

    def keep(self, number: int, row: Row, weight: int) -> None:
        """Keep a shared whole at hand, when it is small or of no use."""
        if len(self.at_hand) == AT_HAND:
            self.at_hand.clear()
        if weight <= SMALL or not row:
            self.at_hand[number] = row, weight

    def point(self, kind: str, row: Row, parent: int | None) -> None:
        """Give a row its location, organisation, program or term."""
        if kind in WITH_LOCATION:
            # A location's own hours do not hold it again.
            self.put(row, "location", "locations", unless=parent)
        elif kind == "attributes":
            term, weight = self.term(row.get("taxonomy_term_id") or row.get("taxonomy_id"))
            self.weigh(weight)
            if term:
                row["taxonomy_term"] = term
        elif kind == "services":
            self.put(row, "organization", "organizations")
            self.put(row, "program", "programs")
        elif kind == "organizations":
            above = self.disk.number("organizations", row.get("parent_organization_id"))
            if above is not None:
                row["parent_name"] = self.name(above)

    def put(self, row: Row, name: str, table: str, unless: int | None = None) -> None:
        """Put in the whole that a column names by id."""
        number = self.disk.number(table, row.get(f"{name}_id"))
        if number is not None and number != unless:
            row[name] = self.shared(number)

    def term_on_disk(self, id_: object) -> tuple[Row, int]:
        """A term with its taxonomy, and their weight; empty when there is none."""
        number = self.disk.number("taxonomy_terms", id_)
        if number is None:
            return {}, 0
        term = self.disk.row(number)
        taxonomy = self.disk.number("taxonomies", term.get("taxonomy_id"))
        if taxonomy is not None:
            term["taxonomy_detail"] = self.disk.row(taxonomy)
        return term, len(text_of(term)) + ROW

    def name_on_disk(self, number: int) -> object:
        """The name of an organisation."""
        return self.disk.row(number).get("name")


def rows_under(parent: Row, key: str) -> list[object]:
    """The list a row goes to; a column of a table's name ("languages") keeps its text beside it."""
    listed = parent.get(key)
    if isinstance(listed, list):
        return listed
    if listed is not None:
        parent[f"{key}_column"] = listed
    fresh: list[object] = []
    parent[key] = fresh
    return fresh
