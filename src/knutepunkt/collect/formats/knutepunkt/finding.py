"""Knows a file of our own records by its first line and parts it into records."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.formats.base import Sample
from knutepunkt.collect.opened import Opened, Options, RawRecord

VERSION = 1
KINDS = ("records", "changes")
MARK = {"knutepunkt": "records", "version": VERSION}
DECODE = msgspec.json.Decoder(dict[str, object]).decode
BOM = b"\xef\xbb\xbf"


def reason(samples: tuple[Sample, ...]) -> str:
    """Why the files look like our own records: the line that says so."""
    found = any(is_mark(record) for sample in samples for record in sample.records[:1])
    return "the first line says that these are a node's records" if found else ""


def is_mark(record: RawRecord) -> bool:
    """Say whether this is the line before the records."""
    return record.get("knutepunkt") in KINDS and "version" in record


def records(opened: Opened, options: Options) -> Iterator[RawRecord]:
    """Every line of every file but the first, which tells the version."""
    del options
    for name, path in opened.files.items():
        yield from lines(name, path)


def lines(name: str, path: Path) -> Iterator[RawRecord]:
    """The records of one file. Raises CollectError for a line that is no object."""
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if number > 1:
                if line.strip() and is_record(raw := parsed(line, name, number)):
                    yield raw
            else:
                check_mark(parsed(line.removeprefix(BOM), name, number), name)


def is_record(raw: RawRecord) -> bool:
    """Say whether a line is a record, and not what a node's changes tell besides."""
    return not raw.keys() <= {"key", "gone", "cursor", "more"}


def parsed(line: bytes, name: str, number: int) -> RawRecord:
    """One line as an object. Raises CollectError."""
    try:
        return DECODE(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise CollectError(
            f"{name}, line {number} is no JSON object; the feed's owner: send the file anew."
        ) from None


def check_mark(first: RawRecord, name: str) -> None:
    """Refuse a file without its first line, and one of a version to come."""
    if not is_mark(first):
        raise CollectError(
            f"{name} does not begin with the line that tells a node's records; "
            "the feed's owner: send the whole file."
        )
    if first["version"] != VERSION:
        raise CollectError(
            f"{name} is version {first['version']} of this format and we read {VERSION}; "
            "you: bring this node up to date."
        )
