"""The question, as a value built the same by the page, the API, the command and Python."""

from datetime import date, datetime
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from msgspec import Struct

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MODES = ("in-person", "online", "hybrid")
MOST_DAYS = 28
MOST_HITS = 1000
DAY = 24 * 60

Sort = Literal["relevance", "distance", "next-meeting", "name"]
Fee = Literal["free", "paid", "unknown"]
State = Literal["active", "forming", "waiting-list", "full", "paused", "closed"]
Language = Literal["nb", "nn", "en", "se"]
Point = tuple[float, float]
Box = tuple[float, float, float, float]

KNOWN: dict[str, tuple[str, ...]] = {
    "weekdays": WEEKDAYS,
    "formats": MODES,
    "states": get_args(State),
    "fees": get_args(Fee),
    "sort": get_args(Sort),
    "language": get_args(Language),
}


class BadQuery(ValueError):  # noqa: N818 - it names what the question is
    """A question that cannot be asked; its text is one sentence for whoever asked.

    ``field`` is the one of the query's that is at fault.
    """

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class Query(Struct, frozen=True):
    """What somebody looks for. Nothing of it is ever stored.

    Restrictions of different kinds must all be met; of several values of one kind, one is enough.
    Those of time, place and format must be met by one and the same meeting.

    ``concepts`` are ids: one of those of each scheme must be met, narrower ones and what other
    schemes map to them included; next of kin, and same or cross-problem, are asked beside the rest
    of theirs. ``without`` are ids too: no group that carries any of these or a
    narrower one is found. ``point`` is (latitude, longitude) in degrees; ``within``
    kilometres from there. ``box`` is (south, west, north, east); west may be greater than east.
    ``municipalities`` and ``counties`` are Norwegian codes, of any year. ``begins`` is (from,
    until) in minutes after midnight, both within; a span over midnight has from > until. ``days``
    keeps what is held from ``now`` until that many days after today have ended. Weekdays, hours and
    days are those of ``zone``, where the asker is. ``organisations`` are uids, ``sources`` ids of
    sources.
    ``now`` is the moment of asking, the clock's when left out. ``cursor`` is what an earlier answer
    gave for its next page. ``language`` is what names in the answer are written in.

    Raises BadQuery.
    """

    text: str = ""
    concepts: tuple[int, ...] = ()
    without: tuple[int, ...] = ()
    point: Point | None = None
    within: float | None = None
    box: Box | None = None
    municipalities: tuple[str, ...] = ()
    counties: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    begins: tuple[int, int] | None = None
    days: int | None = None
    zone: str = "Europe/Oslo"
    now: datetime | None = None
    formats: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    fees: tuple[Fee, ...] = ()
    organisations: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    confirmed_since: date | None = None
    sort: Sort | None = None
    limit: int = 20
    offset: int = 0
    cursor: str = ""
    language: str = "nb"
    has_facets: bool = True

    def __post_init__(self) -> None:
        check(self)

    @property
    def order(self) -> Sort:
        """The order asked for; without one, by distance where there is a point."""
        return self.sort or ("distance" if self.point else "relevance")


def check(query: Query) -> None:
    """Refuse what has no meaning. Raises BadQuery."""
    if query.within is not None and query.point is None:
        raise BadQuery("a distance needs a point to be measured from", "within")
    if query.within is not None and not query.within >= 0:
        raise BadQuery("a distance is zero or more kilometres", "within")
    if query.point is not None and not is_point(*query.point):
        raise BadQuery("latitude is -90 to 90 degrees, longitude -180 to 180", "point")
    if query.box is not None and not is_box(query.box):
        raise BadQuery("a box is south, west, north, east in degrees", "box")
    if query.begins is not None and not all(0 <= minute < DAY for minute in query.begins):
        raise BadQuery("a time of day is 00:00 to 23:59", "begins")
    if query.days is not None and not 0 <= query.days <= MOST_DAYS:
        raise BadQuery(f"one can ask for the next 0 to {MOST_DAYS} days", "days")
    if query.order == "distance" and query.point is None:
        raise BadQuery("to sort by distance takes a point to measure from", "sort")
    if not is_zone(query.zone):
        raise BadQuery(f"there is no time zone “{query.zone}”; give a name of IANA's", "zone")
    if not (0 <= query.limit <= MOST_HITS and query.offset >= 0):
        raise BadQuery(f"a page has at most {MOST_HITS} groups", "limit")
    check_words(query)


def check_words(query: Query) -> None:
    """Refuse words that a field does not know. Raises BadQuery."""
    for name, known in KNOWN.items():
        said = getattr(query, name)
        if said is None or said == ():
            continue
        for word in said if isinstance(said, tuple) else (said,):
            if word not in known:
                raise BadQuery(f"{name} does not know “{word}”", name)


def is_zone(name: str) -> bool:
    """Say whether a name is that of a time zone; it is read once, and known from then on.

    >>> is_zone("Europe/Oslo"), is_zone("Europe"), is_zone("../Oslo"), is_zone("")
    (True, False, False, False)
    """
    try:
        return ZoneInfo(name) is not None
    except (KeyError, ValueError, OSError):
        return False


def is_point(latitude: float, longitude: float) -> bool:
    """Say whether two numbers are degrees of a point on earth."""
    return -90 <= latitude <= 90 and -180 <= longitude <= 180


def is_box(box: Box) -> bool:
    """Say whether four numbers are a box on earth."""
    south, west, north, east = box
    return is_point(south, west) and is_point(north, east) and south <= north
