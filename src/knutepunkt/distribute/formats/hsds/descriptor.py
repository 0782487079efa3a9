"""The package's ``datapackage.json``: each table with its schema."""

from typing import Any

from knutepunkt.distribute.formats.base import Frame
from knutepunkt.distribute.formats.hsds.columns import ENUMS, LINKS, TABLES, Column, columns_of
from knutepunkt.distribute.open_data import LICENCE

Told = dict[str, Any]


def descriptor(frame: Frame, sizes: dict[str, tuple[int, str]]) -> Told:
    """What the package holds. ``sizes`` are bytes and digest of each table."""
    return {
        "profile": "tabular-data-package",
        "name": "human_services_data",
        "title": frame.title,
        "version": "3.0.0",
        "homepage": frame.site,
        "created": frame.moment.isoformat(timespec="seconds"),
        "licenses": [LICENCE],
        # For the reader of another node: docs/reference/hsds-profile.md.
        "knutepunkt": {"guarded": True},
        "resources": [resource(table, *size) for table, size in sizes.items()],
    }


def resource(table: str, size: int, digest: str) -> Told:
    """One table."""
    return {
        "profile": "tabular-data-resource",
        "name": TABLES[table]["resource"],
        "path": f"{table}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{digest}",
        "schema": schema(table),
    }


def schema(table: str) -> Told:
    """The columns, the key, and what the links point to."""
    columns = columns_of(table)
    links = [link(column.name) for column in columns if is_link(column)]
    told = {"fields": [field(table, column) for column in columns], "primaryKey": "id"}
    return told | ({"foreignKeys": links} if links else {})


def field(table: str, column: Column) -> Told:
    """One column."""
    rules: Told = {"required": column.is_required, "unique": column.name == "id"}
    if (known := ENUMS.get((table, column.name))) is not None:
        rules["enum"] = known
    told: Told = {"name": column.name, "type": column.type, "constraints": rules}
    return told | ({"format": column.format} if column.format else {})


def is_link(column: Column) -> bool:
    """Say whether a column points to another table."""
    return column.format == "uuid" and column.name != "id" and column.name not in LINKS


def link(name: str) -> Told:
    """Which table a column points to."""
    return {"fields": name, "reference": {"resource": name.removesuffix("_id"), "fields": "id"}}
