"""Knows HSDS in its shapes and parts it into services, each with all it depends on."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from knutepunkt.collect import json_reading
from knutepunkt.collect.clean.ids import real_id
from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.formats.base import Sample
from knutepunkt.collect.formats.hsds import documents, kinds, tables
from knutepunkt.collect.formats.hsds.beside import Beside, beside_of
from knutepunkt.collect.formats.hsds.joining import records_of
from knutepunkt.collect.opened import Opened, Options, RawRecord

CORE = {"services", "organizations"}
TELLING_TABLES = set(
    "service_at_location services_at_location service_at_locations organizations "
    "regular_schedules schedules physical_addresses organization_identifiers "
    "services_taxonomy taxonomy_terms cost_options service_areas".split()
)


def reason(samples: tuple[Sample, ...]) -> str:
    """Why the files look like HSDS: tables of its names, or objects with its fields."""
    stems = {tables.stem(sample.name) for sample in samples if sample.kind == "table"}
    if "services" in stems and len(stems & TELLING_TABLES) >= 1:
        return f"{len(list(filter(tables.is_known, stems)))} tables have names of HSDS"
    for sample in samples:
        if is_telling_header(sample):
            return f"{sample.name} has the columns of HSDS {tables.stem(sample.name)}"
        package = documents.tables_in(sample.top)
        if package and package.parts:
            return f"an object of {len(package.parts)} HSDS tables"
        seen = [item for item in items_of(sample) if kinds.is_telling(item)]
        if seen:
            return f"records have the fields of HSDS {kinds.kind_of(seen[0])}"
    return ""


def is_telling_header(sample: Sample) -> bool:
    """Say whether a table of its own has the name and the columns of HSDS."""
    if not sample.header or tables.stem(sample.name) not in CORE:
        return False
    return kinds.is_telling(dict.fromkeys(map(str.lower, sample.header[0]), "active"))


def items_of(sample: Sample) -> list[RawRecord]:
    """The first objects of a file, the only one when it is not a list."""
    if sample.kind == "table":
        return []
    if isinstance(sample.top, Mapping) and kinds.kind_of(sample.top):
        return [sample.top]
    return list(sample.records)


def records(opened: Opened, options: Options) -> Iterator[RawRecord]:
    """Every service and every organisation without services, of tables and of JSON.

    Raises CollectError when there are only things that services are described with.
    """
    del options
    files = documents.json_files(opened.files)
    packages = [documents.tabular(path) for path in files]
    whole = [*tables.packages(opened.files), *filter(None, packages)]
    loose = [path for path, package in zip(files, packages, strict=True) if package is None]
    beside = beside_of(loose)
    if not beside.seen & {kinds.SERVICE, kinds.ORGANISATION, kinds.AT_LOCATION, ""}:
        held = {table for package in whole for table in package.held()}
        if (held or beside.seen) and not held & CORE:
            raise CollectError(alone(beside.seen or held))
    for package in whole:
        yield from records_of(package)
    yield from loose_records(loose, beside)


def loose_records(paths: Iterable[Path], beside: Beside) -> Iterator[RawRecord]:
    """The services of files of objects; then, in a second pass, organisations without any."""
    first = beside.notices()
    used, has_lone = set[str](), False
    for item in all_items(paths):
        is_silent = True
        for raw in services_of(item, beside):
            used.add(owner_of(raw))
            yield {**raw, "notices": first} if first else raw
            first, is_silent = {}, False
        has_lone = has_lone or (is_silent and is_lone(item))
    if has_lone:
        yield from lone_organisations(all_items(paths), used - {""})


def all_items(paths: Iterable[Path]) -> Iterator[RawRecord]:
    """The objects of all files."""
    return (item for path in paths for item in documents.items(path))


def services_of(item: RawRecord, beside: Beside) -> Iterator[RawRecord]:
    """The services in one object; what is neither service nor organisation goes on as it is."""
    kind = kinds.kind_of(item)
    if kind == kinds.SERVICE:
        yield {"service": beside.completed(item)}
    elif kind == kinds.AT_LOCATION:
        service = item.get("service")
        own = dict(service) if isinstance(service, Mapping) else {"id": item.get("service_id")}
        link = {key: value for key, value in item.items() if key != "service"}
        yield {"service": beside.completed({**own, "service_at_locations": [link]}),
               "service_at_location": item.get("id")}  # fmt: skip
    elif kind == kinds.ORGANISATION:
        owner = {key: value for key, value in item.items() if key != "services"}
        nested = item.get("services")
        for service in nested if isinstance(nested, list) else []:
            if isinstance(service, Mapping):
                yield {"service": beside.completed({**service, "organization": owner})}
    elif not kind:
        yield item if json_reading.NO_RECORD in item else {"unknown": item}


def lone_organisations(items: Iterable[RawRecord], used: set[str]) -> Iterator[RawRecord]:
    """Organisations that no service in the source belongs to."""
    for item in items:
        if is_lone(item) and real_id(item.get("id")) not in used:
            yield {"organization": item}


def is_lone(item: RawRecord) -> bool:
    """Say whether an object is an organisation that names no services."""
    return not item.get("services") and kinds.kind_of(item) == kinds.ORGANISATION


def owner_of(raw: RawRecord) -> str:
    """The id of a service's organisation."""
    service = raw.get("service")
    owner = service.get("organization") if isinstance(service, Mapping) else None
    return real_id(owner.get("id")) if isinstance(owner, Mapping) else ""


def alone(held: set[str]) -> str:
    """The sentence for a source with nothing a person could join."""
    what = " and ".join(sorted(name.replace("_", " ") for name in held))
    return f"this holds {what}, but no services or organisations; you: give the services as well."
