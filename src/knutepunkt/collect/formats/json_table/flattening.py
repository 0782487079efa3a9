"""Finds the lists of objects in a JSON document and flattens them into rows."""

import json
from collections.abc import Iterator, Mapping
from typing import TypeGuard

from knutepunkt.collect.formats.table.header_words import AROUND

Flat = dict[str, str]
DEEPEST = 12


def objects_in(value: object, above: Flat | None = None, depth: int = 0) -> Iterator[Flat]:
    """Each object that stands in a list, flat; with the plain values of the objects around it.

    An object in a list inside such an object belongs to that object and is no row of its own.
    """
    above = above or {}
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            if isinstance(item, Mapping):
                yield above | flat(item)
            else:
                yield from objects_in(item, above, depth + 1)
    elif isinstance(value, Mapping):
        around = {f"{AROUND}{key}": text for key, text in flat(scalars(value)).items()}
        for key, item in value.items():
            if isinstance(item, (list, Mapping)):
                keyed = {f"{AROUND}key": str(key)} if isinstance(item, Mapping) else {}
                yield from objects_in(item, above | around | keyed, depth + 1)


def scalars(value: Mapping[str, object]) -> dict[str, object]:
    """The plain values of an object."""
    return {key: item for key, item in value.items() if not isinstance(item, (list, Mapping))}


def flat(value: Mapping[str, object], before: str = "") -> Flat:
    """An object as one row: ``{"address": {"city": …}}`` has the column ``address.city``."""
    row: Flat = {}
    for key, item in value.items():
        name = f"{before}{key}"
        if is_point(item):
            longitude, latitude = item["coordinates"][:2]
            row |= {f"{name}.latitude": text_of(latitude), f"{name}.longitude": text_of(longitude)}
        elif isinstance(item, Mapping) and before.count(".") < DEEPEST:
            row |= flat(item, f"{name}.")
        elif text := text_of(item):
            row[name] = text
    return row


def is_point(item: object) -> TypeGuard[Mapping[str, list[object]]]:
    """Say whether an object is a point of GeoJSON, where the longitude comes first (RFC 7946)."""
    if not isinstance(item, Mapping) or item.get("type") != "Point":
        return False
    pair = item.get("coordinates")
    return isinstance(pair, list) and len(pair) >= 2


def text_of(item: object) -> str:
    """A value as text: lists of plain values with commas, anything deeper as JSON."""
    if item is None:
        return ""
    if isinstance(item, bool):
        return str(item).lower()
    if isinstance(item, list) and all(not isinstance(one, (list, Mapping)) for one in item):
        return ", ".join(filter(None, map(text_of, item)))
    if isinstance(item, (list, Mapping)):
        return json.dumps(item, ensure_ascii=False)
    return str(item)
