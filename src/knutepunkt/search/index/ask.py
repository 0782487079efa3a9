"""A question as every segment is asked: the same words and numbers, nothing left to look up."""

from typing import Any, NamedTuple

from msgspec import Struct

from knutepunkt.search.index.times import Asked
from knutepunkt.search.meaning import Need, Token
from knutepunkt.search.query import Box, Point, Sort


class Restriction(NamedTuple):
    """One facet's own restriction: a group must have one of the tokens."""

    facet: str
    tokens: tuple[Token, ...]


class After(NamedTuple):
    """The hit after which a page begins: what it was sorted by, its turn and its key."""

    primary: Any
    turn: int
    pk: int


class Ask(Struct, frozen=True):
    """What is asked of a segment.

    ``wishes`` put groups before others and exclude none. ``restrictions`` are of groups; ``areas``
    (facet, values) and ``formats`` (bits) of meetings. No group may have a token of ``left_out``,
    no meeting a value of ``away``. ``at_least`` is how much of the needs must
    be met when not all can be; None for all of them. ``here`` is the municipality that was named,
    as a value of its facet, or that of the village (``is_village``) that was: it comes before its
    neighbours. ``count`` is how many of the first hits
    are wanted, of which those before ``skip`` are left out. ``ahead`` are the keys of groups that
    come before all others in an order by distance or time.
    """

    today: int
    asked: Asked
    needs: tuple[Need, ...] = ()
    wishes: tuple[Need, ...] = ()
    at_least: int | None = None
    restrictions: tuple[Restriction, ...] = ()
    left_out: tuple[Token, ...] = ()
    areas: tuple[Restriction, ...] = ()
    away: tuple[Token, ...] = ()
    formats: int = 0
    confirmed_since: int = 0
    point: Point | None = None
    within: float | None = None
    here: str = ""
    is_village: bool = False
    box: Box | None = None
    sort: Sort = "relevance"
    after: After | None = None
    ahead: tuple[int, ...] = ()
    count: int = 20
    skip: int = 0
    has_facets: bool = True

    @property
    def is_for_everything(self) -> bool:
        """Say whether nothing at all is asked, and a first page of it in the usual order."""
        return not (
            self.needs
            or self.wishes
            or self.restrictions
            or self.left_out
            or self.is_about_meetings
            or self.confirmed_since
            or self.point
            or self.here
            or self.after
            or self.sort != "relevance"
        )

    @property
    def is_about_meetings(self) -> bool:
        """Say whether a meeting has to be as asked, and not only its group."""
        return bool(
            self.areas
            or self.away
            or self.formats
            or self.box is not None
            or self.within is not None
            or self.asked.is_anything
        )
