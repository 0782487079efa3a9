"""What each file of the open data looks like inside, as its descriptor tells it."""

from collections.abc import Callable
from typing import Any

import msgspec

from knutepunkt.collect.drafts import RecordDraft
from knutepunkt.distribute.formats.table.rows import COLUMNS

Told = dict[str, Any]
NUMBERS = {"Varighet": "integer", "Alder fra": "integer", "Alder til": "integer",
           "Breddegrad": "number", "Lengdegrad": "number"}  # fmt: skip
HSDS = "https://docs.openreferral.org/en/3.0/"
JSON_SCHEMA = "https://json-schema.org/draft/2020-12/schema"
MEETING: Told = {
    "type": "object",
    "required": ["slug", "name", "day", "time"],
    "properties": {
        "slug": {"type": "string"},
        "name": {"type": "string"},
        "day": {
            "anyOf": [
                {"type": "integer", "minimum": 0, "maximum": 6},
                {"type": "array", "items": {"type": "integer", "minimum": 0, "maximum": 6}},
            ]
        },
        "time": {"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"},
        "types": {"type": "array", "items": {"type": "string"}},
    },
}
LINKED: Told = {"type": "object", "required": ["@context"]}


def shape_of(name: str) -> Told:
    """The schema of a format: of a table, of JSON, or where a format is described.

    Tools for data packages take ``schema`` for that of a table, and refuse any other there. Lines
    of JSON they would take for the rows of one, but for the ``type``.
    """
    if name == "csv":
        return {"type": "table", "profile": "tabular-data-resource", "schema": table()}
    told = {"jsonSchema": JSON[name]()} if name in JSON else {"conformsTo": DESCRIBED[name]}
    return {"type": "file", "profile": "data-resource", **told}


def table() -> Told:
    """The columns of the table, a row for each meeting."""
    fields = [{"name": name, "type": NUMBERS.get(name, "string")} for name in COLUMNS]
    return {"fields": fields, "primaryKey": COLUMNS[0]}


def records() -> Told:
    """The lines behind the first, which says that these are a node's records."""
    return {"$schema": JSON_SCHEMA} | msgspec.json.schema(RecordDraft)


JSON: dict[str, Callable[[], Told]] = {
    "ndjson": records,
    "meeting-guide": lambda: {"$schema": JSON_SCHEMA, "type": "array", "items": MEETING},
    "jsonld": lambda: {"$schema": JSON_SCHEMA} | LINKED,
}
DESCRIBED = {
    "hsds": f"{HSDS}hsds/schema_reference.html#service",
    "hsds-csv": f"{HSDS}hsds/schema_reference.html",
    "ical": "https://www.rfc-editor.org/rfc/rfc5545",
    "skos": "http://www.w3.org/2004/02/skos/core",
}
