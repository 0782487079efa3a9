"""From a name or a path to a checked field, and back to disk."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from actionfields.checking.sound import problems_in, sound_part
from actionfields.errors import FieldError, InvalidError, Problem
from actionfields.field import Field
from actionfields.storage.csv_folder import read_folder, write_folder
from actionfields.storage.json_file import read_json, write_json
from actionfields.storage.sqlite_file import read_sqlite, write_sqlite
from actionfields.storage.taken import Taken

SHIPPED = Path(__file__).parent / "data"
READERS: dict[str, Callable[[Path], Taken]] = {
    ".json": read_json,
    ".sqlite": read_sqlite,
    ".sqlite3": read_sqlite,
    ".db": read_sqlite,
}
WRITERS: dict[str, Callable[[Field, Path], None]] = {
    "": write_folder,
    ".json": write_json,
    ".sqlite": write_sqlite,
    ".sqlite3": write_sqlite,
    ".db": write_sqlite,
}


def shipped() -> list[str]:
    """The names of the data sets that come with the library."""
    return sorted(path.name for path in SHIPPED.iterdir() if path.is_dir())


def load(source: str | Path) -> Field:
    """Read a field: the name of one that is shipped, a folder of CSV, a JSON or an SQLite file.

    A path wins over a name. Raises InvalidError with every wrong row, or FieldError when there is
    nothing to read.

    >>> load("selvhjelp").about.name
    'selvhjelp'
    """
    path = place_of(source)
    with uncollected():
        return checked(taken_from(path))


def load_sound(source: str | Path) -> tuple[Field, list[Problem]]:
    """Read a field without its wrong rows, and everything that was wrong.

    A row goes when a cell of it cannot be read or points nowhere; of several names in a cell only
    those that lead somewhere stay. Raises InvalidError where a whole file is wrong.

    >>> field, problems = load_sound("selvhjelp")
    >>> len(field.findings), problems
    (25, [])
    """
    with uncollected():
        taken, problems = sound_part(taken_from(place_of(source)))
    return Field(taken.tables, taken.about), problems


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector from looking through millions of new cells, none of it garbage."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def place_of(source: str | Path) -> Path:
    """Where the data lie."""
    path = Path(source)
    if path.exists():
        return path
    if str(source) in shipped():
        return SHIPPED / str(source)
    raise FieldError(
        f"there is no data set «{source}»: neither a folder or file here, nor one that is shipped "
        f"({', '.join(shipped())})."
    )


def taken_from(path: Path) -> Taken:
    """The tables of a folder or file, not yet checked."""
    if path.is_dir():
        taken = read_folder(path)
        if not taken.tables and not taken.problems:
            raise FieldError(f"{path} holds no table; make one with «actionfields new».")
        return taken
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise FieldError(
            f"{path.name} is neither a folder of CSV, JSON nor SQLite; "
            "take it in with «actionfields import» first."
        )
    return reader(path)


def checked(taken: Taken) -> Field:
    """The field, if nothing is wrong with it."""
    if problems := problems_in(taken):
        raise InvalidError(problems)
    return Field(taken.tables, taken.about)


def save(field: Field, target: str | Path, *, empty: bool = False) -> Path:
    """Write a field to a folder (no ending), .json, or .sqlite; all of it or nothing.

    What is there already is not overwritten. With ``empty`` a folder gets a file for every table,
    also for those without rows.
    """
    path = Path(target)
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        raise FieldError(
            f"a field is written to a folder, .json or .sqlite, not to {path.suffix}; a form of "
            "another tool is named with --format."
        )
    if path.exists() and not (path.is_dir() and not any(path.iterdir())):
        raise FieldError(f"{path} is there already; choose another name or take it away.")
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(mkdtemp(dir=path.parent, prefix=f".{path.name}-"))
    try:
        made = beside if writer is write_folder else beside / path.name
        if writer is write_folder:
            write_folder(field, made, empty=empty)
        else:
            writer(field, made)
        made.chmod(0o755 if made.is_dir() else 0o644)
        os.replace(made, path)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return path
