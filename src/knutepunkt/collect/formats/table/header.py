"""Finds the header of a table: after a preamble, or nowhere."""

import re
from collections.abc import Sequence
from string import ascii_uppercase

from knutepunkt.collect.formats.table.header_words import target_of
from knutepunkt.collect.formats.table.values import DATE, EMAIL, URL, is_time

Rows = Sequence[Sequence[str]]
LONGEST_NAME = 80
NUMBER = re.compile(r"[-+]?[\d\s.,]+")
LOOKED_AT = 60


def header_at(rows: Rows) -> int | None:
    """The index of the header row: names, of which several are known or rows alike follow.

    None when the table seems to begin with its data.
    """
    candidates = [number for number in range(min(len(rows), LOOKED_AT)) if is_names(rows[number])]
    known = {number: known_names(rows[number]) for number in candidates}
    for number in candidates:
        is_alone = not any(width(row) for row in rows[number + 1 :])
        if known[number] >= 2 or (
            known[number] and (is_alone or known[number] == width(rows[number]))
        ):
            return number
    for number in candidates:
        if width(rows[number]) > 1 and is_followed(rows, number) and not like_data(rows, number):
            return number
    return None


def width(row: Sequence[str]) -> int:
    """How many cells say something."""
    return sum(bool(cell.strip()) for cell in row)


def is_names(row: Sequence[str]) -> bool:
    """Say whether every cell could be a column's name: short, no number, address, date or time."""
    said = [cell.strip() for cell in row if cell.strip()]
    return bool(said) and all(
        len(cell) <= LONGEST_NAME
        and not NUMBER.fullmatch(cell)
        and not URL.match(cell)
        and not EMAIL.search(cell)
        and not DATE.fullmatch(cell)
        and not is_time(cell)
        for cell in said
    )


def known_names(row: Sequence[str]) -> int:
    """How many different things we know the row's cells to name."""
    return len({target_of(cell) for cell in row} - {""})


def is_followed(rows: Rows, number: int) -> bool:
    """Say whether the next rows are about as wide."""
    after = [row for row in rows[number + 1 : number + 6] if width(row)]
    return bool(after) and all(len(row) == len(rows[number]) for row in after)


def like_data(rows: Rows, number: int) -> bool:
    """Say whether the row repeats words that the rows below it use in the same column."""
    below = rows[number + 1 :]
    cells = [(place, cell.strip()) for place, cell in enumerate(rows[number]) if cell.strip()]
    return any(
        row[place].strip() == cell for row in below for place, cell in cells if place < len(row)
    )


def names_of(row: Sequence[str]) -> tuple[str, ...]:
    """The header's names, each once: a second "Dag" is "Dag (2)", a blank one "(column 4)"."""
    names: list[str] = []
    for number, cell in enumerate(row, start=1):
        name = " ".join(cell.split()) or f"(column {number})"
        unique, count = name, 1
        while unique in names:
            count += 1
            unique = f"{name} ({count})"
        names.append(unique)
    return tuple(names)


def letters(count: int) -> tuple[str, ...]:
    """The names A, B, … Z, AA, … of columns without a header."""
    return tuple(
        (ascii_uppercase[number // 26 - 1] if number >= 26 else "") + ascii_uppercase[number % 26]
        for number in range(count)
    )
