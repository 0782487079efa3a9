"""Knows a Meeting Guide feed and parts it into records."""

from collections.abc import Iterator

from knutepunkt.collect import json_reading
from knutepunkt.collect.formats.base import Sample
from knutepunkt.collect.opened import Opened, Options, RawRecord

TELLING = {"slug", "types", "formatted_address", "conference_url", "attendance_option"}
USUAL = TELLING | {"day", "time", "end_time", "address", "city", "location", "group", "region"}


def reason(samples: tuple[Sample, ...]) -> str:
    """Why the files look like a Meeting Guide feed: names with slugs, types or addresses."""
    for sample in samples:
        seen = [record for record in sample.records if is_meeting(record)]
        if seen and len(seen) * 2 >= len(sample.records):
            return f"{len(seen)} of the first {len(sample.records)} records have name and slug"
    return ""


def is_meeting(record: RawRecord) -> bool:
    """Say whether a record has a name, a field of this format alone, and another usual one."""
    names = record.keys()
    is_likely = bool(TELLING & names) and len(USUAL & names) > 1
    return is_likely and "name" in names and "id_bigint" not in names


def records(opened: Opened, options: Options) -> Iterator[RawRecord]:
    """Every record of every JSON file of the source."""
    del options
    for name, path in opened.files.items():
        if not name.lower().endswith((".csv", ".xlsx", ".txt")):
            yield from json_reading.objects(json_reading.items(path), "the list")
