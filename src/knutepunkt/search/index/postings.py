"""Which groups have a token, and where: for each token and level one list.

A list is numbers in order, four bytes each, or one bit for each group of the segment, whichever is
shorter.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from knutepunkt.search.index.storage import Array, Stored, Writer

Ids = NDArray[np.uint32]
Bits = NDArray[np.uint8]  # A bit for each group, eight in a byte, the first one highest.
MOST_REMEMBERED = 50_000
SMALL = 4096
MOST_BITS, MOST_NUMBERS = 64, 32
LEVELS = 9
HEAD = 8  # Bytes of a token that are compared at once.


def as_set(numbers: Array) -> BitMap:
    """Some numbers as a set: handed over at once, for an array of numpy's is read one by one."""
    return BitMap(array("I", numbers.astype(np.uint32).tobytes()))


class Posting(NamedTuple):
    """The groups that have a token at a level: ``ids``, or ``bits`` when they are many.

    ``size`` is how many they are.
    """

    level: int
    size: int
    ids: Ids
    bits: Bits | None = None

    def numbers(self, size: int) -> Ids:
        """The groups' numbers, in order."""
        if self.bits is None:
            return self.ids
        return np.flatnonzero(np.unpackbits(self.bits, count=size)).astype(np.uint32)


class Postings:
    """The tokens of one segment."""

    def __init__(self, stored: Stored, size: int) -> None:
        self.size = size
        arrays = stored.arrays
        self.letters, self.ends = arrays["token_letters"], arrays["token_ends"]
        # Views give single numbers and bytes in half the time that arrays take.
        self.letters_seen, self.ends_seen = self.letters.data, self.ends.data
        self.lists = arrays["token_lists"]
        self.level, self.count = arrays["list_level"], arrays["list_count"]
        self.start, self.ids, self.bits = arrays["list_start"], arrays["ids"], arrays["bits"]
        self.remembered: dict[str, tuple[Posting, ...]] = {}
        self.bits_of = lru_cache(maxsize=MOST_BITS)(self._bits_of)
        self.numbers_of = lru_cache(maxsize=MOST_NUMBERS)(self._numbers_of)

    def __len__(self) -> int:
        return len(self.ends) - 1

    def token(self, number: int) -> bytes:
        """A token by its place in the order."""
        ends = self.ends_seen
        return bytes(self.letters_seen[ends[number] : ends[number + 1]])

    def tokens(self) -> list[bytes]:
        """All tokens, in order."""
        letters, ends = self.letters.tobytes(), self.ends.tolist()
        return [letters[start:end] for start, end in pairwise(ends)]

    def place(self, token: bytes) -> int:
        """Where a token stands in the order, or would."""
        head = np.uint64(int.from_bytes(token[:HEAD].ljust(HEAD, b"\0"), "big"))
        low = int(self.heads.searchsorted(head))
        if low == len(self) or self.heads[low] != head:
            return low
        high = int(self.heads.searchsorted(head, side="right"))
        return bisect_left(range(high), token, low, high, key=self.token)

    @cached_property
    def heads(self) -> Array:
        """The first letters of each token as a number; one halving by these finds most places."""
        ends = self.ends.astype(np.int64)
        found = np.zeros(len(self), np.uint64)
        for at in range(HEAD):
            is_there = (ends[:-1] + at < ends[1:]).nonzero()[0]
            letters = self.letters[ends[is_there] + at].astype(np.uint64)
            found[is_there] |= letters << np.uint64(8 * (HEAD - 1 - at))
        return found

    def of(self, token: str) -> tuple[Posting, ...]:
        """The lists of a token, lowest level first; none when no group has it."""
        found = self.remembered.get(token)
        if found is None:
            wanted = token.encode("utf-8", "replace")
            place = self.place(wanted)
            is_known = place < len(self) and self.token(place) == wanted
            found = self.at(place) if is_known else ()
            if is_known and len(self.remembered) < MOST_REMEMBERED:
                self.remembered[token] = found
        return found

    def _bits_of(self, tokens: tuple[str, ...]) -> Bits:
        """The groups that have any of some tokens; nobody may change it."""
        mask = np.zeros(self.size, bool)
        for token in tokens:
            for posting in self.of(token):
                mask[posting.numbers(self.size)] = True
        return np.packbits(mask)

    def _numbers_of(self, tokens: tuple[str, ...]) -> Ids:
        """The same groups by their numbers, in order."""
        has = np.unpackbits(self.bits_of(tokens), count=self.size).view(bool)
        return has.nonzero()[0].astype(np.uint32)  # Half of what they are looked up by takes.

    def at(self, place: int) -> tuple[Posting, ...]:
        """The lists of the token at a place of the order."""
        return tuple(
            self.posting(number) for number in range(self.lists[place], self.lists[place + 1])
        )

    def posting(self, number: int) -> Posting:
        """One list by its number."""
        count, start = int(self.count[number]), int(self.start[number])
        if is_dense(count, self.size):
            bits = self.bits[start : start + bytes_for(self.size)]
            return Posting(int(self.level[number]), count, self.ids[:0], bits)
        return Posting(int(self.level[number]), count, self.ids[start : start + count])

    def flat(self, low: int, high: int) -> Ids:
        """The numbers of the lists between two of them, one list after the other."""
        found, counts = [self.ids[:0]], self.count[low:high]
        is_many, at = is_dense(counts, self.size), low
        for place in (*(low + is_many.nonzero()[0]).tolist(), high):
            if at < place:  # Lists of numbers that follow each other do so in the file.
                start = int(self.start[at])
                found.append(self.ids[start : start + int(counts[at - low : place - low].sum())])
            if place < high:
                found.append(self.posting(place).numbers(self.size))
            at = place + 1
        return np.concatenate(found)

    def starting(self, prefix: str) -> Iterator[tuple[str, int]]:
        """Tokens that begin so, each with how many groups have it."""
        wanted = prefix.encode("utf-8", "replace")
        for place in range(self.place(wanted), len(self)):
            token = self.token(place)
            if not token.startswith(wanted):
                return
            yield token.decode(), self.groups_at(place)

    def groups_at(self, place: int) -> int:
        """How many groups have the token at a place of the order."""
        return int(self.count[self.lists[place] : self.lists[place + 1]].sum())


