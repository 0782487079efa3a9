"""Rows that many objects of HSDS carry: attributes and metadata."""

from typing import Any

import msgspec

from knutepunkt.distribute.hsds.ids import id_of

Row = dict[str, Any]
ENCODE = msgspec.json.Encoder().encode


def told(row: Row) -> Row:
    """The row without the fields that say nothing."""
    return {name: value for name, value in row.items() if value or value not in ("", None)}


def attribute(link: str, entity: str, kind: str, fact: object, number: int = 0) -> Row:
    """A row of the profile: a fact as JSON text, tied to what it is about."""
    return {
        "id": id_of(link, kind, str(number)),
        "link_id": link,
        "link_type": kind,
        "link_entity": entity,
        "value": ENCODE(fact).decode(),
    }
