"""Words in which the shapes of answers are written."""

from typing import Any

from knutepunkt.distribute.described.operations import TEXT, Schema, ref

NUMBER: Schema = {"type": "integer", "minimum": 0}
YES_NO: Schema = {"type": "boolean"}
ID: Schema = {"type": "string", "format": "uuid"}
URI: Schema = {"type": "string", "format": "uri"}
DAY: Schema = {"type": "string", "format": "date"}
CLOCK: Schema = {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}
Shapes = dict[str, dict[str, Any]]


def thing(said: str, required: dict[str, Schema], /, **more: Schema) -> dict[str, Any]:
    """An object that has some fields at least."""
    return {
        "type": "object", "description": said, "required": [*required],
        "properties": {**required, **more},
    }  # fmt: skip


def closed(said: str, required: dict[str, Schema], /, **more: Schema) -> dict[str, Any]:
    """An object that has no other fields than these."""
    return {**thing(said, required, **more), "additionalProperties": False}


def rows(name: str) -> Schema:
    """A list of things."""
    return {"type": "array", "items": ref(name)}


def told(schema: Schema, said: str) -> Schema:
    """A schema with what its field means."""
    return {**schema, "description": said}


def one_of(*values: str) -> Schema:
    """A text out of a few."""
    return {"type": "string", "enum": [*values]}


def either(*names: str) -> Schema:
    """A thing of one kind or another."""
    return {"anyOf": [ref(name) for name in names]}


__all__ = [
    "CLOCK", "DAY", "ID", "NUMBER", "TEXT", "URI", "YES_NO", "Schema", "Shapes", "closed",
    "either", "one_of", "ref", "rows", "thing", "told",
]  # fmt: skip
