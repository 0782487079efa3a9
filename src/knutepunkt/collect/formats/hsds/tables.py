"""CSV data packages: which tables they have, under the names of HSDS 3.0."""

import csv
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO

from knutepunkt.collect.clean.formulas import MARK, unguarded
from knutepunkt.collect.encodings import encoding_of
from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.json_reading import text_of

Row = dict[str, object]
Part = Callable[[], Iterator[Row]]
# "meta_table_descriptions" tells of the package itself and is left out.
TABLES = frozenset(
    "services organizations locations service_at_location addresses schedules holiday_schedules "
    "phones contacts languages attributes taxonomy_terms taxonomies cost_options accessibility "
    "required_documents service_areas eligibility payments_accepted funding programs "
    "organization_identifiers metadata meta_table_descriptions units urls".split()
)
# Names of 1.1, 2.0 and of data packages' resources, and what their rows say beyond their columns.
OTHER_NAMES: Mapping[str, tuple[str, Row]] = {
    "service": ("services", {}), "organization": ("organizations", {}),
    "location": ("locations", {}), "services_at_location": ("service_at_location", {}),
    "service_at_locations": ("service_at_location", {}), "schedule": ("schedules", {}),
    "regular_schedules": ("schedules", {}), "regular_schedule": ("schedules", {}),
    "holiday_schedule": ("holiday_schedules", {}), "address": ("addresses", {}),
    "physical_addresses": ("addresses", {"address_type": "physical"}),
    "physical_address": ("addresses", {"address_type": "physical"}),
    "postal_addresses": ("addresses", {"address_type": "postal"}),
    "postal_address": ("addresses", {"address_type": "postal"}),
    "phone": ("phones", {}), "contact": ("contacts", {}), "language": ("languages", {}),
    "taxonomy": ("taxonomy_terms", {}), "taxonomy_term": ("taxonomy_terms", {}),
    "services_taxonomy": ("attributes", {"link_entity": "service"}),
    "service_taxonomy": ("attributes", {"link_entity": "service"}),
    "service_attributes": ("attributes", {"link_entity": "service"}),
    "other_attributes": ("attributes", {}), "attribute": ("attributes", {}),
    "accessibility_for_disabilities": ("accessibility", {}), "program": ("programs", {}),
    "required_document": ("required_documents", {}), "service_area": ("service_areas", {}),
    "payment_accepted": ("payments_accepted", {}), "payment_accepteds": ("payments_accepted", {}),
    "cost_option": ("cost_options", {}), "fundings": ("funding", {}), "fees": ("cost_options", {}),
    "eligibilities": ("eligibility", {}), "metadatas": ("metadata", {}),
    "organization_identifier": ("organization_identifiers", {}),
}  # fmt: skip
LONGEST_CELL = 4 * 1024 * 1024
NOTHING = "-"
BEYOND = "beyond_the_header"


@dataclass(slots=True)
class Package:
    """The tables of one folder, read when they are asked for, and names that HSDS does not know.

    ``size`` is what they take on the disk, in bytes.
    """

    parts: dict[str, list[Part]] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    size: int = 0

    def add(self, table: str, part: Part) -> None:
        """Take in a table, or a part of one, under its own or an older name."""
        name, said = OTHER_NAMES.get(table, (table, {}))
        if name not in TABLES:
            self.unknown.append(table)
            return
        self.parts.setdefault(name, []).append(partial(saying, part, said) if said else part)

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of a table; none when the package lacks it."""
        return (row for part in self.parts.get(table, ()) for row in part())

    def held(self) -> set[str]:
        """The tables that have a row."""
        return {table for table in self.parts if any(True for _ in self.rows(table))}


def saying(part: Part, said: Row) -> Iterator[Row]:
    """The rows of a table, with what its name says of each."""
    return ({**row, **said} for row in part())


def stem(name: str) -> str:
    """The table a file name stands for: "x/Services.csv" is "services"."""
    return PurePosixPath(name.lower()).name.removesuffix(".csv")


def is_known(table: str) -> bool:
    """Say whether a table is one of HSDS's, of any version."""
    return table in TABLES or table in OTHER_NAMES


