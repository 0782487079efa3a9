"""The data files, read when first asked for and kept."""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a data file without its heading; docs/reference/gazetteer.md has the columns."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        lines: Iterator[list[str]] = csv.reader(file)
        next(lines)
        return tuple(tuple(line) for line in lines)


def several(field: str) -> tuple[str, ...]:
    """The values of a field that holds any number of them, parted by `|`."""
    return tuple(filter(None, field.split("|")))
