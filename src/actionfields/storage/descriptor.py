"""The descriptor of a folder of CSV: a Data Package of the Frictionless standard, version 1.

What the standard asks for and this library knows is made from the definitions of the records; what
others have added to the descriptor is kept.
"""

import json
from pathlib import Path
from typing import Any

from actionfields.columns import SEPARATOR, Column, columns
from actionfields.errors import Problem
from actionfields.field import About, Field
from actionfields.records import TABLES
from actionfields.texts import json_of, text_of

DESCRIPTOR = "datapackage.json"
# EDTF is wider than the standard's dates, so a date travels as a string that names its form.
TYPES = {"whole": "integer", "flag": "boolean"}
OURS = {"name", "title", "description", "version", "licenses", "resources", "profile"}


def about_in(path: Path, problems: list[Problem]) -> About:
    """What a descriptor says of its data set; a folder without one is called by its name."""
    if not path.exists():
        return About(name=path.parent.name)
    try:
        said = json_of(text_of(path))
        if not isinstance(said, dict):
            raise ValueError("no object")
    except (ValueError, OSError) as error:
        fault = f"it is no descriptor in JSON ({error})"
        problems.append(Problem(path.name, 0, "", fault, "mend or delete it"))
        return About(name=path.parent.name)
    return about(said)


def about(said: dict[str, Any]) -> About:
    """What a descriptor, or the head of a JSON file, says of its data set."""
    licences = said.get("licenses")
    first = licences[0] if isinstance(licences, list) and licences else {}
    named = str(first.get("name") or "") if isinstance(first, dict) else ""
    is_more = licences is not None and licences != [{"name": named}]
    return About(
        name=str(said.get("name", "field")),
        title=str(said.get("title", "")),
        description=str(said.get("description", "")),
        version=str(said.get("version", "")),
        licence=named,
        more={key: value for key, value in said.items() if key not in OURS}
        | ({"licenses": licences} if is_more else {}),
    )


def head(about: About) -> dict[str, Any]:
    """The part of a descriptor that says what the data set is."""
    said: dict[str, Any] = {"name": about.name}
    for name in ("title", "description", "version"):
        said |= {name: getattr(about, name)} if getattr(about, name) else {}
    said |= {"licenses": [{"name": about.licence}]} if about.licence else {}
    return said | about.more


def descriptor(field: Field) -> str:
    """The descriptor of a field, as JSON."""
    resources = [resource(name) for name, table in field.tables.items() if len(table)]
    said = head(field.about) | {"profile": "tabular-data-package", "resources": resources}
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def resource(name: str) -> dict[str, Any]:
    """One file: its name, and the columns with their types, keys and references."""
    known = columns(TABLES[name])
    keys = [
        {
            "fields": column.name,
            "reference": {
                "resource": "" if column.target == name else column.target,
                "fields": columns(TABLES[column.target])[0].name,
            },
        }
        for column in known
        if column.target and not column.many
    ]
    schema = {"fields": [described(one) for one in known], "primaryKey": known[0].name}
    return {
        "name": name,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "schema": schema | ({"foreignKeys": keys} if keys else {}),
    }


def described(column: Column) -> dict[str, Any]:
    """One column as the standard describes it."""
    said: dict[str, Any] = {
        "name": column.name,
        "type": TYPES.get(column.kind, "string"),
        "description": column.doc,
    }
    if column.kind == "flag":
        said |= {"trueValues": ["1"], "falseValues": ["0"]}
    if column.kind == "date":
        said |= {"rdfType": "http://id.loc.gov/datatypes/edtf"}
    if column.many:
        said |= {"separator": SEPARATOR}
    limits: dict[str, Any] = {"required": True} if column.required else {}
    limits |= {"enum": list(column.choices)} if column.choices else {}
    return said | ({"constraints": limits} if limits else {})
