"""HSDS 1.1 as a zip of CSV tables, for some thousand groups: older systems keep them in memory.

It cannot carry what HSDS 3.0 cannot, and beyond that: rhythms other than weekly (told behind the
group's words), ages, online rooms, confirmations, and whom an organisation belongs to.
"""

import csv
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from knutepunkt.collect.drafts import MeetingDraft, OrganisationDraft, RecordDraft, Term
from knutepunkt.distribute.files import replaced
from knutepunkt.distribute.parts import group_of, shown, words_of
from knutepunkt.distribute.spoken import DAYS, end_of, unsaid, weekly_days
from knutepunkt.sample.feeds.hsds import STATUS, id_of

TABLES = {
    "organizations": ("id", "name", "description", "url"),
    "services": ("id", "organization_id", "name", "description", "url", "status", "fees",
                 "application_process"),
    "locations": ("id", "organization_id", "name", "description", "latitude", "longitude"),
    "services_at_location": ("id", "service_id", "location_id"),
    "physical_addresses": ("id", "location_id", "address_1", "city", "postal_code", "country"),
    "regular_schedules": ("id", "service_id", "location_id", "weekday", "opens_at", "closes_at"),
    "languages": ("id", "service_id", "language"),
    "taxonomy": ("id", "name", "vocabulary"),
    "services_taxonomy": ("id", "service_id", "taxonomy_id"),
}  # fmt: skip
Row = tuple[str, tuple[object, ...]]


def write(records: Iterable[RecordDraft], path: Path) -> None:
    """Write each table to a file of its own, then all into one zip."""
    with TemporaryDirectory() as name, replaced(path) as half:
        folder = Path(name)
        write_tables(records, folder)
        with zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED) as archive:
            for table in TABLES:
                archive.write(folder / f"{table}.csv", f"{table}.csv")


def write_tables(records: Iterable[RecordDraft], folder: Path) -> None:
    """Write the rows as they come; organisations and terms once."""
    with ExitStack() as open_files:
        writers = {}
        for table, columns in TABLES.items():
            file = (folder / f"{table}.csv").open("w", encoding="utf-8", newline="")
            writers[table] = csv.writer(open_files.enter_context(file))
            writers[table].writerow(columns)
        told: set[object] = set()
        for table, row in rows(records):
            if (table, row[0]) not in told:
                writers[table].writerow(row)
            if table in ("organizations", "taxonomy"):
                told.add((table, row[0]))


def rows(records: Iterable[RecordDraft]) -> Iterator[Row]:
    """Every row of every table; organisations and terms as often as they are named."""
    for record in records:
        if record.organisation is not None:
            yield organisation(record.organisation)
        if record.group is not None:
            yield service(record)
            for term in group_of(record).terms:
                yield from classified(id_of(record.key), term)
            for meeting in record.meetings:
                yield from located(record, meeting)


def organisation(owner: OrganisationDraft) -> Row:
    """A row of organisations."""
    words = "\n\n".join(text for _, text in owner.own_words)
    return "organizations", (id_of(owner.key), owner.name, words, owner.url)


def service(record: RecordDraft) -> Row:
    """A row of services; what the schedules cannot say follows the group's words."""
    group, owner = group_of(record), record.organisation
    unsaid_ = (unsaid(meeting) for meeting in record.meetings)
    words = "\n\n".join(filter(None, (words_of(group), *unsaid_)))
    return "services", (
        id_of(record.key), id_of(owner.key) if owner else "", group.name, words, group.url,
        STATUS.get(group.state, "active"), group.fee, group.how_to_join,
    )  # fmt: skip


def classified(own: str, term: Term) -> Iterator[Row]:
    """A term with its link, or a language."""
    link = id_of(own, term.scheme, term.code)
    if term.scheme == "language":
        yield "languages", (link, own, term.code)
        return
    id_ = id_of("term", term.scheme, term.code)
    yield "taxonomy", (id_, term.code, term.scheme)
    yield "services_taxonomy", (link, own, id_)


def located(record: RecordDraft, meeting: MeetingDraft) -> Iterator[Row]:
    """A meeting's location, its address, and a schedule for each weekday."""
    own = id_of(record.key)
    here = id_of(own, "at", meeting.key)
    there, place = id_of(here, "location"), shown(meeting.place)
    owner = id_of(record.organisation.key) if record.organisation else ""
    point = place.latitude, place.longitude
    yield "locations", (there, owner, place.name or meeting.name, place.notes, *point)
    yield "services_at_location", (here, own, there)
    if place.city:
        yield "physical_addresses", (
            id_of(here, "address"), there, place.address, place.city, place.postal_code, "NO",
        )  # fmt: skip
    for day in weekly_days(meeting):
        number = list(DAYS).index(day) + 1
        times = meeting.start, end_of(meeting)
        yield "regular_schedules", (id_of(here, day), own, there, number, *times)
