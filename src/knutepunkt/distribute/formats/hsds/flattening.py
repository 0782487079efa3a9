"""A whole service as rows of HSDS's tables."""

from collections.abc import Iterable
from functools import cache

import msgspec

from knutepunkt.collect.formats.hsds.profile import ITSELF
from knutepunkt.distribute.formats.hsds.tables import NOTHING, Row, Tables
from knutepunkt.distribute.hsds.ids import id_of
from knutepunkt.distribute.hsds.rows import attribute

ENCODE = msgspec.json.Encoder().encode
PROFILE = {
    "id": id_of("taxonomy", "the profile"),
    "name": "Knutepunkt's profile of HSDS",
    "description": "rows that tell what HSDS has no field for",
}


def put_service(tables: Tables, service: Row) -> None:
    """Write a service and all it depends on."""
    owner = service.get("organization") or itself(service)
    tables.put("services", service | {"organization_id": owner["id"]})
    put_organisation(tables, owner)
    for schedule in service["schedules"]:
        put_schedule(tables, schedule)
    for link in service["service_at_locations"]:
        tables.put("service_at_location", link)
        put_location(tables, link["location"])
        for schedule in link["schedules"]:
            put_schedule(tables, schedule)
    for table in ("languages", "metadata"):
        for row in service[table]:
            tables.put(table, row)
    put_attributes(tables, service["attributes"])


def itself(service: Row) -> Row:
    """A group that belongs to no organisation as its own: in tables a service may not lack one."""
    id_ = id_of(service["id"], "itself")
    mark = attribute(id_, "organization", ITSELF, True)  # noqa: FBT003 - the value of a row
    return {"id": id_, "name": service["name"], "attributes": [mark]}


def put_organisation(tables: Tables, owner: Row) -> None:
    """Write an organisation, once."""
    if tables.put_once("organizations", owner):
        for row in owner.get("organization_identifiers", ()):
            tables.put("organization_identifiers", row)
        put_attributes(tables, owner["attributes"])


def put_location(tables: Tables, location: Row) -> None:
    """Write where a meeting is held, once."""
    if tables.put_once("locations", location):
        for row in location.get("addresses", ()):
            tables.put("addresses", row)
        put_attributes(tables, location.get("attributes", ()))


def put_schedule(tables: Tables, schedule: Row) -> None:
    """Write when a meeting is held."""
    tables.put("schedules", schedule)
    put_attributes(tables, schedule["attributes"])


def put_attributes(tables: Tables, rows: Iterable[Row]) -> None:
    """Write rows of the profile; each names a term, as tables want it."""
    for row in rows:
        term = row.get("taxonomy_term")
        known = term or profile_term(row["link_type"])
        if tables.is_new("taxonomy_terms", known["id"]):
            put_term(tables, with_scheme(known) if term else known)
        value = row.get("value") or ENCODE(term["code"] if term else None).decode()
        tables.put("attributes", row | {"taxonomy_term_id": known["id"], "value": value})


def put_term(tables: Tables, term: Row) -> None:
    """Write a term, and its taxonomy where nobody told of it."""
    tables.put("taxonomy_terms", term)
    taxonomy = {"id": term["taxonomy_id"], "name": term["taxonomy"], "description": NOTHING}
    tables.put_once("taxonomies", taxonomy)


def with_scheme(term: Row) -> Row:
    """A term under a code that no other scheme has, as the table wants it."""
    return term | {"code": f"{term['taxonomy']}:{term['code']}"}


@cache
def profile_term(kind: str) -> Row:
    """The term for a kind of row of the profile."""
    return {
        "id": id_of("term", "the profile", kind),
        "code": kind,
        "name": kind,
        "description": PROFILE["description"],
        "taxonomy": "knutepunkt",
        "taxonomy_id": PROFILE["id"],
    }
