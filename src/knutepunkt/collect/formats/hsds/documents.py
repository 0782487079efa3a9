"""JSON of any shape: one object, a page, a list, lines; the items one by one."""

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import islice
from pathlib import Path

from knutepunkt.collect import json_reading
from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.formats.hsds.kinds import kind_of
from knutepunkt.collect.formats.hsds.tables import Package, Row, is_csv, stem
from knutepunkt.collect.opened import RawRecord

NOT_JSON = (".csv", ".tsv", ".xlsx", ".txt", ".md", ".html", ".pdf", "datapackage.json")


def json_files(files: Mapping[str, Path]) -> list[Path]:
    """The files that hold JSON."""
    return [path for name, path in files.items() if not name.lower().endswith(NOT_JSON)]


def items(path: Path) -> Iterator[RawRecord]:
    """The objects of a file. Raises CollectError for a file that begins with none."""
    return json_reading.objects(values(path), path.name)


def values(path: Path) -> Iterator[object]:
    """The items of a file; lines and large lists are read piece by piece."""
    if is_lines(path):
        yield from json_reading.lines(path)
    elif path.stat().st_size > json_reading.WHOLE_UP_TO:
        yield from json_reading.items(path)
    else:
        yield from listed(json_reading.document(path))


def listed(value: object) -> list[object]:
    """The items of a document: the object itself when it is one, else its list."""
    if isinstance(value, Mapping) and kind_of(value):
        return [value]
    found = json_reading.records_in(value)
    return [value] if found is None else found


def is_lines(path: Path) -> bool:
    """Say whether a file holds one object a line: its first line is a whole one, and not alone."""
    if json_reading.first_character(path) != "{":
        return False
    with path.open(encoding="utf-8-sig", errors="replace") as file:
        lines = list(islice((line for line in file if line.strip()), 2))
    if path.name.lower().endswith((".ndjson", ".jsonl")):
        return True
    if len(lines) < 2 or not lines[0].startswith("{") or not lines[0].rstrip().endswith("}"):
        return False
    try:
        return isinstance(json_reading.parsed(lines[0], path.name), Mapping)
    except CollectError:
        return False


def tabular(path: Path) -> Package | None:
    """The tables of an object of tables (``{"services.csv": [rows]}``); None for other files."""
    if path.stat().st_size > json_reading.WHOLE_UP_TO or is_lines(path):
        return None
    package = tables_in(json_reading.document(path))
    if package is not None:
        package.size = path.stat().st_size
    return package


def tables_in(value: object) -> Package | None:
    """The package in a parsed document, when each of its keys names a table."""
    if not isinstance(value, Mapping) or not value or not all(map(is_csv, map(str, value))):
        return None
    package = Package()
    for name, rows in value.items():
        package.add(stem(str(name)), partial(rows_in, rows))
    return package


def rows_in(value: object) -> Iterator[Row]:
    """The objects in a list, each a row."""
    return (dict(row) for row in (value if isinstance(value, list) else [])
            if isinstance(row, Mapping))  # fmt: skip
