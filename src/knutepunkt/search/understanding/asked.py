"""What has been made out of a question so far, while it is being read."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from knutepunkt.search.meaning import LeftOut, Need


@dataclass(slots=True)
class Asked:
    """Needs, wishes and the rest, as ``Meaning`` has them; ``words`` are those that told it,
    ``ways`` those that told how people shall meet."""

    needs: list[Need] = field(default_factory=list)
    wishes: list[Need] = field(default_factory=list)
    concepts: list[int] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    ways: set[int] = field(default_factory=set)
    words: set[int] = field(default_factory=set)

    def recognise(self, concepts: Iterable[int]) -> None:
        """Tell of concepts, each once, in the order they were found."""
        self.concepts += [one for one in concepts if one not in self.concepts]
