"""What actors said of categories, as columns of small whole numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.integer[Any]]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
SILENT, FOR, AGAINST, DIVIDED, MENTIONED = range(5)
SAID_FOR, SAID_AGAINST, SAID_NEITHER = 1, 2, 4
STANDING = np.array(
    [SILENT, FOR, AGAINST, DIVIDED, MENTIONED, FOR, AGAINST, DIVIDED], dtype=np.uint8
)


@dataclass(frozen=True, slots=True)
class Voices:
    """Statements as three columns of equal length: places in the names, and stances.

    ``actors`` is the base: everyone who could have spoken, also those who did not. A stance is −1,
    0 or +1, where 0 means spoken of as unimportant or mixed. No row means that nothing is known.
    """

    actors: Sequence[str]
    categories: Sequence[str]
    actor: Ints
    category: Ints
    stance: Ints

    @classmethod
    def of(
        cls,
        said: Iterable[tuple[str, str, int]],
        actors: Sequence[str] = (),
        categories: Sequence[str] = (),
    ) -> "Voices":
        """Voices of (actor, category, stance); names not given follow in order of mention.

        >>> Voices.of([("aa", "clearinghouse", 1)], actors=["iks"]).actors
        ('iks', 'aa')
        """
        rows = list(said)
        whose = {name: place for place, name in enumerate(actors)}
        which = {name: place for place, name in enumerate(categories)}
        actor = [whose.setdefault(row[0], len(whose)) for row in rows]
        category = [which.setdefault(row[1], len(which)) for row in rows]
        stance = [row[2] for row in rows]
        return cls(
            tuple(whose), tuple(which),
            np.array(actor, dtype=np.int64), np.array(category, dtype=np.int64),
            np.array(stance, dtype=np.int8),
        )  # fmt: skip

    def standing(self) -> npt.NDArray[np.uint8]:
        """Where each actor stands on each category: a row per category, a column per actor.

        An actor who said for is FOR, against AGAINST, both DIVIDED, neither MENTIONED; SILENT is 0.
        """
        # Set, not added up: repeating oneself is no second voice.
        said = np.zeros(len(self.categories) * len(self.actors), dtype=np.uint8)
        place = self.category.astype(np.int64) * len(self.actors) + self.actor
        signs = ((SAID_FOR, self.stance > 0), (SAID_AGAINST, self.stance < 0))
        for mark, rows in (*signs, (SAID_NEITHER, self.stance == 0)):
            there = place[rows]
            said[there] |= mark
        return STANDING[said].reshape(len(self.categories), len(self.actors))
