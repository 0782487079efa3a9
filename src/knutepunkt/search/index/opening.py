"""The index as it is just now, open for reading; every process keeps one and notices news."""

import os
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from heapq import merge
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np

from knutepunkt.search.index import manifest
from knutepunkt.search.index.manifest import Manifest
from knutepunkt.search.index.segment import Segment
from knutepunkt.search.index.storage import Damaged

# Smaller files are read whole before they answer; larger ones while they do.
SMALL = 1 << 24
Stamp = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Index:
    """One state of an index. It answers from that state for as long as it is held.

    ``kept`` is for whoever answers what is asked often and is the same for everybody.
    """

    folder: Path
    manifest: Manifest
    segments: tuple[Segment, ...]
    kept: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def state(self) -> str:
        """Changes whenever tokens may have."""
        return " ".join([str(self.folder), *(part.file for part in self.manifest.parts)])

    @property
    def size(self) -> int:
        """How many groups it holds."""
        return sum(segment.live for segment in self.segments)

    def count(self, token: str) -> int:
        """How many groups have a token, the dead of a segment included."""
        return sum(
            posting.size for segment in self.segments for posting in segment.postings.of(token)
        )

    def starting(self, prefix: str) -> list[str]:
        """The tokens that begin so, in order."""
        return [token for token, _ in self.tokens(prefix)]

    def tokens(self, prefix: str = "") -> Iterator[tuple[str, int]]:
        """Every token (that begins so) with how many groups have it, in order."""
        sorted_ones = merge(*(segment.postings.starting(prefix) for segment in self.segments))
        for token, same in groupby(sorted_ones, key=lambda one: one[0]):
            yield token, sum(count for _, count in same)

    def pks(self) -> set[int]:
        """The keys of all groups it holds."""
        found: set[int] = set()
        for segment in self.segments:
            pks = segment.arrays["pk"]
            found.update((pks if segment.is_live is None else pks[segment.is_live]).tolist())
        return found

    def content_of(self, pk: int) -> int | None:
        """The sum of what it keeps of a group; None when it has no such group."""
        for segment in self.segments:
            for number in segment.numbers_of(np.array([pk])).tolist():
                if segment.is_live is None or segment.is_live[number]:
                    return int(segment.arrays["content"][number])
        return None

    def verify(self) -> None:
        """Read every file and compare its sums. Raises Damaged."""
        for segment in self.segments:
            segment.stored.verify()

    def is_whole(self) -> bool:
        """Say whether no file has lost its end, which must not be read then, or was written to."""
        return all(segment.stored.is_whole() for segment in self.segments)

    def settle(self) -> None:
        """Wait until every large file has been read whole. Raises Damaged."""
        for segment in self.segments:
            segment.stored.settle()

    def is_there(self) -> bool:
        """Say whether whoever opens it now finds every file. Of the latest state alone."""
        names = (name for part in self.manifest.parts for name in (part.file, part.dead) if name)
        return all((self.folder / name).exists() for name in names)


def opened(folder: Path, before: Index | None = None) -> Index:
    """The index in a folder; files that an earlier state has open are used again.

    Raises Damaged.
    """
    told = manifest.read(folder)
    known = {(s.part.file, s.part.sum): s for s in before.segments} if before else {}
    segments = []
    for part in told.parts:
        old = known.get((part.file, part.sum))
        if old is None:
            segments.append(new_segment(folder, part))
        else:
            segments.append(old if old.part == part else old.with_dead(folder, part))
    return Index(folder, told, tuple(segments))


def new_segment(folder: Path, part: manifest.Part) -> Segment:
    """Open a file and see whether it has changed; a large one meanwhile. Raises Damaged."""
    segment = Segment(folder, part)
    if part.size <= SMALL:
        segment.stored.verify()
    else:
        segment.stored.verify_beside()
    return segment


_current: dict[Path, tuple[Stamp, Index]] = {}


def current(folder: Path) -> Index:
    """The index in a folder as it is now. Raises Damaged when there is none that can be used."""
    stamp = stamp_of(folder)
    known = _current.get(folder)
    if known is not None and known[0] == stamp and known[1].is_whole():
        return known[1]
    before = known[1] if known is not None and known[1].is_whole() else None
    _current.pop(folder, None)
    found = reopened(folder, before)
    _current[folder] = stamp, found
    return found


def forget() -> None:
    """Close every index that this process has open; the next use opens it anew."""
    _current.clear()


def reopened(folder: Path, before: Index | None) -> Index:
    """Open an index that may be replaced meanwhile. Raises Damaged."""
    try:
        return opened(folder, before)
    except Damaged:
        return opened(folder, before)  # the manifest changed between two of its files


def stamp_of(folder: Path) -> Stamp:
    """Changes whenever the manifest does. Raises Damaged when there is none."""
    try:
        found = os.stat(f"{folder}/{manifest.NAME}")  # asked for with every question
    except OSError as error:
        raise Damaged("there is no index yet") from error
    return found.st_mtime_ns, found.st_ino, found.st_size