def packages(files: Mapping[str, Path]) -> Iterator[Package]:
    """One package for each folder that holds CSV files."""
    folders = dict.fromkeys(PurePosixPath(name).parent for name in files if is_csv(name))
    for folder in folders:
        members = {name: path for name, path in files.items()
                   if PurePosixPath(name).parent == folder}  # fmt: skip
        descriptor, package = descriptor_among(members), Package()
        named, is_ours = names_told(descriptor), is_guarded(descriptor)
        for name, path in members.items():
            if is_csv(name):
                table = named.get(PurePosixPath(name).name, stem(name))
                package.add(table, partial(rows_of, name, path, is_ours=is_ours))
                package.size += path.stat().st_size
        yield package


def is_csv(name: str) -> bool:
    """Say whether a file is a table."""
    return name.lower().endswith(".csv")


def descriptor_among(members: Mapping[str, Path]) -> Row:
    """What ``datapackage.json`` says; nothing when there is none that can be read."""
    path = next((path for name, path in members.items() if name.endswith("datapackage.json")), None)
    try:
        told = json.loads(text_of(path)) if path else {}
    except (ValueError, RecursionError):
        return {}  # some packages only hold a link here; the usual file names do without it
    return told if isinstance(told, dict) else {}


def names_told(descriptor: Row) -> dict[str, str]:
    """File names and their tables, where the descriptor names files in its own way."""
    resources = descriptor.get("resources")
    listed = resources if isinstance(resources, list) else []
    pairs = ((PurePosixPath(str(item.get("path"))).name, str(item.get("name")).lower())
             for item in listed if isinstance(item, dict))  # fmt: skip
    return {file: name for file, name in pairs if is_known(name) and not is_known(stem(file))}


def is_guarded(descriptor: Row) -> bool:
    """Say whether cells are written as another Knutepunkt node writes them."""
    told = descriptor.get("knutepunkt")
    return isinstance(told, dict) and told.get("guarded") is True


def rows_of(name: str, path: Path, *, is_ours: bool) -> Iterator[Row]:
    """The rows of a CSV file as they come, without empty cells. Raises CollectError.

    ``is_ours``: cells have the apostrophes and hyphens that another node's tables want.
    """
    csv.field_size_limit(LONGEST_CELL)
    with path.open(encoding=encoding_of(path), errors="replace", newline="") as file:
        first = file.readline(LONGEST_CELL)
        file.seek(0)
        reader = csv.reader(lines(file, name), delimiter=separator_of(first))
        try:
            columns = [column.strip().lower() for column in next(reader, [])]
            for cells in filter(None, reader):
                yield row_of(columns, bared(cells) if is_ours else cells)
        except csv.Error as error:
            raise CollectError(
                f"{name} is no CSV table ({error}); the feed's owner: mend the file."
            ) from None


def separator_of(header: str) -> str:
    """What parts the cells: a comma, or what Excel writes in half of Europe."""
    return ";" if header.count(";") > header.count(",") else ","


def lines(file: IO[str], name: str) -> Iterator[str]:
    """The lines of a file. Raises CollectError for one that would fill our memory."""
    while line := file.readline(LONGEST_CELL):
        if len(line) == LONGEST_CELL:
            raise CollectError(f"{name} has a line of more than {LONGEST_CELL // 1_000_000} "
                               "million letters; the feed's owner: mend the file.")  # fmt: skip
        yield line


def bared(cells: list[str]) -> list[str]:
    """The cells without the apostrophes and hyphens that their table wanted."""
    return ["" if cell == NOTHING else unguarded(cell) if MARK in cell else cell for cell in cells]


def row_of(columns: Sequence[str], cells: Sequence[str]) -> Row:
    """The cells that say something, by column; cells beyond the header are joined as one."""
    row: Row = {
        column or BEYOND: cell for column, cell in zip(columns, cells, strict=False) if cell
    }
    if len(cells) > len(columns):
        row[BEYOND] = list(cells[len(columns) :])
    return row
