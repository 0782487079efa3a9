"""Tables of how names begin, before they are written: new ones, and those of joined segments."""

from collections.abc import Sequence

import numpy as np

from knutepunkt.search.index.storage import Array, Writer

WIDTH = 24
KEY = f"S{WIDTH}"
OWNER = "organisation:"
Table = tuple[Array, Array]  # Keys, and of each whose name it is.


def table(keys: Sequence[bytes], numbers: Array | Sequence[int]) -> Table:
    """Keys, and of each whose name it is, as two columns."""
    return np.array(keys, KEY), np.asarray(numbers, np.uint32)


def renumbered(old: Table, new: Array) -> Table:
    """A table with new numbers; those that get none (-1) are left out."""
    keys, numbers = old
    given = new[numbers]
    return keys[given >= 0], given[given >= 0].astype(np.uint32)


def write_begun(
    writer: Writer, name: str, tables: Sequence[Table], ranks: Array | None = None
) -> None:
    """Write tables as one, in order of key, then rank, then number; each pair once."""
    keys = np.concatenate([np.empty(0, KEY), *(keys for keys, _ in tables)])
    numbers = np.concatenate([np.empty(0, np.uint32), *(numbers for _, numbers in tables)])
    order = np.lexsort((numbers, numbers if ranks is None else ranks[numbers], keys))
    keys, numbers = keys[order], numbers[order]
    is_new = np.ones(len(keys), bool)
    is_new[1:] = (keys[1:] != keys[:-1]) | (numbers[1:] != numbers[:-1])
    letters = np.ascontiguousarray(keys[is_new]).view(np.uint8).reshape(-1, WIDTH)
    writer.add(f"begun_{name}_keys", letters)
    writer.add(f"begun_{name}", numbers[is_new])
