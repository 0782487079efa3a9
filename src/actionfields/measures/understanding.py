"""How far an understanding is shared: who stands where on each category, and who is silent."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from actionfields.measures.consensus import agreement_a
from actionfields.measures.refusals import FEWEST, Refused
from actionfields.measures.voices import AGAINST, DIVIDED, FOR, MENTIONED, SILENT, Ints, Voices


@dataclass(frozen=True, slots=True)
class Shared:
    """One category: who is for, against, divided, has only mentioned it, or is silent.

    ``coverage`` is the share of the base that is not silent, refused under five actors.
    ``agreement`` is van der Eijk's A over against, neither and for, where a divided actor counts as
    neither.
    """

    category: str
    supporters: tuple[str, ...]
    opponents: tuple[str, ...]
    divided: tuple[str, ...]
    mentioned: tuple[str, ...]
    silent: tuple[str, ...]
    coverage: float | Refused
    agreement: float | Refused

    @property
    def base(self) -> int:
        """How many actors could have spoken."""
        return self.voices + len(self.silent)

    @property
    def voices(self) -> int:
        """How many actors spoke."""
        spoke = (self.supporters, self.opponents, self.divided, self.mentioned)
        return sum(map(len, spoke))


@dataclass(frozen=True, slots=True)
class Understanding:
    """All categories at once: counts as columns, names when asked for.

    ``counts`` has a row per category and the columns silent, for, against, divided, mentioned.
    """

    voices: Voices
    standing: Ints
    counts: Ints

    def names(self, category: int, standing: int) -> tuple[str, ...]:
        """Who stands so on a category, in the order of the base."""
        there = np.flatnonzero(self.standing[category] == standing)
        return tuple(self.voices.actors[place] for place in there.tolist())

    def __len__(self) -> int:
        return len(self.voices.categories)

    def __iter__(self) -> Iterator[Shared]:
        return (self[place] for place in range(len(self)))

    def __getitem__(self, place: int) -> Shared:
        row = self.counts[place].tolist()
        silent, for_, against, divided, mentioned = row
        return Shared(
            self.voices.categories[place],
            supporters=self.names(place, FOR),
            opponents=self.names(place, AGAINST),
            divided=self.names(place, DIVIDED),
            mentioned=self.names(place, MENTIONED),
            silent=self.names(place, SILENT),
            coverage=_share(sum(row) - silent, sum(row)),
            agreement=agreement_a([against, mentioned + divided, for_]),
        )

    def of(self, category: str) -> Shared:
        """One category by name. Raises ValueError when it is not among them."""
        return self[tuple(self.voices.categories).index(category)]

    def records(self) -> list[dict[str, Any]]:
        """A table with counts only, a row per category, in order of the categories."""
        heads = ("silent", "supporters", "opponents", "divided", "mentioned")
        return [
            {"category": name, **dict(zip(heads, row, strict=True))}
            for name, row in zip(self.voices.categories, self.counts.tolist(), strict=True)
        ]


def shared_understanding(voices: Voices) -> Understanding:
    """Who supports, opposes, is divided on, mentions or is silent on each category.

    An actor counts once per category, however often it spoke: +1 anywhere and −1 nowhere is a
    supporter, −1 and never +1 an opponent, both divided, only 0 mentioned. Silent means that no row
    exists, which is never a no. Collectives count as the one voice they are; they are not expanded.

    Edge cases: without categories the answer is empty; coverage is refused under five actors, A
    under five voices. Reference: the research design of the built-in data set, and van der Eijk
    (2001) for A.

    >>> said = [("sit", "clearinghouse", 1), ("batteriet", "clearinghouse", 1),
    ...         ("vaarres", "clearinghouse", -1), ("vaarres", "clearinghouse", 1)]
    >>> one = shared_understanding(Voices.of(said, actors=["kommune"])).of("clearinghouse")
    >>> one.supporters, one.divided, one.silent
    (('sit', 'batteriet'), ('vaarres',), ('kommune',))
    >>> one.coverage.reason
    'too few actors (4 of at least 5); show their names and counts'
    """
    standing = voices.standing()
    of_each = [np.count_nonzero(standing == one, axis=1) for one in range(1, 5)]
    silent = len(voices.actors) - sum(of_each, np.zeros(len(voices.categories), dtype=np.int64))
    return Understanding(voices, standing, np.stack([silent, *of_each], axis=1))


def _share(part: int, whole: int) -> float | Refused:
    if whole < FEWEST:
        return Refused.because("few_actors", count=whole, least=FEWEST)
    return part / whole