def is_dense(count: Any, size: int) -> Any:
    """Whether a bit for each group takes less room than the numbers, for one list or an array.

    In a small segment there is no room to be saved.
    """
    return (count * 4 > bytes_for(size)) & (size > SMALL)


def bytes_for(size: int) -> int:
    """Bytes for one bit each."""
    return (size + 7) // 8


class ListWriter:
    """Writes the lists of a segment, which come in the order of tokens and levels."""

    def __init__(self, writer: Writer, size: int) -> None:
        self.writer, self.size = writer, size
        self.counts: list[Array] = []
        self.dense: list[Array] = []
        writer.begin("ids", np.uint32)

    def append(self, counts: Array, ids: Ids) -> None:
        """Write lists, whose numbers stand one after the other in ``ids``."""
        is_many = is_dense(counts, self.size)
        starts = np.cumsum(counts) - counts
        for number in np.flatnonzero(is_many):
            mask = np.zeros(self.size, bool)
            mask[ids[starts[number] : starts[number] + counts[number]]] = True
            self.dense.append(np.packbits(mask))
        self.writer.append(ids[~np.repeat(is_many, counts)])
        self.counts.append(counts)

    def close(self, tokens: Sequence[bytes], keys: Array) -> None:
        """Write what the lists are of: ``keys`` are nine times a token's place, plus the level."""
        counts = np.concatenate([*self.counts, np.empty(0, np.int64)]).astype(np.int64)
        self.writer.begin("bits", np.uint8)
        for bits in self.dense:
            self.writer.append(bits)
        is_many = is_dense(counts, self.size)
        few, many = np.where(is_many, 0, counts), np.where(is_many, bytes_for(self.size), 0)
        start = np.where(is_many, np.cumsum(many) - many, np.cumsum(few) - few)
        self.writer.add("list_start", start.astype(np.uint64))
        self.writer.add("list_count", counts.astype(np.uint32))
        self.writer.add("list_level", (keys % LEVELS).astype(np.uint8))
        first = np.searchsorted(keys // LEVELS, np.arange(len(tokens) + 1))
        self.writer.add("token_lists", first.astype(np.uint32))
        write_texts(self.writer, "token", tokens)


def write_texts(writer: Writer, name: str, texts: Sequence[bytes]) -> None:
    """Write texts as their letters and where each ends, the first of which is 0."""
    lengths = np.fromiter(map(len, texts), np.uint64, len(texts))
    writer.add(f"{name}_ends", np.concatenate([np.zeros(1, np.uint64), np.cumsum(lengths)]))
    writer.add(f"{name}_letters", np.frombuffer(b"".join(texts), np.uint8))
