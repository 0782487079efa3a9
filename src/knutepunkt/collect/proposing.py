"""Proposes a mapping for a table, read in a process of its own like every foreign file."""

import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from knutepunkt.collect import recognise, tables
from knutepunkt.collect.child import limit
from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.formats.json_table.finding import columns_of
from knutepunkt.collect.formats.json_table.finding import rows as json_rows
from knutepunkt.collect.formats.table.layout import layout
from knutepunkt.collect.formats.table.toml_writing import as_toml
from knutepunkt.collect.limits import DEFAULT

LOOKED_AT = 200


def proposal(path: Path) -> str:
    """A mapping file (TOML) to edit. Raises CollectError when the table cannot be read."""
    if not path.is_file():
        raise CollectError(f"there is no file {path}; you: check the path.")
    limits = [str(DEFAULT.cpu_seconds), str(DEFAULT.address_space)]
    done = subprocess.run(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-X", "utf8", "-m", "knutepunkt.collect.proposing", str(path), *limits],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        said = done.stderr.strip().splitlines()
        raise CollectError(said[-1] if done.returncode == 1 and said else f"reading {path.name} "
                           "takes more than it may; the feed's owner: send less.")  # fmt: skip
    return done.stdout


def proposed(path: Path) -> str:
    """The proposal, in this process."""
    rows = list(islice(rows_of(path), LOOKED_AT))
    found = layout(rows, None, path.name, must_fit=False)
    return as_toml(found.mapping, found.names, rows[found.skipped :])


def rows_of(path: Path) -> Iterator[tuple[str, ...]]:
    """The rows of a table, or of the objects in a JSON file."""
    if recognise.kind_of(path.name, path) in ("json", "ndjson"):
        return json_rows(path, columns_of(path, path.name, None))
    return tables.rows(path, tables.Shape())


def main() -> None:
    """Print the proposal, or one sentence on standard error with code 1."""
    limit(int(sys.argv[2]), int(sys.argv[3]))
    try:
        sys.stdout.write(proposed(Path(sys.argv[1])))
    except CollectError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
