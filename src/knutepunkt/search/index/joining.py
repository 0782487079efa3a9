"""Joins large files beside the follower, so that news never waits for it."""

import threading
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from secrets import token_hex

from knutepunkt.search.index import manifest
from knutepunkt.search.index.changing import change, join, tail_of, to_join
from knutepunkt.search.index.manifest import Manifest, Part
from knutepunkt.search.index.opening import Index, opened
from knutepunkt.search.index.record import Record
from knutepunkt.search.index.reopening import reopened
from knutepunkt.search.index.segment import Segment
from knutepunkt.search.index.writing import write

# Fewer groups are joined at once: it takes less time than anybody notices.
LARGE = 1_500


def clear_joined(folder: Path) -> None:
    """Remove what processes left that were killed while they joined files."""
    for path in folder.glob("joined-*"):
        path.unlink(missing_ok=True)


class Joiner:
    """Joins files in a thread of its own; what it wrote is taken in when it is done.

    All but the writing is done by the follower, who holds the index' lock.
    """

    def __init__(self) -> None:
        self.segments: Sequence[Segment] = ()
        self.written: Part | None = None
        self.thread: threading.Thread | None = None

    def changed(
        self,
        index: Index,
        pks: Collection[int],
        records: Sequence[Record],
        edition: int,
        after_id: int,
    ) -> Index:
        """The index with some groups changed, written at once with the small files at its end."""
        index = self.up_to_date(index)
        tail = tail_of(index.segments, len(records), LARGE, self.busy)
        return self.tidied(change(index, pks, records, edition, after_id, tail))

    @property
    def busy(self) -> set[str]:
        """The files that are being joined."""
        return {segment.part.file for segment in self.segments}

    def up_to_date(self, index: Index) -> Index:
        """The index with what has been written meanwhile."""
        is_done = self.thread is not None and not self.thread.is_alive()
        return self.taken_in(index) if is_done else index

    def tidied(self, index: Index) -> Index:
        """The index with small files joined, and large ones too as soon as they are written."""
        index = self.up_to_date(index)
        busy, free = self.busy, index.segments
        while any(segment.part.file in busy for segment in free):
            free = free[1:]
        some = to_join(free) if free else ()
        if not some:
            return index
        if sum(segment.live for segment in some) < LARGE:
            return join(index, some)
        if self.thread is None:
            self.start(index, some)
        return index

    def start(self, index: Index, segments: Sequence[Segment]) -> None:
        """Begin to write some files as one."""
        self.segments, self.written = segments, None
        # Another process may be joining the same files.
        path = index.folder / f"joined-{token_hex(8)}.draft"

        def work() -> None:
            with suppress(OSError):  # the index was made anew meanwhile, or the disk is full
                self.written = write(path, [reopened(segment) for segment in segments])

        self.thread = threading.Thread(target=work, daemon=True)
        self.thread.start()

    def taken_in(self, index: Index) -> Index:
        """The index with what was written in place of the files it was made of.

        Nothing is taken in where one of those is gone, or when the writing failed.
        """
        before, part = self.segments, self.written
        self.segments, self.written, self.thread = (), None, None
        now = {segment.part.file: segment for segment in index.segments}
        same = [now.get(segment.part.file) for segment in before]
        if part is None or not (index.folder / part.file).exists():
            return index
        if None in same:
            (index.folder / part.file).unlink()
            return index
        pks = [
            pk
            for old, new in zip(before, same, strict=True)
            if new is not None
            for pk in new.arrays["pk"][sorted({*new.dead.tolist()} - {*old.dead.tolist()})].tolist()
        ]
        told = with_joined(index, before, part, pks)
        manifest.write(index.folder, told)
        return opened(index.folder, index)


def with_joined(
    index: Index, before: Sequence[Segment], part: Part, pks: Sequence[int]
) -> Manifest:
    """The manifest with one file in place of several; ``pks`` have died since it was begun."""
    folder, told = index.folder, index.manifest
    file = f"{told.next_number}.seg"
    (folder / part.file).rename(folder / file)
    part = replace(part, file=file)
    files = [segment.part.file for segment in before]
    place = [p.file for p in told.parts].index(files[0])
    rest = [p for p in told.parts if p.file not in files]
    rest.insert(place, part)
    told = replace(told, parts=tuple(rest), next_number=told.next_number + 1)
    dead = Segment(folder, part).numbers_of_all(pks)
    return manifest.with_dead(folder, told, file, dead) if dead else told
