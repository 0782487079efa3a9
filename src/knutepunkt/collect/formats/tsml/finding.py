"""Knows the table and parts it into records with Meeting Guide keys."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from knutepunkt.collect import tables
from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.formats.base import Sample
from knutepunkt.collect.formats.tsml.columns import is_tsml, key_of
from knutepunkt.collect.opened import Opened, Options, RawRecord
from knutepunkt.collect.tables import Shape

LOOKED_AT = 30


def reason(samples: tuple[Sample, ...]) -> str:
    """Why the files look like this table: name, day or time, and columns only it has."""
    found = any(is_tsml(row) for sample in samples for row in sample.header)
    return "the columns are those of the 12 Step Meeting List table" if found else ""


def records(opened: Opened, options: Options) -> Iterator[RawRecord]:
    """Every row with anything in it, of every table of the source."""
    del options
    for name, path in opened.files.items():
        if tables.is_table(name) or len(opened.files) == 1:
            yield from rows_of(path, name)


def rows_of(path: Path, name: str) -> Iterator[RawRecord]:
    """The rows under the header, by key. Raises CollectError when there is no such header."""
    rows = tables.rows(path, Shape())
    header = next((row for row in islice(rows, LOOKED_AT) if is_tsml(row)), None)
    if header is None:
        raise CollectError(f"{name} has not the columns of a meeting table; you: try --format csv.")
    keys = [key_of(column) for column in header]
    for row in rows:
        if any(cell.strip() for cell in row) and row != header:
            yield record(keys, row)


def record(keys: Sequence[str], row: Sequence[str]) -> RawRecord:
    """The cells that say something, by key; of two columns with one name the first with a value."""
    raw: dict[str, object] = {}
    for number, cell in enumerate(row):
        key = keys[number] if number < len(keys) and keys[number] else f"column_{number + 1}"
        if cell.strip():
            raw.setdefault(key, cell)
    if isinstance(regions := raw.get("regions"), str):
        raw["regions"] = [part.strip() for part in regions.split(">") if part.strip()]
    return raw
