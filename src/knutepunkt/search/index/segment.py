"""One file of the index, open for reading: some groups, their meetings, and what is asked of them.

A segment never changes. Which of its groups are dead, because a later segment has them anew or they
are gone, stands beside it.
"""

from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from knutepunkt.search.index.beginning_tables import KEY
from knutepunkt.search.index.daily import Facets, Standing, facets_in, standing
from knutepunkt.search.index.items import unpacked
from knutepunkt.search.index.manifest import Part, dead_of
from knutepunkt.search.index.places import Bands, Globe, Grid
from knutepunkt.search.index.postings import Bits, Postings, as_set
from knutepunkt.search.index.storage import Array, Damaged, Stored
from knutepunkt.search.index.texts import Places, Texts
from knutepunkt.search.index.whens import Timetable, timetable

OWNER = "organisation"


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
    def sorted_names(self) -> Places:
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
        """What counts for each group on a day, and the order that makes."""
        return standing(self.arrays, self.table_on(today), today)

    def _facets_on(self, today: int, zone: str) -> Facets:
        """What fits a zone when nothing is asked of time, and the bits of each group."""
        return facets_in(self.arrays, self.table_on(today), zone)
