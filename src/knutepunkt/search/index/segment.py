"""One file of the index, open for reading: some groups, their meetings, and what is asked of them.

A segment never changes. Which of its groups are dead, because a later segment has them anew or they
are gone, stands beside it.
"""

import json
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from knutepunkt.search.index import ranking
from knutepunkt.search.index.beginning_tables import KEY
from knutepunkt.search.index.columns import Columns, Rule, Slot
from knutepunkt.search.index.items import unpacked
from knutepunkt.search.index.manifest import Part, dead_of
from knutepunkt.search.index.ordering import places_in_order
from knutepunkt.search.index.places import Bands, Globe, Grid
from knutepunkt.search.index.postings import LEVELS, Bits, Postings, as_set
from knutepunkt.search.index.storage import Array, Damaged, Stored
from knutepunkt.search.index.times import PLANNED, plan_of
from knutepunkt.search.index.whens import Timetable, timetable

DOCS = ("pk", "spin", "content", "confirmed", "is_open", "row_count", "values")
OWNER = "organisation"
ALL_BITS = 2**13
OF_FORMATS = np.uint16(ALL_BITS - (1 << PLANNED))
ROWS = ("when", "latitude", "longitude", "municipality", "county", "formats", "is_held")


class Standing(NamedTuple):
    """What counts for a group whatever is asked, on one day; and the order that makes of all."""

    points: NDArray[np.uint8]
    keys: NDArray[np.uint64]
    order: NDArray[np.uint32]


class Facets(NamedTuple):
    """When nothing is asked of time: the bits of each meeting, and the minute of the day when it
    begins; the bits of each group; for each bit how many groups have it, and which do, as bits.
    """

    marks: NDArray[np.uint16]
    minutes: NDArray[np.int16]
    bits: NDArray[np.uint16]
    counts: NDArray[np.int64]
    packed: list[Bits]


class Texts:
    """Texts of a file, by number."""

    def __init__(self, stored: Stored, name: str) -> None:
        self.ends, self.letters = stored.arrays[f"{name}_ends"], stored.arrays[f"{name}_letters"]

    def __len__(self) -> int:
        return len(self.ends) - 1

    def __getitem__(self, number: int) -> bytes:
        return self.letters[self.ends[number] : self.ends[number + 1]].tobytes()

    def some(self, numbers: Array) -> list[bytes]:
        """Some of the texts: looked up together, which costs less than one by one."""
        letters = self.letters.data
        bounds = zip(self.ends[numbers].tolist(), self.ends[numbers + 1].tolist(), strict=True)
        return [letters[start:end].tobytes() for start, end in bounds]


class Places:
    """Some texts of many, in an order of their own."""

    def __init__(self, texts: Texts, numbers: Array) -> None:
        self.texts, self.numbers = texts, numbers

    def __len__(self) -> int:
        return len(self.numbers)

    def __getitem__(self, place: int) -> bytes:
        return self.texts[self.numbers[place]]


