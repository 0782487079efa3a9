"""Tables kept as text: any usual separator, any usual encoding, read in memory for one row."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO

from knutepunkt.collect.clean.formulas import unguarded
from knutepunkt.collect.encodings import encoding_of
from knutepunkt.collect.errors import CollectError

SEPARATORS = ",;\t|"
LOOKED_AT = 65_536
LONGEST_CELL = 1_000_000


def rows(path: Path, separator: str, encoding: str) -> Iterator[tuple[str, ...]]:
    """The rows of a text table; an empty separator or encoding is found out.

    Raises CollectError for text that is no table, and for a quote that never ends.
    """
    csv.field_size_limit(LONGEST_CELL)
    try:
        known = encoding or encoding_of(path)
        with path.open(encoding=known, errors="replace", newline="") as file:
            found = separator or separator_told(file) or separator_of(file.read(LOOKED_AT))
            file.seek(0)
            separator_told(file)
            yield from parted(file, found, path.name)
    except LookupError:
        raise CollectError(
            f"there is no encoding {encoding}; you: write utf-8 or cp1252 in the mapping file."
        ) from None


def parted(file: IO[str], separator: str, name: str) -> Iterator[tuple[str, ...]]:
    """The rows from the file's position on."""
    lines: list[str] = []  # of the row that is being read
    reader = csv.reader(remembered(file, lines), delimiter=separator)
    last: list[str] = []
    try:
        for row in reader:
            last = lines[:]
            lines.clear()
            has_mark = any("'" in line for line in last)
            yield tuple(map(unguarded, row)) if has_mark else tuple(row)
        check_end(last, separator)
    except csv.Error as error:
        number = reader.line_num - len(lines or last) + 1
        if "field larger" in str(error) and '"' not in "".join(lines):
            raise CollectError(
                f"{name}: a cell on line {number} has more than {LONGEST_CELL} letters; "
                "the feed's owner: send a shorter one."
            ) from None
        raise CollectError(
            f"{name}: a quotation mark that opens on line {number} never ends; "
            f'the feed\'s owner: write "" for a quotation mark inside a cell.'
        ) from None


def remembered(file: Iterable[str], lines: list[str]) -> Iterator[str]:
    """The lines of a file, without zero bytes, each also put into a list."""
    for line in file:
        clean = line.replace("\0", "")
        lines.append(clean)
        yield clean


def check_end(lines: list[str], separator: str) -> None:
    """Raise csv.Error when the last row's quotation mark never ends: it ate what follows."""
    try:
        list(csv.reader(lines, delimiter=separator, strict=True))
    except csv.Error as error:
        if "end of data" in str(error):
            raise


def separator_told(file: IO[str]) -> str:
    """The separator in a first line ``sep=;`` as Excel writes it; the line is then passed."""
    file.seek(0)
    line = file.readline(16).strip().lower()
    if line.startswith("sep=") and len(line) == 5:
        return line[4]
    file.seek(0)
    return "\t" if line == "sep=" else ""


def separator_of(text: str) -> str:
    """The separator that parts most rows into the same number of cells."""
    return max(SEPARATORS, key=lambda separator: evenness(text, separator))


def evenness(text: str, separator: str) -> tuple[float, int]:
    """How many cells lie in rows of the usual width, and that width; zero without the separator."""
    try:
        reader = csv.reader(text.splitlines(keepends=True), delimiter=separator)
        widths = Counter(len(row) for row in islice(reader, 500) if len(row) > 1)
    except csv.Error:
        return 0, 0
    if not widths:
        return 0, 0
    width, count = max(widths.items(), key=lambda item: item[0] * item[1])
    return count * count / widths.total() * min(width, 3), width
