"""Changes an index: takes in groups anew, forgets others, and keeps the number of files small.

Only one process may change an index (``following`` sees to that); any number may read it meanwhile.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np

from knutepunkt.search.garbage import without_collecting
from knutepunkt.search.index import manifest
from knutepunkt.search.index.gathering import columns_of
from knutepunkt.search.index.manifest import Manifest, Part
from knutepunkt.search.index.opening import Index, opened
from knutepunkt.search.index.record import Record
from knutepunkt.search.index.reopening import reopened
from knutepunkt.search.index.segment import Segment
from knutepunkt.search.index.writing import Source, write

CHUNK, MOST_HELD = 5_000, 20  # Groups, and how many times as many are held in memory.
# A file is joined with the one before it when that is at most so many times as large.
ALIKE = 4


def build(folder: Path, records: Iterable[Record], vocabulary: str, edition: int) -> Manifest:
    """Make an index of some groups in place of whatever is there, whole or not at all.

    One that fails leaves nothing behind: on a full disk its pieces would keep it full.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    clear_drafts(folder)
    number = next_number(folder)
    parts: tuple[Part, ...] = ()
    try:
        if sources := gathered(folder, records):
            parts = (write(folder / f"{number}.seg", sources),)
        told = Manifest(edition, 0, vocabulary, parts, number + 1)
        manifest.write(folder, told)
    finally:
        clear_drafts(folder)
    return told


def gathered(folder: Path, records: Iterable[Record]) -> list[Source]:
    """All groups as something to write; of very many most lie in files meanwhile."""
    rest, drafts, held = iter(records), list[Source](), list[Source]()
    while True:
        with without_collecting():
            source = source_of(islice(rest, CHUNK))
        if not len(source[1]):
            return drafts + held
        held.append(source)
        if len(held) == MOST_HELD:
            part = write(folder / f"{len(drafts)}.draft", held)
            drafts.append(reopened(Segment(folder, part)))
            held = []


def source_of(records: Iterable[Record]) -> Source:
    """Some groups as something to write."""
    columns = columns_of(records)
    return columns, np.arange(len(columns.names))


def clear_drafts(folder: Path) -> None:
    """Remove what a build leaves behind, whether it came to its end or not."""
    for path in folder.iterdir():
        if path.suffix in (".draft", ".new"):
            path.unlink(missing_ok=True)


def next_number(folder: Path) -> int:
    """A number that no file of the folder has."""
    numbers = (path.name.split(".")[0].split("-")[0] for path in folder.iterdir())
    return max((int(number) for number in numbers if number.isdecimal()), default=0) + 1


def change(
    index: Index,
    pks: Collection[int],
    records: Sequence[Record],
    edition: int,
    after_id: int,
    tail: Sequence[Segment] = (),
) -> Index:
    """Replace what the index has of some groups by these records, and note how far it has come.

    ``tail`` are its last files as far as they are written anew together with the records. Returns
    the new state, which is safe on disk. Raises Damaged.
    """
    folder, told, keys = index.folder, index.manifest, np.array(sorted(pks), np.int64)
    for segment in index.segments[: len(index.segments) - len(tail)]:
        told = bury(folder, told, segment, keys)
    sources = [survivors(segment, keys) for segment in tail]
    sources += [source_of(records)] if records else []
    sources = [source for source in sources if len(source[1])]
    old = {segment.part.file for segment in tail}
    parts = tuple(part for part in told.parts if part.file not in old)
    if sources:
        parts = (*parts, write(folder / f"{told.next_number}.seg", sources))
    told = replace(told, parts=parts, next_number=told.next_number + 1)
    told = replace(told, edition=edition, after_id=after_id)
    manifest.write(folder, told)
    return opened(folder, index)


def note(index: Index, vocabulary: str, edition: int) -> Index:
    """Note that the index has all of an edition, and which words it is asked by."""
    told = replace(index.manifest, vocabulary=vocabulary, edition=edition, after_id=0)
    manifest.write(index.folder, told)
    return opened(index.folder, index)


def survivors(segment: Segment, pks: np.ndarray) -> Source:
    """A segment as something to write, without some groups."""
    columns, live = reopened(segment)
    return columns, np.setdiff1d(live, segment.numbers_of(pks)) if len(pks) else live


def bury(folder: Path, told: Manifest, segment: Segment, pks: np.ndarray) -> Manifest:
    """The manifest with those groups of a segment dead; a file with none left is let go."""
    if not len(pks) or not segment.size:
        return told
    dead = np.union1d(segment.dead, segment.numbers_of(pks))
    if len(dead) == len(segment.dead):
        return told
    if len(dead) == segment.size:
        parts = tuple(part for part in told.parts if part.file != segment.part.file)
        return replace(told, parts=parts)
    return manifest.with_dead(folder, told, segment.part.file, dead.tolist())


def to_join(segments: Sequence[Segment]) -> Sequence[Segment]:
    """The last files, as far as each is not much larger than all after it; none when all is well.

    A file of which most is dead is joined with nothing but itself.
    """
    start, total = len(segments) - 1, segments[-1].live if segments else 0
    while start > 0 and segments[start - 1].live <= ALIKE * total:
        start -= 1
        total += segments[start].live
    if start < len(segments) - 1:
        return segments[start:]
    return [s for s in segments if len(s.dead) > s.live][:1]


def tail_of(
    segments: Sequence[Segment], count: int, most: int, busy: Collection[str]
) -> Sequence[Segment]:
    """The last files that are best written anew with so many groups, ``most`` groups together.

    None of those is among them that somebody is busy with.
    """
    start, total = len(segments), count
    while start > 0 and segments[start - 1].part.file not in busy:
        live = segments[start - 1].live
        if live > ALIKE * total or total + live > most:
            break
        start, total = start - 1, total + live
    return segments[start:]


def join(index: Index, segments: Sequence[Segment]) -> Index:
    """Write some files that stand together as one, without their dead. Returns the new state."""
    folder, told = index.folder, index.manifest
    files = [segment.part.file for segment in segments]
    path = folder / f"{told.next_number}.seg"
    part = write(path, [reopened(segment) for segment in segments])
    place = [p.file for p in told.parts].index(files[0])
    rest = [p for p in told.parts if p.file not in files]
    rest.insert(place, part)
    told = replace(told, parts=tuple(rest), next_number=told.next_number + 1)
    manifest.write(folder, told)
    return opened(folder, index)
