"""What rests on one source or one coder: leave each out in turn and see which answers flip."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

Given = TypeVar("Given")
Holds = Mapping[str, bool | None]


@dataclass(frozen=True, slots=True)
class Flip:
    """One finding that changes when one source or coder is left out; None means no answer."""

    finding: str
    left_out: str
    before: bool | None
    after: bool | None


@dataclass(frozen=True, slots=True)
class Robustness:
    """All findings, what each answers on the whole, and every flip.

    A finding without flips stands without any single one of them. It does not say that it stands
    without two, nor that it is true.
    """

    whole: dict[str, bool | None]
    left_out: tuple[str, ...]
    flips: tuple[Flip, ...]

    def rests_on(self, finding: str) -> tuple[str, ...]:
        """The sources or coders without which a finding answers differently."""
        return tuple(flip.left_out for flip in self.flips if flip.finding == finding)

    def falls_with(self, finding: str) -> tuple[str, ...]:
        """The sources or coders without which nothing can be said of a finding any more."""
        fallen = (flip for flip in self.flips if flip.finding == finding and flip.after is None)
        return tuple(flip.left_out for flip in fallen)

    @property
    def standing(self) -> tuple[str, ...]:
        """The findings that no single leaving out changes."""
        fallen = {flip.finding for flip in self.flips}
        return tuple(one for one in self.whole if one not in fallen)


def leave_one_out(
    whole: Given,
    names: Iterable[str],
    without: Callable[[Given, str], Given],
    holds: Callable[[Given], Holds],
) -> Robustness:
    """Answer all findings on the whole, then without each name in turn.

    ``without`` gives the data without one source or coder; ``holds`` answers each finding by its
    id: True, False, or None when nothing can be said. A finding that vanishes counts as None. The
    data are asked once for each name and once more.

    >>> said = {"interview": {"neutrality"}, "report": {"neutrality", "grants"}}
    >>> def without(data, name):
    ...     return {one: data[one] for one in data if one != name}
    >>> def holds(data):
    ...     heard = set().union(*data.values())
    ...     return {one: one in heard for one in ("neutrality", "grants")}
    >>> found = leave_one_out(said, said, without, holds)
    >>> found.standing, found.rests_on("grants")
    (('neutrality',), ('report',))
    """
    before, given = dict(holds(whole)), tuple(names)
    flips = []
    for name in given:
        after = holds(without(whole, name))
        flips += [
            Flip(finding, name, was, after.get(finding))
            for finding, was in before.items()
            if after.get(finding) != was
        ]
    return Robustness(before, given, tuple(flips))
