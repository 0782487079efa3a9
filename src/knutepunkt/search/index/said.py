"""Gathers which tokens groups have at which level, and makes the lists of tokens of that."""

from array import array
from collections.abc import Iterator, Sequence
from itertools import pairwise
from zlib import crc32

import numpy as np

from knutepunkt.search.index.numbers import Numbers
from knutepunkt.search.index.ordering import places_in_order
from knutepunkt.search.index.postings import LEVELS
from knutepunkt.search.index.record import Level, Words
from knutepunkt.search.index.storage import Array

BYTES = 4  # of a token's number
# Odd, so that no sum loses what one of them is multiplied by.
WEIGHTS = np.array([crc32(bytes([level])) | 1 for level in Level], np.uint32)
Lists = tuple[Array, Array, Array]  # Keys, how many numbers each has, and all of these.
NOBODYS: Numbers[str] = Numbers()


class Said:
    """The tokens of the groups that were added so far, as whoever told of them numbers them."""

    def __init__(self) -> None:
        self.numbers, self.lengths = bytearray(), array("I")
        self.of = NOBODYS
        self.turns: list[tuple[int, Numbers[str]]] = []

    def add(self, words: Words) -> None:
        """Take in what one group says."""
        numbers, levels = words
        if numbers is not self.of:
            self.of = numbers
            self.turns.append((len(self.numbers) // BYTES, numbers))
        self.numbers += b"".join(levels)
        self.lengths.extend(map(len, levels))

    def together(self) -> tuple[list[bytes], Array, Array]:
        """Every token once in order; the places of all that was said among these; how many of it
        each group says at each level.
        """
        said, names = np.frombuffer(self.numbers, np.uint32).copy(), Numbers[bytes]()
        for start, end, numbers in self.runs():
            own, tokens = np.zeros(len(numbers), np.uint32), list(numbers)
            own[said[start:end]] = 1
            for number in own.nonzero()[0].tolist():
                own[number] = names[tokens[number].encode("utf-8", "replace")]
            said[start:end] = own[said[start:end]]
        in_order = sorted(names)
        place = np.empty(len(names), np.uint32)
        place[[names[name] for name in in_order]] = np.arange(len(names), dtype=np.uint32)
        lengths = np.array(self.lengths, np.uint32).reshape(-1, LEVELS) // BYTES
        return in_order, place[said], lengths

    def runs(self) -> Iterator[tuple[int, int, Numbers[str]]]:
        """From where to where tokens have the same numbers, and these."""
        last = (len(self.numbers) // BYTES, NOBODYS)
        for (start, numbers), (end, _) in pairwise([*self.turns, last]):
            yield start, end, numbers


def sums_of(names: list[bytes], said: Array, lengths: Array) -> Array:
    """A sum of what each group says where, whatever the numbers of its tokens are."""
    worth = np.fromiter(map(crc32, names), np.uint32, len(names))[said]
    worth *= np.repeat(np.tile(WEIGHTS, len(lengths)), lengths.ravel())
    until = np.zeros(len(worth) + 1, np.uint32)
    np.cumsum(worth, out=until[1:])
    ends = np.zeros(len(lengths) + 1, np.intp)
    np.cumsum(lengths.sum(axis=1), out=ends[1:])
    return np.diff(until[ends])


def lists_of(said: Array, lengths: Array) -> Lists:
    """The keys of the tokens' lists, how long each is, and all their numbers.

    What was said comes group by group, the lowest level first. Ordered by token it still does, so
    the last of a group's in a row has its highest level; only that is kept.
    """
    counts = lengths.sum(axis=1, dtype=np.intp)
    levels = np.tile(np.arange(LEVELS, dtype=np.uint8), len(lengths)).repeat(lengths.ravel())
    groups = np.arange(len(lengths), dtype=np.uint32).repeat(counts)
    order = places_in_order(said)
    tokens, groups = said[order], groups[order]
    kept = (is_last(tokens) | is_last(groups)).nonzero()[0]
    keys = tokens[kept] * np.uint32(LEVELS) + levels[order[kept]]
    order = places_in_order(keys)
    keys, groups = keys[order], groups[kept][order]
    ends = np.flatnonzero(is_last(keys))
    return keys[ends].astype(np.int64), np.diff(ends, prepend=-1), groups


def is_last(numbers: Array) -> Array:
    """Where a number is the last of those like it that stand together."""
    found = np.ones(len(numbers), bool)
    np.not_equal(numbers[1:], numbers[:-1], out=found[:-1])
    return found


def one_after_the_other(parts: Sequence[Lists]) -> Lists:
    """Lists by key: those of several parts, of which each has larger numbers than those before."""
    keys = np.unique(np.concatenate([keys for keys, _, _ in parts]))
    places = [np.searchsorted(keys, own) for own, _, _ in parts]
    totals = np.zeros(len(keys), np.int64)
    for place, (_, counts, _) in zip(places, parts, strict=True):
        totals[place] += counts
    free = np.cumsum(totals) - totals
    numbers = np.empty(int(totals.sum()), np.uint32)
    for place, (_, counts, own) in zip(places, parts, strict=True):
        shift = free[place] - (np.cumsum(counts) - counts)
        numbers[np.repeat(shift, counts) + np.arange(len(own))] = own
        free[place] += counts
    return keys, totals, numbers
