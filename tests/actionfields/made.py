"""Small fields, made for one test."""

import csv
from pathlib import Path

Rows = list[dict[str, str]]

# The least that other rows can point to; names are invented.
GROUND: dict[str, Rows] = {
    "periods": [{"period": "P1"}, {"period": "P2"}],
    "sources": [
        {"source_id": "minutes", "type": "document", "anonymised": "0"},
        {"source_id": "talk", "type": "interview", "anonymised": "0"},
    ],
    "coders": [{"coder_id": "kari"}],
    "codebook": [
        {"code": "Q1", "level": "question"},
        {"code": "Q2", "level": "question"},
        {"code": "openness", "level": "category", "question": "Q1"},
    ],
    "actors": [
        {"actor_id": "fjell", "sphere_uncertain": "0"},
        {"actor_id": "fjord", "sphere_uncertain": "0"},
    ],
}
STATEMENT = {
    "statement_id": "S1",
    "actor_id": "fjell",
    "period": "P1",
    "question": "Q1",
    "category": "openness",
    "stance": "1",
    "voice": "quoted",
}
TIE = {
    "tie_id": "T1",
    "source_actor": "fjell",
    "target_actor": "fjord",
    "directed": "0",
    "kind": "meeting",
    "period": "P1",
    "status": "reported",
    "basis": "explicit",
}


def folder_of(path: Path, **tables: Rows) -> Path:
    """A folder with the ground and these tables; a table given replaces that of the ground."""
    path.mkdir(exist_ok=True)
    for name, rows in (GROUND | tables).items():
        write(path / f"{name}.csv", rows)
    return path


def write(path: Path, rows: Rows) -> None:
    """Write rows; the columns are those that any row names."""
    columns = list(dict.fromkeys(key for row in rows for key in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)


def edit(path: Path, key: str, **changes: str) -> None:
    """Change the row of a CSV file whose first cell is this key."""
    rows = read(path)
    for row in rows:
        if next(iter(row.values())) == key:
            row.update(changes)
    write(path, rows)


def drop(path: Path, *keys: str) -> None:
    """Take out the rows of a CSV file whose first cells are these keys; the header stays."""
    with path.open(encoding="utf-8", newline="") as file:
        head, *rows = list(csv.reader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *(row for row in rows if row[0] not in keys)])


def read(path: Path) -> Rows:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
