"""Rows in and out: the tables kept by hand beside this file, and the data files of the package."""

import csv
from pathlib import Path

Row = dict[str, str]
HERE = Path(__file__).parent


def by_hand(name: str) -> list[Row]:
    """The rows of a table kept by hand, e.g. `changes`, in the order written."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, rows: list[Row]) -> int:
    """Write rows sorted by their values, so that a rebuild differs only where the facts do."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(rows, key=lambda row: tuple(row.values())))
    return path.stat().st_size
