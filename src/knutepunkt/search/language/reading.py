"""A text as labels are looked for in it: which atoms stand where, and what was found."""

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from knutepunkt.search.language.death import as_died
from knutepunkt.search.language.tables import listed
from knutepunkt.search.language.times import whole

BOTH = {"man", "men"}  # Small words of Norwegian that are no small words of English.
STEP = 8  # Places between two words, so that each part of a compound has its own.
Atom = str
# "Ledig plass", "er det noe ledig" ask for room; "er ledig" tells that one has no work.
ROOM = frozenset("plass plasser plassar time timer timar rom stol stoler".split())
ROOM_FOR = frozenset("noe noko noen nokon det".split())
LEDIG = frozenset(("ledig", "ledige"))
# "Spillavhengig på nett" tells how to meet, "spiller poker på nett" of the poker.
NET, ADDICTED = frozenset("nett nettet internett".split()), "avhengig"
PHONE = "telefon"
# "Redd for telefon", "tar ikke telefon", but "angst telefon".
OF_PHONE = frozenset(
    "for av ta tar tek tok i min med en ein ei og uten utan mobil ikke ikkje svare svarer".split()
)
ONLINE, ADDICTED_TO = "online", frozenset("addiction addict addicts".split())
ODD = LEDIG | NET | {"et", PHONE, ONLINE}
EATERS = frozenset("eg ho han dei me vi mi min vår vårt som berre".split())


class Match(NamedTuple):
    """Labels met by the same words of a text: where, what they may mean, and how much they weigh.

    ``places`` are ``STEP`` times the word's number, plus the number of the part in a compound.
    ``concepts`` has how sure each concept is, the surest one as 1.
    """

    places: frozenset[int]
    atoms: frozenset[Atom]
    concepts: dict[int, float]
    mass: float
    share: float
    is_hidden: bool

    @property
    def words(self) -> set[int]:
        """The numbers of the words that it was met by."""
        return {place // STEP for place in self.places}


@dataclass(slots=True)
class Read:
    """A text's words, at which places each atom stands, and which language it seems to be in."""

    words: list[str]
    places: dict[Atom, list[int]] = field(default_factory=dict)
    tongue: str = ""

    def but(self, numbers: Collection[int]) -> "Read":
        """The same without what some words say; these still tell what stands around the others."""
        left = {
            atom: kept for atom, places in self.places.items()
            if (kept := [place for place in places if place // STEP not in numbers])
        }  # fmt: skip
        return Read(self.words, left, self.tongue)

    def add(self, atom: Atom, place: int) -> None:
        """Say that an atom stands at a place."""
        self.places.setdefault(atom, []).append(place)


def as_meant(said: list[str]) -> list[str]:
    """A text's words, where one of nynorsk that looks like a small word is the verb it is, and
    what means that somebody died says so.

    >>> as_meant("eg et for mykje av et eple".split())[1:6]
    ['ete', 'for', 'mykje', 'av', 'et']
    >>> as_meant("mistet venn onsdag på nett".split())[-1], as_meant("angst telefon".split())[-1]
    ('digitalt', 'telefongruppe')
    >>> as_meant("er ledig".split()), as_meant("ledig plass".split())
    (['er', 'ledig'], ['plass', 'plass'])
    """
    said = as_died(said)
    if ODD.isdisjoint(said):
        return said
    around = zip(["", "", *said], ["", *said], said, [*said[1:], ""], strict=False)
    return [meant(*one) for one in around]


def meant(first: str, before: str, word: str, after: str) -> str:
    """What a word is between others."""
    if word in NET and before == "på" and (ADDICTED in first or whole(first)):
        return "digitalt"
    if word == ONLINE and not after and (before in ADDICTED_TO or ADDICTED in before):
        return "digitalt"
    if word == PHONE and not after and before not in OF_PHONE and before != "på":
        return "telefongruppe"
    if word == "et" and before in EATERS:
        return "ete"
    return "plass" if word in LEDIG and (before in ROOM_FOR or after in ROOM) else word


@cache
def telling_words() -> tuple[frozenset[str], frozenset[str]]:
    """Words by which one sees that a text is Norwegian, and those for English."""
    norwegian, english = listed("stop-words"), listed("stop-words-english")
    groups = {word for word in norwegian if "grupp" in word}  # "Anxiety gruppe."
    return norwegian - english - BOTH - groups, english - norwegian


def tongue_of(said: Collection[str]) -> str:
    """Which language a text seems to be in: "no", "en", or "" when one cannot tell.

    >>> tongue_of(["the", "woman"]), tongue_of(["har", "hit"]), tongue_of(["hit"])
    ('en', 'no', '')
    >>> tongue_of(["group", "for", "men"])
    'en'
    """
    norwegian, english = telling_words()
    signs = sum(word in norwegian or not set(word).isdisjoint("æøå") for word in said)
    others = sum(word in english for word in said)
    return "no" if signs > others else "en" if others > signs else ""