class Segment:
    """A segment and its dead. Raises Damaged when the file is not what the manifest says."""

    def __init__(self, folder: Path, part: Part) -> None:
        self.part = part
        self.stored = Stored(folder / part.file)
        if (self.stored.size, self.stored.sum) != (part.size, part.sum):
            raise Damaged(f"{part.file} is not the file that was written")
        arrays = self.arrays = self.stored.arrays
        self.size: int = self.stored.meta["size"]
        self.values: list[str] = self.stored.meta["values"]
        self.postings = Postings(self.stored, self.size)
        self.group_keys = arrays["begun_groups_keys"].reshape(-1).view(KEY)
        self.owner_keys = arrays["begun_owners_keys"].reshape(-1).view(KEY)
        self.grid = Grid(
            arrays["cells"], arrays["cell_rows"], arrays["latitude"], arrays["longitude"]
        )
        self.names, self.packed_items = Texts(self.stored, "name"), Texts(self.stored, "item")
        self.table_on = lru_cache(maxsize=2)(self._table_on)
        self.standing_on = lru_cache(maxsize=2)(self._standing_on)
        self.facets_on = lru_cache(maxsize=8)(self._facets_on)
        self.numbers_of_facets = lru_cache(maxsize=8)(self._numbers_of_facets)
        self.numbers_but_for = lru_cache(maxsize=2)(self._numbers_but_for)
        self.bury(dead_of(folder, part))

    def bury(self, dead: NDArray[np.uint32]) -> None:
        """Take these groups for dead."""
        self.dead = dead
        self.is_live: NDArray[np.bool_] | None = None
        self.live_bits: Bits | None = None
        if len(dead):
            self.is_live = np.ones(self.size, bool)
            self.is_live[dead] = False
            self.live_bits = np.packbits(self.is_live)
        self.live = self.size - len(dead)
        self.dead_set = as_set(dead)

    def with_dead(self, folder: Path, part: Part) -> "Segment":
        """The same file with other dead; what was worked out for it is kept."""
        other = object.__new__(Segment)
        other.__dict__.update(self.__dict__)
        other.part = part
        other.bury(dead_of(folder, part))
        return other

    def item(self, number: int) -> bytes:
        """What a result shows of a group, as JSON."""
        return unpacked(self.packed_items[number])

    @cached_property
    def by_pk(self) -> tuple[Array, Array]:
        """The groups' keys in order, and whose they are."""
        order = np.argsort(self.arrays["pk"], kind="stable")
        return self.arrays["pk"][order], order

    def numbers_of_all(self, pks: Sequence[int]) -> list[int]:
        """The numbers of some groups, dead or not."""
        return [int(n) for n in self.numbers_of(np.array(sorted(pks), np.int64))] if pks else []

    def numbers_of(self, pks: Array) -> Array:
        """The numbers of those groups that this segment has, dead or not."""
        keys, order = self.by_pk
        place = np.minimum(np.searchsorted(keys, pks), max(0, self.size - 1))
        return np.asarray(order[place[keys[place] == pks]])

    @cached_property
    def sorted_names(self) -> "Places":
        """What names are sorted by, each once, in order."""
        _, numbers = np.unique(self.arrays["name_rank"], return_index=True)
        return Places(self.names, numbers)

    @cached_property
    def value_numbers(self) -> dict[str, int]:
        """Where each value stands among the values."""
        return {value: number for number, value in enumerate(self.values)}

    @cached_property
    def facets(self) -> dict[str, Array]:
        """For each facet the numbers of its values."""
        found: dict[str, list[int]] = {}
        for number, value in enumerate(self.values[1:], start=1):
            found.setdefault(value.partition(":")[0], []).append(number)
        return {facet: np.array(numbers) for facet, numbers in found.items()}

    def _numbers_of_facets(self, facets: tuple[str, ...]) -> Array:
        """The numbers of the values of some facets."""
        nobody = np.empty(0, np.intp)
        return np.concatenate([nobody, *(self.facets.get(facet, nobody) for facet in facets)])

    def _numbers_but_for(self, facets: tuple[str, ...]) -> Array:
        """The numbers of the values of all other facets, and of no organisations: these are many
        and have a column.
        """
        wanted = [facet for facet in self.facets if facet not in (*facets, OWNER)]
        return self.numbers_of_facets(tuple(wanted))

    @cached_property
    def totals(self) -> Array:
        """How many groups have each value, none of them dead."""
        return np.array([0, *(len(one) for one in self.sets[1:])], np.int64)

    @cached_property
    def globe(self) -> Globe:
        """Where its meetings are, as points on a globe."""
        return Globe(self.arrays["latitude"], self.arrays["longitude"])

    @cached_property
    def bands(self) -> Bands:
        """Which groups meet in which bands of degrees."""
        arrays = self.arrays
        where = arrays["latitude"], arrays["longitude"]
        return Bands(*where, arrays["doc_of_row"], self.size)

    @cached_property
    def sets(self) -> list[BitMap]:
        """For each value the groups that have it."""
        texts = Texts(self.stored, "set")
        return [BitMap.deserialize(texts[number]) for number in range(len(texts))]

    def _table_on(self, today: int) -> Timetable:
        """When its meetings take place, as of a day."""
        return timetable(self.stored, today)

    def _standing_on(self, today: int) -> Standing:
        """What counts for each group on a day, and the order that makes: most points first, then
        the day's turn, then the key.
        """
        points = ranking.freshness(self.arrays["confirmed"], today)
        points += self.arrays["is_open"].astype(np.uint8) * np.uint8(ranking.OPEN)
        table = self.table_on(today)
        soon = (table.bits >> np.uint64(1)) & np.uint64((1 << ranking.SOON_DAYS) - 1)
        rows = (soon > 0)[self.arrays["when"]] & self.arrays["is_held"]
        is_soon = np.zeros(self.size, bool)
        is_soon[self.arrays["doc_of_row"][rows]] = True
        points += is_soon.astype(np.uint8) * np.uint8(ranking.SOON)
        turn = ranking.turn(self.arrays["spin"], today)
        keys = np.uint64(ranking.MOST) - points
        keys <<= np.uint64(32)
        keys |= turn
        order = self.arrays["pk"].argsort(kind="stable")
        order = order[places_in_order(turn[order])]
        order = order[(np.uint8(ranking.MOST) - points[order]).argsort(kind="stable")]
        return Standing(points, keys, order.astype(np.uint32))

    def _facets_on(self, today: int, zone: str) -> Facets:
        """What fits a zone when nothing is asked of time, and the bits of each group."""
        table, when = self.table_on(today), self.arrays["when"]
        plan = plan_of(table, zone)
        minutes = plan.minute.astype(np.int16)[table.slot].take(when)
        marks = self.arrays["formats"].astype(np.uint16) << np.uint16(PLANNED)
        marks |= plan.marks.take(when)
        bits = np.bitwise_or.reduceat(marks, self.arrays["row_first"][:-1])
        places = range(ALL_BITS.bit_length() - 1)
        packed = [np.packbits(bits & np.uint16(1 << place) > 0) for place in places]
        counts = np.array([np.bitwise_count(one).sum(dtype=np.int64) for one in packed])
        return Facets(marks, minutes, bits, counts, packed)

    def columns(self) -> tuple[Columns, Array]:
        """What a merge reads, and the numbers of the groups that live on."""
        arrays = self.arrays
        listed = np.repeat(np.arange(len(self.postings)), np.diff(arrays["token_lists"]))
        rules = [as_rule(row) for row in json.loads(arrays["rules"].tobytes())]
        slots: list[Slot] = [(s, z) for s, z in json.loads(arrays["slots"].tobytes())]
        columns = Columns(
            docs={name: arrays[name] for name in DOCS},
            rows={name: arrays[name] for name in ROWS},
            names=self.names,
            items=self.packed_items,
            values=self.values,
            rules=rules,
            slots=slots,
            when_rule=arrays["when_rule"],
            when_slot=arrays["when_slot"],
            tokens=self.postings.tokens(),
            keys=listed.astype(np.int64) * LEVELS + arrays["list_level"],
            counts=arrays["list_count"].astype(np.int64),
            flat=self.flat,
            groups_begun=(self.group_keys, arrays["begun_groups"]),
            owners_begun=(self.owner_keys, arrays["begun_owners"]),
            let_go=self.stored.let_go,
        )
        is_live = np.ones(self.size, bool) if self.is_live is None else self.is_live
        return columns, np.flatnonzero(is_live)

    def flat(self, low: int, high: int) -> Array:
        """The numbers of the lists between two of them."""
        return self.postings.flat(low, high)


def as_rule(row: list[object]) -> Rule:
    """A rule as columns have it."""
    rrule, first_on, last_on, except_on, also_on, zone = row
    return rrule, first_on, last_on, tuple(except_on), tuple(also_on), zone  # type: ignore[return-value, arg-type]
