"""How people say that somebody died without saying so: "sovnet inn", "lever ikke lenger", "tomt
etter mamma"; and of what somebody died, which is not what those left behind look for."""

from collections.abc import Callable
from typing import NamedTuple

from knutepunkt.search.language.persons import person_of, persons
from knutepunkt.search.language.tables import listed

DEAD, LOST, NOTHING = "døde", "mistet", "da"
FELL_ASLEEP = frozenset("sovnet sovna somna sovne".split())
LIVES = frozenset(("lever", "levde", "lev"))
NO_LONGER = frozenset("lenger lengre meir mer".split())
NOT = frozenset(("ikke", "ikkje", "itj", "itte"))
BURIED = frozenset(
    "begravde begravet begrov begravd gravla gravlagt gravlagde gravlegge bisatte bisatt".split()
)
EMPTY = frozenset("tomt tomhet tomheten tomleik tomrom tomrommet".split())
GRIEVES = frozenset("sørger sørge sørget sørgjer sørgje syrgjer sørgde sorg sorga sorgen".split())
HAS_LOST = frozenset("mistet mista mist miste".split())
AFTER = frozenset(("etter",))
FOR_WHOM = AFTER | {"over"}
ONWARD = frozenset(("videre", "vidare"))
WITHOUT = frozenset(("uten", "utan"))
DIED = frozenset("døde død dødd døydde omkom".split())
# Of these causes there are groups for those left behind.
TOLD = ("overdos", "rus", "narko", "selvmord", "sjølvmord", "heroin", "pille", "dop", "alkohol")
LOSS = frozenset(("tap", "tapet"))
FEW = 3  # Words between "over" and whom one misses.


Where = Callable[[list[str], int, int], bool]


class Way(NamedTuple):
    """One way to say it: words in a row, any of each set or any at all (None); where it holds, of a
    text and where in it they begin and end; what each says instead, None as it stands.
    """

    words: tuple[frozenset[str] | None, ...]
    holds: Where
    told: tuple[str | None, ...]


def of_before(said: list[str], start: int, end: int) -> bool:
    """Say whether somebody was named: "faren min sovnet inn"."""
    return is_somebody(said[:start])


def of_after(said: list[str], start: int, end: int) -> bool:
    """Say whether somebody is named next: "tomt etter mamma"."""
    return is_somebody(said[end:][:FEW])


def of_loss(said: list[str], start: int, end: int) -> bool:
    """Say whether a loss is told next: "sorg etter å ha mistet"."""
    return not HAS_LOST.isdisjoint(said[end:][:FEW])


def of_cause(said: list[str], start: int, end: int) -> bool:
    """Say whether the last word is a cause that no group for those left behind is for."""
    return not said[end - 1].startswith(TOLD)


WAYS = (
    Way((FELL_ASLEEP, frozenset(("inn",))), of_before, (DEAD, NOTHING)),
    Way((LIVES, NOT, NO_LONGER), of_before, (DEAD, NOTHING, NOTHING)),
    Way((BURIED,), of_after, (LOST,)),
    Way((None, ONWARD, WITHOUT), of_after, (NOTHING, NOTHING, LOST)),
    Way((EMPTY, AFTER), of_after, (LOST, NOTHING)),
    Way((GRIEVES, AFTER), of_loss, (NOTHING, None)),
    Way((GRIEVES, FOR_WHOM), of_after, (LOST, NOTHING)),
    Way((DIED, frozenset(("av",)), None), of_cause, (None, NOTHING, NOTHING)),
)
SIGNS = frozenset().union(*(next(filter(None, way.words)) for way in WAYS))


def as_died(said: list[str]) -> list[str]:
    """A text's words, where what means that somebody died says so, one for each word.

    >>> as_died("faren min sovnet inn".split()), as_died("tomt etter mamma".split())
    (['faren', 'min', 'døde', 'da'], ['mistet', 'da', 'mamma'])
    >>> as_died("kona døde av kreft i fjor".split()), as_died("jeg sovnet ikke".split())
    (['kona', 'døde', 'da', 'da', 'i', 'fjor'], ['jeg', 'sovnet', 'ikke'])
    """
    if SIGNS.isdisjoint(said):
        return said
    told = list(said)
    for start in range(len(said)):
        way = next((way for way in WAYS if is_said(way, said, start)), None)
        for at, word in enumerate(way.told if way else (), start):
            told[at] = told[at] if word is None else word
    return told


def is_said(way: Way, said: list[str], start: int) -> bool:
    """Say whether a text says it in one way from a word on."""
    end = start + len(way.words)
    if end > len(said):
        return False
    row = zip(way.words, said[start:end], strict=True)
    return all(some is None or word in some for some, word in row) and way.holds(said, start, end)


def is_somebody(said: list[str]) -> bool:
    """Say whether words have somebody close in them."""
    return any(person_of(word) for word in said if word not in listed("owning-words"))


def whom_lost(parts: tuple[str, ...]) -> str:
    """The kind of person that a compound says is lost; "" where it says no such thing.

    >>> whom_lost(("barn", "tap")), whom_lost(("far", "tap", "gruppe")), whom_lost(("syn", "tap"))
    ('child', 'parent', '')
    """
    known = persons().get(parts[0]) if LOSS.intersection(parts[1:2]) else None
    return known.kind if known else ""
