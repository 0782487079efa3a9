"""Rows that many objects of HSDS carry: attributes and metadata."""

from functools import lru_cache
from string import ascii_letters, digits
from typing import Any
from urllib.parse import quote

import msgspec

from knutepunkt.distribute.hsds.ids import id_of

Row = dict[str, Any]
ENCODE = msgspec.json.Encoder().encode
PLAIN = frozenset(f"{ascii_letters}{digits}-._~:/?#@!$&'()*+,;=")


def told(row: Row) -> Row:
    """The row without the fields that say nothing."""
    return {name: value for name, value in row.items() if value not in ("", None)}


def attribute(link: str, entity: str, kind: str, fact: object, number: int = 0) -> Row:
    """A row of the profile: a fact as JSON text, tied to what it is about."""
    return {
        "id": id_of(link, kind, str(number)),
        "link_id": link,
        "link_type": kind,
        "link_entity": entity,
        "value": ENCODE(fact).decode(),
    }


@lru_cache(maxsize=4096)
def uri(address: str) -> str:
    """An address of the web as a URI (RFC 3986); "" for what cannot be one."""
    if PLAIN.issuperset(address):
        return address
    if "[" in address.partition("://")[2].partition("/")[0]:
        return ""
    return quote(address, safe="-._~:/?#@!$&'()*+,;=")
