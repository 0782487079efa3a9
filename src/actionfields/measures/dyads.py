"""What each pair of actors agrees and disagrees on."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from actionfields.measures.voices import AGAINST, DIVIDED, FOR, SILENT, Voices

Counts = npt.NDArray[np.float32]
BLOCK = 512
RULES = ("congruence", "conflict", "subtract", "common")


@dataclass(frozen=True, slots=True)
class Sides:
    """Who said for and who said against, a row per actor, a column per category, 0 or 1.

    ``spoke`` is 1 wherever an actor said anything.
    """

    actors: tuple[str, ...]
    said_for: Counts
    said_against: Counts
    spoke: Counts

    @classmethod
    def of(cls, voices: Voices) -> "Sides":
        """The sides of voices; an actor who said both is on both sides."""
        standing = voices.standing().T
        parts = ((FOR, DIVIDED), (AGAINST, DIVIDED))
        sides = [(standing == one) | (standing == both) for one, both in parts]
        marks = [np.ascontiguousarray(part, np.float32) for part in (*sides, standing != SILENT)]
        return cls(tuple(voices.actors), *marks)


@dataclass(frozen=True, slots=True)
class Dyads:
    """Matrices of actors by actors; ``common`` counts the categories on which both said something.

    A diagonal holds what an actor shares with itself. Below a handful of common categories the
    other numbers say little; show ``common`` beside them.
    """

    actors: tuple[str, ...]
    congruence: Counts
    conflict: Counts
    common: Counts

    @property
    def subtract(self) -> Counts:
        """Congruence minus conflict."""
        return self.congruence - self.conflict


def dyad_agreement(voices: Voices) -> Dyads:
    """Congruence, conflict and common categories of every pair of actors.

    With P and N the actors-by-categories matrices of having said for and against:

        congruence = P·Pᵀ + N·Nᵀ     conflict = P·Nᵀ + N·Pᵀ     subtract = congruence − conflict

    A category counts once, however often it was spoken of. Someone who said both for and against
    agrees and disagrees with everyone who took a side, which cancels in subtract. Stance 0 makes a
    category common and is neither agreement nor disagreement. Memory: three matrices of 4 bytes per
    pair; for thousands of actors use ``dyads_over`` or ``totals``.

    Reference: P. Leifeld (2017), Discourse Network Analysis, in The Oxford Handbook of Political
    Networks, 301–326.

    >>> said = [("a", "x", 1), ("b", "x", 1), ("a", "y", 1), ("b", "y", -1), ("b", "z", 0)]
    >>> pair = dyad_agreement(Voices.of(said))
    >>> pair.congruence[0, 1], pair.conflict[0, 1], pair.common[0, 1], pair.subtract[0, 1]
    (np.float32(1.0), np.float32(1.0), np.float32(2.0), np.float32(0.0))
    """
    sides = Sides.of(voices)
    return Dyads(sides.actors, *_against_all(sides, slice(None)))


def dyads_over(voices: Voices, rule: str, least: float) -> Iterator[tuple[str, str, float]]:
    """The pairs that reach ``least`` by one of ``RULES``, each once, a block at a time.

    Reference: as ``Dyads``, without holding all pairs at once.

    >>> list(dyads_over(Voices.of([("a", "x", 1), ("b", "x", 1)]), "congruence", 1))
    [('a', 'b', 1.0)]
    """
    sides = Sides.of(voices)
    for start in range(0, len(sides.actors), BLOCK):
        block = Dyads(sides.actors, *_against_all(sides, slice(start, start + BLOCK)))
        values: Counts = getattr(block, rule)
        rows, columns = np.nonzero(values >= least)
        once = columns > rows + start
        for row, column in zip(rows[once].tolist(), columns[once].tolist(), strict=True):
            yield sides.actors[row + start], sides.actors[column], float(values[row, column])


def totals(voices: Voices) -> dict[str, int]:
    """Congruence, conflict and subtract summed over all pairs, without making the pairs.

    With s supporters, o opponents and d divided actors, a category holds C(s + d, 2) + C(o + d, 2)
    congruent and (s + d)·(o + d) − d conflicting pairs, d being each divided actor against itself;
    two divided actors conflict twice and are congruent twice.

    >>> totals(Voices.of([("a", "x", 1), ("b", "x", 1), ("c", "x", -1)]))
    {'congruence': 1, 'conflict': 2, 'subtract': -1}
    """
    standing = voices.standing()
    divided = np.count_nonzero(standing == DIVIDED, axis=1)
    pro = np.count_nonzero(standing == FOR, axis=1) + divided
    con = np.count_nonzero(standing == AGAINST, axis=1) + divided
    congruence = int((pro * (pro - 1) // 2 + con * (con - 1) // 2).sum())
    conflict = int((pro * con - divided).sum())
    return {"congruence": congruence, "conflict": conflict, "subtract": congruence - conflict}


def _against_all(sides: Sides, rows: slice) -> tuple[Counts, Counts, Counts]:
    pro, con = sides.said_for, sides.said_against
    congruence = pro[rows] @ pro.T + con[rows] @ con.T
    conflict = pro[rows] @ con.T + con[rows] @ pro.T
    return congruence, conflict, sides.spoke[rows] @ sides.spoke.T
