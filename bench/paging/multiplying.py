"""Makes a very large node of a large one in minutes: every row again, under names of its own.

To collect a million groups takes longer than to measure them. Each copy has ids, organisations and
places of its own, as other groups would; only the words in which groups describe themselves are
said again. Classifications, claims and confirmations follow their group.
"""

import shutil
import sqlite3
from pathlib import Path

KIBIBYTES = 524_288
ID = "lower(hex(randomblob(16)))"
NAME = "name || ' ' || :copy"
# Columns that a copy says otherwise; a table's name stands for how far its numbers are moved.
TABLES = {
    "organisation": {"uid": ID, "name": NAME, "folded_name": "folded_name || ' ' || :copy",
                     "legal_id": "''", "parent_id": "organisation"},
    "group": {"uid": ID, "name": NAME, "organisation_id": "organisation"},
    "place": {"digest": ID, "name": NAME},
    "meeting": {"uid": ID, "group_id": "group", "place_id": "place"},
    "claim": {"record": "record || '-' || :copy", "group_key": ID, "group_id": "group",
              "organisation_id": "organisation"},
    "organisationclaim": {"key": "key || '-' || :copy", "organisation_id": "organisation"},
    "classification": {"group_id": "group"},
    "confirmation": {"group_id": "group"},
}  # fmt: skip


def multiply(node: Path, larger: Path, times: int) -> None:
    """Make a folder with ``times`` as many groups of that of a node nobody is using."""
    half = larger.with_name(f"{larger.name}.half")
    shutil.rmtree(half, ignore_errors=True)
    shutil.copytree(node, half, ignore=shutil.ignore_patterns("files", "finished", "index", "work"))
    file = sqlite3.connect(half / "knutepunkt.sqlite3", isolation_level=None)
    for name, value in (("journal_mode", "OFF"), ("synchronous", "OFF"), ("secure_delete", "OFF"),
                        ("cache_size", -KIBIBYTES)):  # fmt: skip
        file.execute(f"PRAGMA {name} = {value}")
    file.execute("BEGIN")
    steps = {table: file.execute(f"SELECT MAX(id) FROM directory_{table}").fetchone()[0] or 0
             for table in TABLES}  # fmt: skip
    for table, others in TABLES.items():
        columns = [row[1] for row in file.execute(f"PRAGMA table_info(directory_{table})")]
        told = ", ".join(said(column, table, others, steps) for column in columns)
        names = ", ".join(f'"{column}"' for column in columns)
        for copy in range(1, times):
            rows = f"SELECT {told} FROM directory_{table} WHERE id <= {steps[table]}"
            file.execute(f"INSERT INTO directory_{table} ({names}) {rows}", {"copy": copy})
    file.execute("COMMIT")
    file.execute("PRAGMA journal_mode = WAL")
    file.close()
    half.rename(larger)


def said(column: str, table: str, others: dict[str, str], steps: dict[str, int]) -> str:
    """What a copy has in a column: a number moved, a name of its own, or the same."""
    moved = table if column == "id" else others.get(column, f'"{column}"')
    return f'"{column}" + :copy * {steps[moved]}' if moved in steps else moved
