"""Posting lists put together: which groups meet a need, and how well."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from knutepunkt.search.index.postings import Bits, Posting, Postings
from knutepunkt.search.index.ranking import value_of
from knutepunkt.search.index.storage import Array
from knutepunkt.search.meaning import Need

Valued = tuple[int, Posting]
# How many groups a segment may have for each that is in some lists, or is looked for there, so that
# a value for every group costs less; and as how many of these it costs to begin.
UNITED, SOUGHT, BEGUN = 170, 1_000, 80
UNPACKED = 32  # How many for each whose bit is asked for, so that to unpack all bits costs less.
BIT = np.array([128, 64, 32, 16, 8, 4, 2, 1], np.uint8)


def valued(postings: Postings, need: Need) -> list[Valued]:
    """The lists that meet a need with what each counts, lowest first."""
    found = [
        (value_of(posting.level, term.weight), posting)
        for term in need.terms
        for posting in postings.of(term.token)
    ]
    return sorted(found, key=value_first) if len(found) > 1 else found


def value_first(one: Valued) -> int:
    """Sorts lists by what they count."""
    return one[0]


def total_of(lists: Sequence[Valued]) -> int:
    """How many groups some lists have at most."""
    return sum(posting.size for _, posting in lists)


def union(lists: Sequence[Valued], size: int) -> tuple[Array, Array]:
    """The groups of some lists, in order, and what the best of its lists counts for each."""
    if not lists:
        return np.empty(0, np.intp), np.empty(0, np.int64)
    if len(lists) == 1:
        value, posting = lists[0]
        numbers = posting.numbers(size).astype(np.intp)
        return numbers, np.full(len(numbers), value, np.uint8)
    if (total_of(lists) + BEGUN) * UNITED > size:
        values = values_of_all(lists, size)
        numbers = (values > 0).nonzero()[0]
        return numbers, values[numbers]
    ids = np.concatenate([posting.numbers(size) for _, posting in lists]).astype(np.int64)
    worth = np.repeat([255 - value for value, _ in lists], [posting.size for _, posting in lists])
    both = np.sort((ids << 8) | worth)
    ids = both >> 8
    is_first = np.empty(len(ids), bool)
    is_first[:1] = True
    np.not_equal(ids[1:], ids[:-1], out=is_first[1:])
    return ids[is_first], (255 - (both[is_first] & 255)).astype(np.uint8)


def values_of_all(lists: Sequence[Valued], size: int) -> NDArray[np.uint8]:
    """For every group what the best of its lists counts; 0 without any. Lists come lowest first."""
    found = np.zeros(size, np.uint8)
    for value, posting in lists:
        if posting.bits is None:
            found[posting.ids] = value
        else:
            has = np.unpackbits(posting.bits, count=size)
            np.maximum(found, has * np.uint8(value), out=found)
    return found


def values_at(lists: Sequence[Valued], docs: Array, size: int) -> NDArray[np.uint8]:
    """For some groups what the best of its lists counts; 0 without any. Lists come lowest first."""
    if (len(docs) + BEGUN) * SOUGHT > size:
        return values_of_all(lists, size)[docs]
    found = np.zeros(len(docs), np.uint8)
    for value, posting in lists:
        found[has(posting, docs)] = value
    return found


def has(posting: Posting, docs: Array) -> NDArray[np.bool_]:
    """Which of some groups are in a list."""
    if posting.bits is not None:
        return bits_at(posting.bits, docs)
    place = np.minimum(np.searchsorted(posting.ids, docs.astype(np.uint32)), posting.size - 1)
    found: NDArray[np.bool_] = posting.ids[place] == docs
    return found


def bits_of_lists(lists: Sequence[Valued], size: int) -> Bits:
    """The groups of some lists, of which there is one at least, with a bit for each group."""
    each = [posting.bits for _, posting in lists if posting.bits is not None]
    few = [posting.ids for _, posting in lists if posting.bits is None]
    if few:
        mask = np.zeros(size, bool)
        for ids in few:
            mask[ids] = True
        each.append(np.packbits(mask))
    return any_bits(each)


def any_bits(each: Sequence[Bits]) -> Bits:
    """The groups that are in one of some, all with a bit for each group; nobody may change it."""
    found = each[0]
    for bits in each[1:]:
        found = found | bits
    return found


def all_bits(each: Sequence[Bits]) -> Bits:
    """The groups that are in all of some; nobody may change it."""
    found = each[0]
    for bits in each[1:]:
        found = found & bits
    return found


def docs_in(bits: Bits, size: int) -> Array:
    """The numbers of the groups that have a bit, in order."""
    found: Array = np.unpackbits(bits, count=size).view(bool).nonzero()[0]
    return found


def is_met(postings: Postings, tokens: Sequence[str], docs: Array | None) -> NDArray[np.bool_]:
    """Which groups have any of some tokens: of those given, or of all."""
    bits = postings.bits_of(tuple(tokens))
    if docs is None:
        return np.unpackbits(bits, count=postings.size).view(bool)
    return bits_at(bits, docs)


def bits_at(bits: Bits, docs: Array) -> NDArray[np.bool_]:
    """The bits of some groups, of which each byte has eight."""
    if len(docs) * UNPACKED > 8 * len(bits):
        return np.unpackbits(bits).view(bool).take(docs)
    found: NDArray[np.bool_] = BIT[docs & 7] & bits[docs >> 3] > 0
    return found
