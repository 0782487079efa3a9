"""The question, as a value built the same by the page, the command and Python."""

from dataclasses import dataclass, field

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MODES = ("in-person", "online", "hybrid")


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody looks for. Nothing of it is ever stored.

    ``concepts`` are ids that must all be met; ``latitude`` and ``longitude`` sort by distance and
    ``within`` (kilometres) bounds it; ``weekdays`` are codes of which one must fit.
    """

    text: str = ""
    concepts: tuple[int, ...] = field(default=())
    latitude: float | None = None
    longitude: float | None = None
    within: float | None = None
    weekdays: tuple[str, ...] = ()
    mode: str = ""
    limit: int = 20
    offset: int = 0
    language: str = "nb"
