"""Small invented feeds, written to disk and collected for real; and all that a database holds."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connection

from knutepunkt.directory.models import Group, Meeting
from knutepunkt.intake import flow
from knutepunkt.intake.report import Report
from knutepunkt.intake.request import Request

Record = dict[str, Any]
OWN_RECORDS = {"knutepunkt": "records", "version": 1}
FREE = {"day": 1, "time": "18:00", "types": ["O"], "formatted_address": "Storgata 1, 0155 Oslo"}


def meeting(slug: str, name: str = "", **fields: Any) -> Record:
    """One record as Meeting Guide has it; an empty slug leaves the id out."""
    record = {"slug": slug, "name": name or f"Gruppe {slug}", **FREE, **fields}
    return record if slug else {key: value for key, value in record.items() if key != "slug"}


def many(count: int, **fields: Any) -> list[Record]:
    """That many records, each a group of its own at an address of its own."""
    return [
        meeting(f"m{number}", **{"formatted_address": f"Storgata {number}, 0155 Oslo", **fields})
        for number in range(count)
    ]


@dataclass
class Feed:
    """A file that a source keeps writing anew."""

    path: Path
    source: str = "feed"

    def write(self, records: Iterable[object], *, indent: int | None = None) -> None:
        """Send these records from now on: as a node's own records when the file is NDJSON."""
        if self.path.suffix == ".ndjson":
            text = "\n".join(json.dumps(record) for record in [OWN_RECORDS, *records])
        else:
            text = json.dumps(list(records), indent=indent)
        self.path.write_text(text, encoding="utf-8")

    def collect(self, records: Iterable[object] | None = None, **said: Any) -> Report:
        """Collect the feed, with new records first when there are some."""
        if records is not None:
            self.write(records)
        return flow.collect(Request(str(self.path), source=self.source, **said))


def counts(report: Report) -> tuple[int, int, int, int, int]:
    """Read, created, changed, unchanged, rejected."""
    return (
        report.read,
        report.created,
        report.changed,
        report.unchanged,
        report.rejected,
    )


def everything() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of ours."""
    found = {}
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            table = connection.ops.quote_name(model._meta.db_table)
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 - our own names
            found[model._meta.db_table] = sorted(cursor.fetchall(), key=repr)
    return found


def fingerprint_of_database() -> str:
    """A hash of every row of every table."""
    return sha256(repr(everything()).encode()).hexdigest()


def text_of_database(*, without: Iterable[str] = ()) -> str:
    """Every value of every table but those left out, as one text."""
    left_out = set(without)
    return "\n".join(repr(rows) for table, rows in everything().items() if table not in left_out)


def uid_of(record: str) -> str:
    """The id of the group a record belongs to."""
    return str(Group.objects.get(claims__record=record).uid)


def meeting_uid_of(record: str) -> str:
    """The id of the only meeting of a record that is shown."""
    return str(Meeting.objects.get(record=record, group__withdrawn_at=None).uid)


def shown_names() -> list[str]:
    """The names of the groups anybody may see."""
    return sorted(Group.objects.filter(withdrawn_at=None).values_list("name", flat=True))
