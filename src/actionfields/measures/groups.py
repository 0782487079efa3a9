"""What every declared group can agree to: group-informed agreement."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import prod

from actionfields.measures.refusals import Refused
from actionfields.measures.voices import AGAINST, DIVIDED, FOR, MENTIONED, Voices


@dataclass(frozen=True, slots=True)
class GroupVoices:
    """One group on one category: how many of it stand where, and the smoothed chance of a yes."""

    group: str
    supporters: int
    opponents: int
    neither: int
    silent: int

    @property
    def voices(self) -> int:
        """How many of the group were heard."""
        return self.supporters + self.opponents + self.neither

    @property
    def chance(self) -> float:
        """(supporters + 1) / (voices + 2): a yes and a no are added, so few are not certain."""
        return (self.supporters + 1) / (self.voices + 2)


@dataclass(frozen=True, slots=True)
class GroupAgreement:
    """One category over all groups: the product of their chances, and each group's own."""

    category: str
    value: float | Refused
    groups: tuple[GroupVoices, ...]


def group_informed_agreement(voices: Voices, groups: Mapping[str, str]) -> list[GroupAgreement]:
    """How far every declared group agrees to each category, from 0 to 1; no majority carries it.

        Π_g (supporters_g + 1) / (voices_g + 2)

    One group that says no pulls the product down however small it is. The product falls with the
    number of groups, so compare categories over the same groups only; the order is the categories',
    not the value's. Groups are declared, never found by clustering. A divided actor, and one that
    only mentioned it, is heard and is no supporter; actors without a group are left out.

    Refused for a category on which a group was not heard (unheard).

    Reference: C. Small et al. (2021), Polis: scaling deliberation by mapping high dimensional
    opinion spaces, Recerca 26 (2).

    >>> said = [("a", "x", 1), ("b", "x", 1), ("c", "x", 1)]
    >>> groups = {"a": "south", "b": "south", "c": "north"}
    >>> [one] = group_informed_agreement(Voices.of(said), groups)
    >>> one.value
    0.5
    """
    standing = voices.standing()
    members: dict[str, list[int]] = {name: [] for name in groups.values()}
    for place, actor in enumerate(voices.actors):
        if actor in groups:
            members[groups[actor]].append(place)
    found = []
    for row, category in enumerate(voices.categories):
        tables = [_group(name, standing[row, own].tolist()) for name, own in members.items()]
        found.append(GroupAgreement(category, _product(tables), tuple(tables)))
    return found


def _group(name: str, standing: list[int]) -> GroupVoices:
    for_, against = standing.count(FOR), standing.count(AGAINST)
    neither = standing.count(DIVIDED) + standing.count(MENTIONED)
    return GroupVoices(name, for_, against, neither, len(standing) - for_ - against - neither)


def _product(tables: Iterable[GroupVoices]) -> float | Refused:
    given = list(tables)
    if not given:
        return Refused.because("absent")
    unheard = [table.group for table in given if not table.voices]
    if unheard:
        return Refused.because("unheard", names=", ".join(unheard))
    return prod(table.chance for table in given)
