"""How a table is laid out: where its header is, what its columns are called and mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.formats.table.guessing import guess, values
from knutepunkt.collect.formats.table.header import header_at, letters, names_of
from knutepunkt.collect.formats.table.mapping import ColumnMapping
from knutepunkt.collect.formats.table.mapping_faults import nearest
from knutepunkt.collect.formats.table.unfit import unfit
from knutepunkt.collect.formats.table.values import kind_of

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Layout:
    """``skipped`` rows come before the first row of data; ``header`` is that row as it stands."""

    names: tuple[str, ...]
    header: tuple[str, ...]
    skipped: int
    mapping: ColumnMapping


def layout(rows: Rows, told: ColumnMapping | None, name: str, *, must_fit: bool = True) -> Layout:
    """The layout of a table by its first rows. Raises CollectError when it holds no groups.

    ``told`` is the user's mapping; without one it is guessed. A table that is only to be shown to
    its user, for mending the guess, need not fit.
    """
    if not any(any(cell.strip() for cell in row) for row in rows):
        raise CollectError(f"{name} is empty; the feed's owner: check what was saved.")
    number = told_header(rows, told) if told else header_at(rows)
    if number is None and told is None and must_fit and not has_telling_values(rows):
        raise CollectError(
            f"{name} has no row of column names; the feed's owner: put one above the list; you: "
            "or name the columns in a mapping file with header_row = 0."
        )
    header = tuple(rows[number]) if number is not None else ()
    names = names_of(header) if header else letters(max(len(row) for row in rows))
    skipped = 0 if number is None else number + 1
    if told:
        check_columns(told, names)
        return Layout(names, header, skipped, told)
    mapping = guess(names, rows[skipped:])
    sentence = unfit(names, mapping, name)
    if sentence and must_fit:
        raise CollectError(sentence)
    return Layout(names, header, skipped, mapping)


def has_telling_values(rows: Rows) -> bool:
    """Say whether the values of two columns or more tell what they are, without any names."""
    columns = range(max(len(row) for row in rows))
    return sum(bool(kind_of(values(rows, place))) for place in columns) > 1


def told_header(rows: Rows, told: ColumnMapping) -> int | None:
    """The header the user names, else the row with the columns the mapping speaks of."""
    if told.shape.header_row is not None:
        number = told.shape.header_row - 1
        return number if 0 <= number < len(rows) else None
    for number, row in enumerate(rows):
        if told.named <= set(names_of(row)) and told.named:
            return number
    return header_at(rows)


def check_columns(told: ColumnMapping, names: Sequence[str]) -> None:
    """Raise CollectError when the mapping speaks of a column that the table lacks."""
    for target, columns in told.columns.items():
        for column in columns:
            if column not in names:
                raise CollectError(
                    f'mapping file, {target}: the table has no column "{column}"'
                    f"{nearest(column, names)}."
                )
