"""CSV data packages: which tables they have, under the names of HSDS 3.0."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from knutepunkt.collect.clean.formulas import unguarded
from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.json_reading import text_of

Row = dict[str, object]
Tables = dict[str, list[Row]]
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


@dataclass(slots=True)
class Package:
    """The tables of one folder, and the names of tables that HSDS does not know."""

    tables: Tables = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)

    def add(self, table: str, rows: list[Row]) -> None:
        """Take in a table under its own or an older name."""
        name, said = OTHER_NAMES.get(table, (table, {}))
        if name not in TABLES:
            self.unknown.append(table)
            return
        self.tables.setdefault(name, []).extend({**row, **said} for row in rows)


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
                rows = rows_of(name, path)
                table = named.get(PurePosixPath(name).name, stem(name))
                package.add(table, list(map(bared, rows)) if is_ours else rows)
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


def bared(row: Row) -> Row:
    """The row without the apostrophes and hyphens that its table wanted."""
    cells = ((name, unguarded(str(cell))) for name, cell in row.items() if cell != NOTHING)
    return {name: cell for name, cell in cells if cell}


def rows_of(name: str, path: Path) -> list[Row]:
    """The rows of a CSV file, without empty cells. Raises CollectError."""
    csv.field_size_limit(LONGEST_CELL)
    text = text_of(path)
    first = text.partition("\n")[0]
    mark = ";" if first.count(";") > first.count(",") else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        return [cells(row) for row in reader]
    except csv.Error as error:
        raise CollectError(
            f"{name} is no CSV table ({error}); the feed's owner: mend the file."
        ) from None


def cells(row: Mapping[object, object]) -> Row:
    """The cells that say something, by column; cells beyond the header are joined as one."""
    pairs = ((str(name or "beyond_the_header").strip().lower(), cell) for name, cell in row.items())
    return {name: cell for name, cell in pairs if cell not in (None, "", [])}
