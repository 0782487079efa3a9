"""Which files make up the index just now, and how far it has come: one small file, replaced whole.

Readers see the old state or the new one, never something between. What no manifest names is
rubbish and may be removed.
"""

import json
import os
import zlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from knutepunkt.search.index.storage import Damaged

VERSION = 10
NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Part:
    """A segment's file, its size, the sum of its sums, and the file that names its dead, if any."""

    file: str
    size: int
    sum: int
    dead: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The index has every edition up to ``edition``, and of the next one ids up to ``after_id``.

    ``vocabulary`` is the state of the words it was built with, ``next_number`` that of the next
    file.
    """

    edition: int = 0
    after_id: int = 0
    vocabulary: str = ""
    parts: tuple[Part, ...] = field(default=())
    next_number: int = 1


def read(folder: Path) -> Manifest:
    """The state of an index. Raises Damaged when there is none that can be used."""
    try:
        told = json.loads((folder / NAME).read_bytes())
        body = told["manifest"]
        if told["version"] != VERSION or told["sum"] != sum_of(body):
            raise Damaged("the index is of another version, or its manifest has changed")
        parts = tuple(Part(**part) for part in body.pop("parts"))
        return Manifest(**body, parts=parts)
    except FileNotFoundError as error:
        raise Damaged("there is no index yet") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Damaged("the index' manifest cannot be read") from error


def write(folder: Path, manifest: Manifest) -> None:
    """Make this the state of the index, all at once, and remove what it no longer names."""
    body = asdict(manifest)
    body["parts"] = list(body["parts"])
    told = {"version": VERSION, "sum": sum_of(body), "manifest": body}
    put(folder / NAME, json.dumps(told).encode())
    clear(folder, {NAME, *(name for part in manifest.parts for name in (part.file, part.dead))})


def put(path: Path, content: bytes, *, is_last: bool = True) -> None:
    """Write a file whole, safe on disk, in place of what was there.

    Its name is safe when the last of several is: that of the manifest, which names the others.
    """
    beside = path.with_name(path.name + ".new")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.rename(path)
    if not is_last:
        return
    handle = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def clear(folder: Path, kept: set[str]) -> None:
    """Remove the files of segments that are not kept. Readers that map one keep it."""
    for path in folder.iterdir():
        if path.suffix in (".seg", ".dead") and path.name not in kept:
            path.unlink(missing_ok=True)


def sum_of(body: object) -> int:
    """The check sum of a manifest."""
    return zlib.crc32(json.dumps(body, sort_keys=True).encode())


def with_dead(folder: Path, manifest: Manifest, file: str, dead: Iterable[int]) -> Manifest:
    """The manifest with the dead groups of one segment, written to a file of their own."""
    name = f"{file.removesuffix('.seg')}-{manifest.next_number}.dead"
    content = BitMap(dead).serialize()
    put(folder / name, zlib.crc32(content).to_bytes(4, "little") + content, is_last=False)
    parts = tuple(replace(p, dead=name) if p.file == file else p for p in manifest.parts)
    return replace(manifest, parts=parts, next_number=manifest.next_number + 1)


def dead_of(folder: Path, part: Part) -> NDArray[np.uint32]:
    """The dead groups of a segment, by number. Raises Damaged."""
    if not part.dead:
        return np.empty(0, np.uint32)
    try:
        content = (folder / part.dead).read_bytes()
    except OSError as error:
        raise Damaged(f"{part.dead} is missing") from error
    # Of nothing the sum is nought, as is what stands in a file that has lost all of itself.
    if not content or int.from_bytes(content[:4], "little") != zlib.crc32(content[4:]):
        raise Damaged(f"{part.dead} has changed since it was written")
    return np.array(BitMap.deserialize(content[4:]).to_array(), np.uint32)
