"""Joins the tables of a data package into whole services, as the JSON API would send them."""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from knutepunkt.collect.clean.text import one_line
from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.formats.hsds.rows_on_disk import RowsOnDisk
from knutepunkt.collect.formats.hsds.tables import Package, Row
from knutepunkt.collect.formats.hsds.wholes import TOO_LARGE, TooLarge, Wholes
from knutepunkt.collect.opened import RawRecord

AT = ("service_at_location_id", "service_at_location")
SERVICE, LOCATION = ("service_id", "services"), ("location_id", "locations")
ORGANISATION = ("organization_id", "organizations")
# Which rows belong to which: the first parent that exists has the row. Read in this order.
PARENTS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "service_at_location": (SERVICE,),
    "schedules": (AT, SERVICE, LOCATION),
    "holiday_schedules": (AT, SERVICE, LOCATION),
    "contacts": (AT, SERVICE, LOCATION, ORGANISATION),
    "phones": (("contact_id", "contacts"), AT, SERVICE, LOCATION, ORGANISATION),
    "languages": (SERVICE, LOCATION, ("phone_id", "phones")),
    "addresses": (LOCATION,),
    "accessibility": (LOCATION,),
    "cost_options": (SERVICE,),
    "required_documents": (SERVICE,),
    "service_areas": (SERVICE,),
    "eligibility": (SERVICE,),
    "payments_accepted": (SERVICE,),
    "funding": (SERVICE, ORGANISATION),
    "programs": (ORGANISATION,),
    "organization_identifiers": (ORGANISATION,),
    "urls": (SERVICE, ORGANISATION),
    "units": (SERVICE,),
}
FIRST = ("organizations", "locations", "taxonomies", "taxonomy_terms", "services")
LINKED = ("services", "service_at_location", "locations", "organizations", "schedules", "phones",
          "contacts", "addresses", "programs", "accessibility", "languages", "cost_options",
          "service_areas", "funding", "required_documents")  # fmt: skip
UNUSED = "locations that no service uses were left out"
UNKNOWN = "the table {table} is none of HSDS's; it was left out"
NO_ROOM = "the disk has no room to join the tables; you: make room, {size} MiB or more."


@dataclass(slots=True)
class Orphans:
    """Rows of a table whose parents are missing: how many, and the first one's id."""

    count: int = 0
    first: str = ""


@dataclass(slots=True)
class Joined:
    """A package's rows, each under the row it belongs to.

    ``spans`` are the numbers of a table's rows, ``used`` those of the organisations and locations
    that a service points to.
    """

    disk: RowsOnDisk
    spans: dict[str, range] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)
    orphans: dict[str, Orphans] = field(default_factory=dict)

    def take_in(self, package: Package) -> None:
        """Put every row on the disk, below its parent."""
        for table in (*FIRST, *PARENTS, "attributes", "metadata"):
            rows = ((row, self.parent(table, row)) for row in package.rows(table))
            self.spans[table] = self.disk.add(table, rows)
        self.disk.tie()

    def parent(self, table: str, row: Row) -> int | None:
        """The number of the row that a row belongs to; one that has none is counted."""
        if table in FIRST:
            self.mark(row if table == "services" else {}, ORGANISATION)
            return None
        if table == "metadata":
            return self.disk.number("services", row.get("resource_id"))
        if table in ("service_at_location", "schedules"):
            self.mark(row if self.number(row, SERVICE) is not None else {}, LOCATION)
        found = self.linked(row) if table == "attributes" else self.first(table, row)
        if found is None:
            orphans = self.orphans.setdefault(table, Orphans(0, one_line(row.get("id"))))
            orphans.count += 1
        return found

    def number(self, row: Row, link: tuple[str, str]) -> int | None:
        """The number of the row that a column points to."""
        column, table = link
        return self.disk.number(table, row.get(column))

    def mark(self, row: Row, link: tuple[str, str]) -> None:
        """Remember that what a column points to is used."""
        number = self.number(row, link)
        if number is not None:
            self.used.add(number)

    def first(self, table: str, row: Row) -> int | None:
        """The number of the first parent that exists."""
        found = (self.number(row, link) for link in PARENTS[table])
        return next((number for number in found if number is not None), None)

    def linked(self, row: Row) -> int | None:
        """The number of the row that an attribute belongs to: in its table, else in any."""
        link = row.get("link_id") or row.get("service_id")
        numbers = self.disk.numbers(one_line(link)) if link else {}
        tables = tables_for(one_line(row.get("link_entity")))
        return next((numbers[table] for table in tables if table in numbers), None)


@lru_cache(maxsize=100)
def tables_for(entity: str) -> list[str]:
    """Where an attribute's row may lie: in the table it names, else in any."""
    named = entity.lower().rstrip("s")
    return sorted(LINKED, key=lambda table: table.rstrip("s") != named)


def records_of(package: Package) -> Iterator[RawRecord]:
    """Services, then organisations that offer none, then what could not be joined.

    Raises CollectError when the tables are too large, or the disk has no room.
    """
    try:
        yield from joined(package)
    except sqlite3.OperationalError:
        size = package.size * 4 // 1_000_000 + 1
        raise CollectError(NO_ROOM.format(size=size)) from None


def joined(package: Package) -> Iterator[RawRecord]:
    """The records, the first one with the notices of the package."""
    whole = Joined(RowsOnDisk(package.size))
    whole.take_in(package)
    notices = {UNKNOWN.format(table=table): 1 for table in package.unknown}
    if count := sum(number not in whole.used for number in whole.spans["locations"]):
        notices[UNUSED] = count
    for raw in wholes_of(whole):
        yield {**raw, "notices": notices} if notices else raw
        notices = {}
    for table in ("attributes", *PARENTS):
        if orphans := whole.orphans.get(table):
            wanted = [column for column, _ in PARENTS.get(table, (("link_id", ""),))]
            yield {"orphans": {"table": table, "count": orphans.count, "first": orphans.first,
                               "columns": wanted}}  # fmt: skip


def wholes_of(joined: Joined) -> Iterator[RawRecord]:
    """Each service, then each organisation that no service points to."""
    wholes = Wholes(joined.disk)
    for number in joined.spans["services"]:
        yield told(wholes, "service", number)
    for number in joined.spans["organizations"]:
        if not is_used(joined, number):
            yield told(wholes, "organization", number)


def is_used(joined: Joined, number: int) -> bool:
    """Say whether a service points to an organisation, or to another row of the same id."""
    return (
        number in joined.used
        or joined.disk.number("organizations", joined.disk.row(number).get("id")) in joined.used
    )


def told(wholes: Wholes, name: str, number: int) -> RawRecord:
    """A whole under its name; what is too large only with its own row."""
    try:
        return {name: wholes.record(number)}
    except TooLarge:
        return {TOO_LARGE: wholes.disk.row(number)}
