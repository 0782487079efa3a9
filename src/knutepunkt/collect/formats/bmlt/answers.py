"""Tells the answers of a BMLT server apart and hands out their items under one set of names."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path

from knutepunkt.collect import json_reading
from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.formats.bmlt import admin_api
from knutepunkt.collect.opened import RawRecord

MEETINGS, FORMATS, BODIES, EMPTY = "meetings", "formats", "service bodies", "empty lists"
KINDS: tuple[tuple[str, tuple[set[str], ...]], ...] = (
    (MEETINGS, ({"id_bigint"}, {"weekday_tinyint", "start_time"}, admin_api.MEETING)),
    (FORMATS, ({"key_string", "name_string"}, admin_api.FORMAT)),
    (BODIES, ({"parent_id", "name", "type"}, admin_api.BODY)),
    ("changes", ({"change_type", "change_id"},)),
    ("server descriptions", ({"versionInt", "nativeLang"},)),
    ("field names", ({"key", "description"},)),
)
NOT_JSON = (".csv", ".tsv", ".xlsx", ".txt", ".md", ".html", ".pdf")
Answer = tuple[str, Iterable[RawRecord]]


def kind_of(item: RawRecord) -> str:
    """What a server lists when this is an item of the list; "" when it is nothing of BMLT's."""
    for kind, shapes in KINDS:
        if any(shape <= item.keys() for shape in shapes):
            return kind
    return ""


def kind_of_list(items: Iterable[object]) -> str:
    """What the first known item says; "" for an empty or foreign list."""
    kinds = (kind_of(item) for item in items if isinstance(item, Mapping))
    return next(filter(None, kinds), "")


def answers(files: Mapping[str, Path]) -> Iterator[tuple[str, Answer]]:
    """Every list in the files, with the file's name and what it lists."""
    for name, path in files.items():
        if not name.lower().endswith(NOT_JSON):
            for answer in answers_in(name, path):
                yield name, answer


def answers_in(name: str, path: Path) -> Iterator[Answer]:
    """The lists of one file; a large bare list is read piece by piece."""
    if path.stat().st_size > json_reading.WHOLE_UP_TO and json_reading.first_character(path) == "[":
        stream = json_reading.streamed(path)
        first = list(islice(stream, json_reading.LOOKED_AT))
        yield named(kind_of_list(first), name), objects(chain(first, stream), name)
        return
    for items in lists_in(json_reading.document(path)):
        kind = named(kind_of_list(items), name) if items else EMPTY
        yield kind, objects(items, name)


def lists_in(value: object) -> list[list[object]]:
    """The lists of a document: several side by side, one with wrappers, or a single object."""
    if isinstance(value, Mapping):
        side_by_side = [value.get(key) for key in ("meetings", "formats", "serviceBodies")]
        found = [items for items in side_by_side if isinstance(items, list)]
        if found:
            return found
    records = json_reading.records_in(value)
    return [[value]] if records is None else [records]


def named(kind: str, name: str) -> str:
    """The kind, when there is one. Raises CollectError."""
    if not kind:
        raise CollectError(f"{name} is no answer of a BMLT server; you: take it out of the source.")
    return kind


def objects(items: Iterable[object], name: str) -> Iterator[RawRecord]:
    """The items under the semantic API's names. Raises CollectError for a list of none."""
    for item in json_reading.objects(items, name):
        yield from admin_api.translated(item)
