"""Knows a table of groups and parts it into records."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from pathlib import Path

from knutepunkt.collect import tables, workbooks
from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.formats.base import Sample
from knutepunkt.collect.formats.table.layout import Layout, layout
from knutepunkt.collect.formats.table.mapping import ColumnMapping, as_text, mapping_from
from knutepunkt.collect.formats.table.shared_ids import is_in, shared_ids
from knutepunkt.collect.opened import Opened, Options, RawRecord
from knutepunkt.collect.tables import Shape

JOINED = {"services.csv", "datapackage.json"}
LOOKED_AT = 300
MOST_NAMED = 20
Rows = Callable[[], Iterator[tuple[str, ...]]]


def reason(samples: tuple[Sample, ...]) -> str:
    """Why the files look like text tables of groups, or ""."""
    return next((f"{name} is a table" for name in table_names(samples) if not is_book(name)), "")


def workbook_reason(samples: tuple[Sample, ...]) -> str:
    """Why the files look like workbooks of groups, or ""."""
    names = table_names(samples)
    return f"{names[0]} is a workbook" if names and all(map(is_book, names)) else ""


def table_names(samples: tuple[Sample, ...]) -> list[str]:
    """The tables' names; none for a folder of joined tables, which is another format."""
    names = [sample.name.rpartition("/")[2] for sample in samples]
    if len(samples) > 1 and JOINED & set(names):
        return []
    return [name for name, one in zip(names, samples, strict=True) if one.kind == "table"]


def is_book(name: str) -> bool:
    """Say whether a name ends as those of workbooks do."""
    return name.lower().endswith((".xlsx", ".xlsm"))


def told_mapping(options: Options) -> ColumnMapping | None:
    """The user's mapping, when there is one."""
    return mapping_from(options.mapping) if options.mapping else None


def records(opened: Opened, options: Options) -> Iterator[RawRecord]:
    """Every row that says something, of every table and every sheet that holds groups.

    Raises CollectError when no table does; then the first table's sentence is given.
    """
    told = told_mapping(options)
    readable, faults = laid_out(opened, told)
    if faults and not readable:
        raise faults[0]
    remarks = [str(fault) for fault in faults]
    for path, shape, found in readable:
        if told and told.shape.sheet:
            remarks += unread_sheets(path, told.shape)
        yield from raw_records(
            found,
            partial(tables.rows, path, shape),
            [*remarks, *preamble(found), *not_understood(found, told)],
        )
        remarks = []


def laid_out(
    opened: Opened, told: ColumnMapping | None
) -> tuple[list[tuple[Path, Shape, Layout]], list[CollectError]]:
    """The tables that hold groups, each with its layout; and why the others hold none."""
    readable, faults = [], []
    for name, path in opened.files.items():
        if not (tables.is_table(name) or len(opened.files) == 1):
            continue
        shapes = shapes_of(path, told.shape if told else Shape())
        for shape in shapes:
            title = f"{name}, sheet {shape.sheet}," if len(shapes) > 1 else name
            try:
                readable.append((path, shape, table_layout(path, shape, told, title)))
            except CollectError as error:
                faults.append(error)
    return readable, faults


def shapes_of(path: Path, shape: Shape) -> list[Shape]:
    """One shape for each sheet of a workbook, unless one sheet is named."""
    if shape.sheet or not tables.is_workbook(path):
        return [shape]
    return [replace(shape, sheet=title) for title in workbooks.used_sheets(path)] or [shape]


def table_layout(path: Path, shape: Shape, told: ColumnMapping | None, name: str) -> Layout:
    """The layout of a file by its first rows."""
    return layout(list(islice(tables.rows(path, shape), LOOKED_AT)), told, name)


def preamble(found: Layout) -> list[str]:
    """A remark for the rows above the header."""
    above = found.skipped - 1
    return [f"{above} rows above the column names were passed over"] if above > 0 else []


def not_understood(found: Layout, told: ColumnMapping | None) -> list[str]:
    """A remark for the columns that the guess gave no meaning, by name; who wrote a mapping has
    seen them."""
    names = [name for name in found.names if name not in found.mapping.named]
    if told or not names:
        return []
    listed = ", ".join(f"«{name}»" for name in names[:MOST_NAMED])
    return [f"columns that were not understood are kept beside each record: {listed}"]


def unread_sheets(path: Path, shape: Shape) -> list[str]:
    """A remark for the workbook's sheets beside the one the user named."""
    titles = workbooks.used_sheets(path) if tables.is_workbook(path) else ()
    titles = tuple(title for title in titles if title != shape.sheet)
    return [f"the sheets {', '.join(titles)} were not read; name one with sheet = …"] * bool(titles)


def raw_records(found: Layout, rows: Rows, remarks: list[str]) -> Iterator[RawRecord]:
    """The rows under the header as raw records; the first carries the remarks."""
    common = {"mapping": as_text(found.mapping)}
    ids = [found.names.index(name) for name in found.mapping.columns.get("id", ())]
    shared = shared_ids(data_rows(found, rows), ids)
    for row in data_rows(found, rows):
        raw: dict[str, object] = {**common, "cells": cells(found.names, row)}
        if is_in(shared, row, ids):
            raw["id_is_shared"] = True
        if remarks:
            raw["remarks"], remarks = remarks, []
        yield raw


def data_rows(found: Layout, rows: Rows) -> Iterator[tuple[str, ...]]:
    """The rows with anything in them, without those that repeat the header."""
    for row in islice(rows(), found.skipped, None):
        if row != found.header and any(cell.strip() for cell in row):
            yield row


def cells(names: tuple[str, ...], row: tuple[str, ...]) -> Mapping[str, str]:
    """The cells that say something, by column; those beyond the header are numbered."""
    beyond = (f"(beyond the header {number})" for number in range(1, len(row) - len(names) + 1))
    return {
        name: cell for name, cell in zip(chain(names, beyond), row, strict=False) if cell.strip()
    }
