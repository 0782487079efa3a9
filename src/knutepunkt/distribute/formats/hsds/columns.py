"""The tables of HSDS 3.0 and their columns; ``columns.toml`` names them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

URIS = frozenset({"url", "website", "logo", "term_uri", "schedule_link"})
WITHOUT_FORMAT = {("service_areas", "uri")}
ENUMS = {
    ("services", "status"): ["active", "inactive", "defunct", "temporarily closed"],
    ("locations", "location_type"): ["physical", "postal", "virtual"],
    ("addresses", "address_type"): ["physical", "postal", "virtual"],
    ("schedules", "wkst"): ["MO", "TU", "WE", "TH", "FR", "SA", "SU"],
    ("schedules", "freq"): ["WEEKLY", "MONTHLY"],
}
# What a link points to, where its name does not tell.
LINKS = {"link_id": "", "resource_id": "", "parent_id": "", "parent_organization_id": ""}
TABLES: dict[str, dict[str, str]] = tomllib.loads(
    files("knutepunkt.distribute.formats.hsds").joinpath("columns.toml").read_text("utf-8")
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, with its type and format as a table schema has them."""

    name: str
    type: str
    format: str
    is_required: bool


@cache
def columns_of(table: str) -> tuple[Column, ...]:
    """The columns of a table."""
    found = []
    for said in TABLES[table]["columns"].split():
        name, _, type_ = said.rstrip("!").partition(":")
        form = "" if (table, name) in WITHOUT_FORMAT else format_of(name)
        found.append(Column(name, type_ or "string", form, said.endswith("!")))
    return tuple(found)


def format_of(name: str) -> str:
    """The format of a column of text; "" for any text."""
    if name == "id" or (name.endswith("_id") and name != "tax_id"):
        return "uuid"
    if name.endswith("email"):
        return "email"
    return "uri" if name in URIS or name == "uri" else ""
