"""Knows JSON with named objects in it, and parts it into records."""

from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from knutepunkt.collect import json_reading
from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.formats.base import Sample
from knutepunkt.collect.formats.json_table.flattening import Flat, flat, objects_in
from knutepunkt.collect.formats.table.finding import not_understood, raw_records, told_mapping
from knutepunkt.collect.formats.table.header_words import target_of
from knutepunkt.collect.formats.table.layout import Layout, layout
from knutepunkt.collect.formats.table.mapping import ColumnMapping
from knutepunkt.collect.opened import Opened, Options, RawRecord

LOOKED_AT = 200


def reason(samples: tuple[Sample, ...]) -> str:
    """Why a document could be read: it holds lists of objects that have names."""
    for sample in samples:
        if sample.kind in ("json", "ndjson"):
            rows = map(flat, sample.records) if sample.records else objects_in(sample.top)
            for row in islice(rows, LOOKED_AT):
                if any(target_of(column) == "name" for column in row):
                    return "it holds objects with names"
    return ""


def records(opened: Opened, options: Options) -> Iterator[RawRecord]:
    """Every object of every list, of every JSON file of the source."""
    told = told_mapping(options)
    for name, path in opened.files.items():
        columns = columns_of(path, name, told)
        found = object_layout(path, columns, told, name)
        yield from raw_records(found, partial(rows, path, columns), not_understood(found, told))


def object_layout(
    path: Path, columns: tuple[str, ...], told: ColumnMapping | None, name: str
) -> Layout:
    """The layout, as of a table whose header is the columns."""
    return layout([columns, *islice(rows(path, columns), 1, LOOKED_AT)], told, name)


def columns_of(path: Path, name: str, told: ColumnMapping | None) -> tuple[str, ...]:
    """Every column of the first objects, in the order they come. Raises CollectError for none.

    JSON leaves out what is empty, so columns that only the mapping knows come behind.
    """
    columns = dict.fromkeys(column for row in islice(objects(path), LOOKED_AT) for column in row)
    if not columns:
        raise CollectError(f"{name} holds no list of objects; you: check that it is a list.")
    wanted = told.named if told and told.named & columns.keys() else ()
    return tuple(dict.fromkeys([*columns, *sorted(wanted)]))


def rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The columns' names as the header, then each object; late columns come behind the rest."""
    yield columns
    for row in objects(path):
        late = (f"{column}: {text}" for column, text in row.items() if column not in columns)
        yield (*(row.get(column, "") for column in columns), *late)


def objects(path: Path) -> Iterator[Flat]:
    """The objects of a file; a bare list is read piece by piece."""
    if path.name.lower().endswith((".ndjson", ".jsonl")):
        yield from objects_in(list(json_reading.lines(path)))
    elif json_reading.first_character(path) == "[":
        for item in json_reading.items(path):
            yield from objects_in([item])
    else:
        yield from objects_in(json_reading.document(path))
