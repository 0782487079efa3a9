"""The open data of a node in one folder, described as a data package, replaced as a whole.

Meant for a nightly timer: ``knutepunkt dump --out FOLDER``. A new folder takes the place of the old
one in one step, when all of it is there.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import file_digest
from pathlib import Path
from typing import Any

import msgspec

from knutepunkt.distribute.exporting import Written, export, frame_for
from knutepunkt.distribute.files import swapped
from knutepunkt.distribute.formats.base import Frame
from knutepunkt.distribute.formats.registry import format_named
from knutepunkt.distribute.open_data import LICENCE
from knutepunkt.distribute.published import Choice
from knutepunkt.distribute.shapes import shape_of

FORMATS = ("hsds", "hsds-csv", "ndjson", "csv", "meeting-guide", "ical", "jsonld", "skos")
DESCRIPTOR = "datapackage.json"
PROFILE = "https://specs.frictionlessdata.io/schemas/data-package.json"


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
    frame = frame_for(Choice())
    with swapped(folder, DESCRIPTOR) as new:
        written = []
        for name in FORMATS:
            begun(name)
            form = format_named(name)
            path = new / f"{name}.{form.ending}"
            written.append(export(form, path, frame.choice, frame=frame))
        told = msgspec.json.encode(package(frame, written))
        (new / DESCRIPTOR).write_bytes(msgspec.json.format(told, indent=2))
    return Dumped(folder, [replace(one, path=folder / one.path.name) for one in written])


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
    return {
        "name": one.format.name,
        "title": one.format.label,
        "path": one.path.name,
        "format": one.format.ending,
        "mediatype": one.format.media_type.partition(";")[0],
        "encoding": "utf-8",
        "bytes": one.bytes,
        "hash": f"sha256:{digest(one.path)}",
        **shape_of(one.format.name),
    }


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
