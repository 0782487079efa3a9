"""The open data of a node in one folder, described as a data package, replaced as a whole.

Meant for a nightly timer: ``knutepunkt dump --out FOLDER``. Each file takes its predecessor's place
when it is whole, the descriptor last, so that it never tells of what is not there.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Any

import msgspec

from knutepunkt.distribute.exporting import Written, export, frame_for
from knutepunkt.distribute.files import replaced
from knutepunkt.distribute.formats.base import Frame
from knutepunkt.distribute.formats.registry import format_named
from knutepunkt.distribute.formats.table.rows import COLUMNS
from knutepunkt.distribute.open_data import LICENCE
from knutepunkt.distribute.published import Choice

FORMATS = ("ndjson", "csv", "meeting-guide", "ical", "jsonld", "skos")
PROFILE = "https://specs.frictionlessdata.io/schemas/data-package.json"
NUMBERS = {"Varighet": "integer", "Alder fra": "integer", "Alder til": "integer",
           "Breddegrad": "number", "Lengdegrad": "number"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dumped:
    """What a dump came to."""

    folder: Path
    files: list[Written]

    def as_json(self) -> dict[str, Any]:
        """The report as JSON."""
        return {"folder": str(self.folder), "files": [one.as_json() for one in self.files]}


def dump(folder: Path, begun: Callable[[str], None] = lambda name: None) -> Dumped:
    """Write every open format and the descriptor. ``begun`` is told each format's name."""
    folder.mkdir(parents=True, exist_ok=True)
    frame = frame_for(Choice())
    written = []
    for name in FORMATS:
        begun(name)
        form = format_named(name)
        path = folder / f"{name}.{form.ending}"
        written.append(export(form, path, frame.choice, frame=frame))
    path = folder / "datapackage.json"
    with replaced(path) as half:
        half.write_bytes(
            msgspec.json.format(msgspec.json.encode(package(frame, written)), indent=2)
        )
    return Dumped(folder, written)


def package(frame: Frame, written: list[Written]) -> dict[str, Any]:
    """The descriptor: what the folder holds, of when, under which licence."""
    return {
        "profile": "data-package",
        "$schema": PROFILE,
        "name": "knutepunkt-groups",
        "title": frame.title,
        "homepage": frame.site,
        "created": frame.moment.isoformat(timespec="seconds"),
        "licenses": [LICENCE],
        "resources": [resource(one) for one in written],
    }


def resource(one: Written) -> dict[str, Any]:
    """One file with its size and digest."""
    told = {
        "name": one.format.name,
        "title": one.format.label,
        "path": one.path.name,
        "format": one.format.ending,
        "mediatype": one.format.media_type.partition(";")[0],
        "encoding": "utf-8",
        "bytes": one.bytes,
        "hash": f"sha256:{digest(one.path)}",
    }
    if one.format.name == "csv":
        told |= {"profile": "tabular-data-resource", "schema": {"fields": list(fields())}}
    return told


def fields() -> Iterator[dict[str, str]]:
    """The columns of the table."""
    return ({"name": name, "type": NUMBERS.get(name, "string")} for name in COLUMNS)


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
