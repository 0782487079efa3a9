"""Ids that stand in more than one row name nothing; they are found in a pass of their own."""

from array import array
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import pairwise

from knutepunkt.collect.clean.ids import real_id

PARTS = 16


def shared_ids(rows: Iterable[Sequence[str]], places: Sequence[int]) -> frozenset[int]:
    """The hashes of ids that several rows have; ``places`` are the id's columns.

    Holds eight bytes a row, and sorts a sixteenth at a time, so that a million rows fit.
    """
    if not places:
        return frozenset()
    parts = [array("Q") for _ in range(PARTS)]
    for row in rows:
        one = hash_of(row, places)
        parts[one % PARTS].append(one)
    pairs = (pair for part in parts for pair in pairwise(sorted(part)))
    return frozenset(one for one, other in pairs if one == other and one)


def is_in(shared: frozenset[int], row: Sequence[str], places: Sequence[int]) -> bool:
    """Say whether the row's id is a shared one."""
    return bool(shared) and hash_of(row, places) in shared


def hash_of(row: Sequence[str], places: Sequence[int]) -> int:
    """64 bits of the id in a row; 0 for no id."""
    for place in places:
        if place < len(row) and (key := real_id(row[place])):
            return int.from_bytes(blake2b(key.encode("utf-8", "replace"), digest_size=8).digest())
    return 0
