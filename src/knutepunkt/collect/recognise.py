"""Finds out which format a source has, and says what it saw."""

from itertools import islice
from pathlib import Path

from knutepunkt.collect import json_reading, tables
from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.formats.base import Format, Sample
from knutepunkt.collect.opened import Opened
from knutepunkt.collect.registry import FORMATS

FIRST = 20
TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm")


def recognised(opened: Opened) -> tuple[Format, str]:
    """The format that the files look most like, and why. Raises CollectError when none does."""
    faults: list[CollectError] = []
    samples = tuple(sample_of(name, path, faults) for name, path in opened.files.items())
    votes = [(format_.score, format_, format_.recognise(samples)) for format_ in FORMATS]
    yes = [vote for vote in votes if vote[2]]
    if not yes and samples and all(is_empty_list(sample) for sample in samples):
        return FORMATS[0], "the list is empty"
    if not yes:
        raise faults[0] if faults else CollectError(unknown(samples))
    _, format_, reason = max(yes, key=lambda vote: vote[0])
    return format_, reason


def is_empty_list(sample: Sample) -> bool:
    """Say whether a file is a JSON list with nothing in it."""
    return sample.kind == "json" and sample.top == []


def unknown(samples: tuple[Sample, ...]) -> str:
    """The sentence for a source that looks like nothing we know."""
    if samples and all(
        sample.kind in ("json", "ndjson") and sample.top == [] for sample in samples
    ):
        return "the list is empty; the feed's owner: check that the feed works."
    names = ", ".join(format_.name for format_ in FORMATS)
    return f"this looks like none of the formats we read ({names}); you: name one with --format."


def sample_of(name: str, path: Path, faults: list[CollectError]) -> Sample:
    """The beginning of one file; what is wrong with it joins ``faults``, for it may not matter."""
    kind = kind_of(name, path)
    try:
        if kind == "json":
            return json_sample(name, path)
        if kind == "ndjson":
            first = islice(json_reading.lines(path), FIRST)
            return Sample(name, kind, tuple(map(as_record, first)))
        if kind == "table":
            return Sample(name, kind, header=tables.first_rows(path))
    except CollectError as fault:
        faults.append(fault)
    return Sample(name, kind)


def kind_of(name: str, path: Path) -> str:
    """Whether a file is JSON, one JSON value a line, a table, or something else."""
    if name.lower().endswith(TABLES):
        return "table"
    with path.open("rb") as file:
        start = file.read(4096)
    text = start.decode("utf-8-sig", errors="replace").lstrip()
    if start.startswith(b"PK\x03\x04"):
        return "table"
    if text.startswith("{") and "}\n{" in text.replace("\r", "").replace("} ", "}"):
        return "ndjson"
    if name.lower().endswith((".ndjson", ".jsonl")):
        return "ndjson"
    is_json = text[:1] in ("[", "{", '"', "<", "") or name.lower().endswith(".json")
    return "json" if is_json else "table"


def json_sample(name: str, path: Path) -> Sample:
    """The first records of a JSON file, and the whole document when it is small."""
    if path.stat().st_size > json_reading.WHOLE_UP_TO:
        return Sample(name, "json", tuple(map(as_record, islice(json_reading.items(path), FIRST))))
    top = json_reading.document(path)
    records = json_reading.records_in(top) or []
    return Sample(name, "json", tuple(map(as_record, records[:FIRST])), top=top)


def as_record(item: object) -> dict[str, object]:
    """The item when it is an object, else nothing."""
    return item if isinstance(item, dict) else {}
