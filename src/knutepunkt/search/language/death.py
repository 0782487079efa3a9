"""How people say that somebody died without saying so: "sovnet inn", "lever ikke lenger", "tomt
etter mamma"; and of what somebody died, which is not what those left behind look for."""

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
FOR_WHOM = frozenset(("over", "etter"))
ONWARD = frozenset(("videre", "vidare"))
DIED = frozenset("døde død dødd døydde omkom".split())
# Of these causes there are groups for those left behind.
TOLD = ("overdos", "rus", "narko", "selvmord", "sjølvmord", "heroin", "pille", "dop", "alkohol")
SIGNS = FELL_ASLEEP | LIVES | BURIED | EMPTY | GRIEVES | ONWARD | DIED
LOSS = frozenset(("tap", "tapet"))
FEW = 3  # Words between "over" and whom one misses.


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
    for at, word in enumerate(said):
        after = [*said[at + 1 : at + 3], "", ""]
        if word in FELL_ASLEEP and after[0] == "inn" and is_somebody(said[:at]):
            told[at : at + 2] = DEAD, NOTHING
        elif word in LIVES and after[0] in NOT and after[1] in NO_LONGER and is_somebody(said[:at]):
            told[at : at + 3] = DEAD, NOTHING, NOTHING
        elif word in BURIED and is_somebody(said[at + 1 :][:FEW]):
            told[at] = LOST
        elif (
            at
            and word in ONWARD
            and after[0] in ("uten", "utan")
            and is_somebody(said[at + 2 :][:FEW])
        ):
            told[at - 1 : at + 2] = NOTHING, NOTHING, LOST
        elif word in EMPTY and after[0] == "etter" and is_somebody(said[at + 2 :][:FEW]):
            told[at : at + 2] = LOST, NOTHING
        elif (
            word in GRIEVES
            and after[0] == "etter"
            and not HAS_LOST.isdisjoint(said[at + 2 :][:FEW])
        ):
            told[at] = NOTHING
        elif word in GRIEVES and after[0] in FOR_WHOM and is_somebody(said[at + 2 :][:FEW]):
            told[at : at + 2] = LOST, NOTHING
        elif word in DIED and after[0] == "av" and after[1] and not after[1].startswith(TOLD):
            told[at + 1 : at + 3] = NOTHING, NOTHING
    return told


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
