"""What somebody asks on the page, as it travels from form to form and into a sealed address."""

from operator import attrgetter
from typing import Any

from msgspec import Struct
from msgspec.structs import astuple, replace

PAGE_SIZE = 20
CONFIRMED = ("3", "6", "12")
WIDTHS = ("5", "10", "25", "50", "100", "200")
MOST_IN_BASKET = 12
SEVERAL = ("weekday", "concept", "without", "basket")
BEYOND_WORDS = (
    "weekday", "hours", "soon", "mode", "theme", "language", "concept", "without", "free", "open",
    "county", "municipality", "box", "organisation", "source", "confirmed",
)  # fmt: skip
# What the filters beside an answer do not show and must not lose.
UNSHOWN = ("without", "basket", "aside", "view", "county", "municipality", "box", "organisation",
           "source")  # fmt: skip


class Question(Struct, frozen=True, array_like=True):
    """The checked answers to the search form, each as the form itself writes it.

    ``within`` is kilometres from ``place``; ``hours`` a part of the day; ``theme`` and ``language``
    are codes of those schemes, ``concept`` holds others as "scheme:code", ``without`` what is left
    out. ``soon``, ``free`` and ``open`` are "1" or "". ``basket`` holds the ids of groups that a
    professional has put aside; ``view`` is "map" or ""; ``aside`` is "1" for somebody who puts
    groups aside. ``box`` is a part of the map, as ``cut`` writes it; ``organisation`` is a uid,
    ``source`` the id of one, ``confirmed`` how many months ago at most. ``after`` is where the page
    before ended, as the index told it; it holds from the second page on, and no form asks it.
    ``zone`` is whose days and hours are meant, where a script found another clock than the node's.
    """

    text: str = ""
    place: str = ""
    within: str = ""
    weekday: tuple[str, ...] = ()
    hours: str = ""
    soon: str = ""
    mode: str = ""
    theme: str = ""
    language: str = ""
    concept: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    free: str = ""
    open: str = ""
    county: str = ""
    municipality: str = ""
    box: str = ""
    organisation: str = ""
    source: str = ""
    confirmed: str = ""
    sort: str = ""
    view: str = ""
    aside: str = ""
    page: int = 1
    basket: tuple[str, ...] = ()
    after: str = ""
    zone: str = ""

    @property
    def has_full_basket(self) -> bool:
        """Say whether no more groups have room on one sheet."""
        return len(self.basket) >= MOST_IN_BASKET

    def fields(self) -> list[tuple[str, str]]:
        """The hidden fields that ask this again; what was not chosen has none."""
        found: list[tuple[str, str]] = []
        for name, value in zip(self.__struct_fields__, astuple(self), strict=True):
            if not value or name == "after" or (name == "page" and value == 1):
                continue
            if isinstance(value, tuple):
                found += [(name, part) for part in value]
            else:
                found.append((name, str(value)))
        return found

    def unshown(self) -> list[tuple[str, str]]:
        """Those of the hidden fields that the filters do not show."""
        return [one for one in self.fields() if one[0] in UNSHOWN] if any(hiding(self)) else []

    def is_narrowed(self) -> bool:
        """Say whether anything beyond words and place was chosen."""
        return any(narrowing(self))


narrowing = attrgetter(*BEYOND_WORDS)
hiding = attrgetter(*UNSHOWN)


def without(question: Question, name: str, value: str = "") -> Question:
    """The first page of a question without one of its choices, or without all of one kind."""
    left: Any = ()
    if name in SEVERAL and value:
        left = tuple([one for one in getattr(question, name) if one != value])
    elif name not in SEVERAL:
        said = getattr(question, name)
        left = said if value not in ("", said) else ""
    return replace(question, **{"page": 1, name: left})


def having(question: Question, name: str, value: str) -> Question:
    """The first page of a question with another choice of one kind."""
    chosen: Any = (value,) if name in SEVERAL else value
    return replace(question, **{"page": 1, name: chosen})
