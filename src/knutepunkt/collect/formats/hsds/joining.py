"""Joins the tables of a data package into whole services, as the JSON API would send them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from knutepunkt.collect.clean.ids import real_id
from knutepunkt.collect.clean.text import one_line
from knutepunkt.collect.formats.hsds.tables import Package, Row
from knutepunkt.collect.opened import RawRecord

Index = dict[str, dict[str, Row]]
AT = ("service_at_location_id", "service_at_location")
SERVICE, LOCATION = ("service_id", "services"), ("location_id", "locations")
ORGANISATION = ("organization_id", "organizations")
# Which rows belong to which: the first parent that exists has the row.
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
LINKED = ("services", "service_at_location", "locations", "organizations", "schedules", "phones",
          "contacts", "addresses", "programs", "accessibility", "languages", "cost_options",
          "service_areas", "funding", "required_documents")  # fmt: skip
UNUSED = "locations that no service uses were left out"
UNKNOWN = "the table {table} is none of HSDS's; it was left out"


@dataclass(slots=True)
class Joined:
    """A package's rows tied together; ``orphans`` are rows whose parents are missing."""

    package: Package
    index: Index = field(default_factory=dict)
    orphans: dict[str, list[str]] = field(default_factory=dict)

    def rows(self, table: str) -> list[Row]:
        """The rows of a table; none when the package lacks it."""
        return self.package.tables.get(table, [])

    def found(self, table: str, id_: object) -> Row | None:
        """The row with an id."""
        return self.index.get(table, {}).get(one_line(id_)) if id_ else None


def joined(package: Package) -> Joined:
    """The package with every row attached to the row it belongs to."""
    whole = Joined(package)
    for table, rows in package.tables.items():
        whole.index[table] = {one_line(row["id"]): row for row in rows if row.get("id")}
    classify(whole)
    for table, parents in PARENTS.items():
        for row in whole.rows(table):
            attach(whole, table, row, parents)
    tie(whole)
    return whole


def attach(whole: Joined, table: str, row: Row, parents: tuple[tuple[str, str], ...]) -> None:
    """Add a row to its first existing parent, or to the orphans."""
    for column, parent_table in parents:
        parent = whole.found(parent_table, row.get(column))
        if parent is not None:
            key = "service_at_locations" if table == "service_at_location" else table
            rows_under(parent, key).append(row)
            return
    whole.orphans.setdefault(table, []).append(one_line(row.get("id")))


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


def classify(whole: Joined) -> None:
    """Attach terms to what they classify, and moments of change to services."""
    for row in whole.rows("attributes"):
        term = whole.found("taxonomy_terms", row.get("taxonomy_term_id") or row.get("taxonomy_id"))
        if term is not None:
            taxonomy = whole.found("taxonomies", term.get("taxonomy_id"))
            row["taxonomy_term"] = {**term, "taxonomy_detail": taxonomy} if taxonomy else term
        parent = linked(whole, row)
        if parent is None:
            whole.orphans.setdefault("attributes", []).append(one_line(row.get("id")))
        else:
            rows_under(parent, "attributes").append(row)
    for row in whole.rows("metadata"):
        service = whole.found("services", row.get("resource_id"))
        if service is not None:
            rows_under(service, "metadata").append(row)


def linked(whole: Joined, row: Row) -> Row | None:
    """The row that an attribute belongs to: in the table it names, else in any."""
    link = row.get("link_id") or row.get("service_id")
    entity = one_line(row.get("link_entity")).lower()
    tables = sorted(LINKED, key=lambda table: table.rstrip("s") != entity.rstrip("s"))
    return next((found for table in tables if (found := whole.found(table, link))), None)


def tie(whole: Joined) -> None:
    """Give each link its location, and each service its organisation, program and terms."""
    for row in (*whole.rows("service_at_location"), *whole.rows("schedules")):
        location = whole.found("locations", row.get("location_id"))
        if location is not None and not is_among(row, location.get("schedules")):
            row["location"] = location
    for owner in whole.rows("organizations"):
        parent = whole.found("organizations", owner.get("parent_organization_id"))
        if parent is not None:
            owner["parent_name"] = parent.get("name")
    for service in whole.rows("services"):
        for name, table in (("organization", "organizations"), ("program", "programs")):
            found = whole.found(table, service.get(f"{name}_id"))
            if found is not None:
                service[name] = found


def is_among(row: Row, rows: object) -> bool:
    """Say whether the row itself is in the list; a location's own hours must not hold it again."""
    return isinstance(rows, list) and any(row is other for other in rows)


def records_of(package: Package) -> Iterator[RawRecord]:
    """Services, then organisations that offer none, then what could not be joined."""
    whole = joined(package)
    notices = {UNKNOWN.format(table=table): 1 for table in package.unknown}
    if count := unused_locations(whole):
        notices[UNUSED] = count
    used = {real_id(service.get("organization_id")) for service in whole.rows("services")} - {""}
    wholes: list[RawRecord] = [{"service": service} for service in whole.rows("services")]
    wholes += [{"organization": organisation} for organisation in whole.rows("organizations")
               if real_id(organisation.get("id")) not in used]  # fmt: skip
    for raw in wholes:
        yield {**raw, "notices": notices} if notices else raw
        notices = {}
    for table, ids in whole.orphans.items():
        wanted = [column for column, _ in PARENTS.get(table, (("link_id", ""),))]
        yield {"orphans": {"table": table, "count": len(ids), "first": ids[0], "columns": wanted}}


def unused_locations(whole: Joined) -> int:
    """How many locations neither a service nor a schedule of one points to."""
    links = (*whole.rows("service_at_location"), *whole.rows("schedules"))
    used = {one_line(row.get("location_id")) for row in links
            if whole.found("services", row.get("service_id"))}  # fmt: skip
    return sum(one_line(row.get("id")) not in used for row in whole.rows("locations"))
