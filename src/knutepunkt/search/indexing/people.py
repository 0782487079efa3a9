"""Whom groups say that they are for, and what they speak: women, parents of the ill, Polish."""

import re
from collections.abc import Iterator

from knutepunkt.search.language import Match, Read
from knutepunkt.search.language.bags import AS_WRITTEN
from knutepunkt.search.language.letters import folded
from knutepunkt.search.language.persons import AS_ATOM
from knutepunkt.search.understanding.kinds import LANGUAGE, PEOPLE
from knutepunkt.search.understanding.needs import Asking

# Any group may be for these, or they come along.
ANYBODY = frozenset(
    "everyone affected adults children volunteers professionals next-of-kin".split()
)
PARENT, CHILD = AS_ATOM + "parent", AS_ATOM + "child"
# "Autismeforeldre", "CP-pappaene", "for mødre": those who come are the parents, and their child has
# it. "For foreldre med kreft" are ill themselves.
PARENTS = re.compile(
    r"(?:\w{3}|-)(?<!beste)(?<!svigers)(?<!foster)(?<!steg)(?<!bonus)(?<!alene)(?<!barns)"
    r"(?:foreldre(?:ne)?|foreldra|mødre(?:ne)?|mammae?(?:r|ne)|fedre(?:ne)?|pappae?(?:r|ne))\b"
    r"|\bforeldre(?:nettverk|grupp[ae]n?|treff|kaf[eé]|forum|kveld|samling|lag)(?:et|en)?\b"
    r"|\bfor (?:foreldre|mødre|fedre|parents|mothers|fathers)\b(?! (?:med|som|with|who)\b)"
)
SURE, WORD_FOR_WORD = 0.95, 1 + AS_WRITTEN
SPEAK = frozenset("snakker snakkar prater pratar taler talar speak speaks".split())
LETTERS = {
    code: re.compile(rf"(?:[{letters}].*?){{{least}}}", re.DOTALL)
    for code, letters, least in (
        ("uk", "іїєґ", 2), ("ru", "ыэъё", 1), ("fa", "پچژگ", 2), ("ar", "\u0620-\u064a", 8),
        ("ti", "\u1200-\u137f", 8), ("pl", "ąęłżźśćń", 2),
    )
}  # fmt: skip
FREE = ("fri", "frie", "fritt")


def of_parents(text: str, read: Read) -> tuple[Read, set[str]]:
    """A text that was read, and whom besides it speaks of: where parents come together, what is the
    matter is their child's.
    """
    if CHILD in read.places or not PARENTS.search(folded(text)):
        return read, set()
    places = {atom: at for atom, at in read.places.items() if atom != PARENT}
    return Read(read.words, places, read.tongue), {CHILD.removeprefix(AS_ATOM)}


def stands_before(persons: set[int], match: Match) -> bool:
    """Say whether somebody is spoken of before what is the matter, or in its words: those who have
    been in prison and "keep away from old friends" are nobody's friends.
    """
    return not persons or min(persons) <= max(match.words)


def is_free(match: Match, said: list[str]) -> bool:
    """Say whether somebody is free of what a match is about: "rusfri mamma" is nobody's mother."""
    return any(said[number].endswith(FREE) for number in match.words)


def people_told(asking: Asking, matches: list[Match]) -> Iterator[int]:
    """The target groups that a text names as they are called ("bondekvinnelaget" is of nobody), and
    the languages that it says are spoken.
    """
    kinds, code_of = asking.kinds, asking.lexicon.code_of
    for match in matches:
        is_close = any(atom[0] in "@=" for atom in match.atoms)
        if match.is_hidden or is_close or match.share < WORD_FOR_WORD:
            continue
        sure = [id_ for id_, share in match.concepts.items() if share >= SURE]
        people = set(kinds.of_scheme(match, PEOPLE))
        yield from (id_ for id_ in sure if id_ in people and code_of(id_) not in ANYBODY)
        if kinds.is_spoken(match) or not SPEAK.isdisjoint(kinds.before(match)):
            yield from kinds.of_scheme(match, LANGUAGE)


def written_in(text: str) -> str:
    """The code of the language that a text's letters tell it is in; none of most.

    >>> written_in("Зустрічі для українських жінок"), written_in("Dla osób, które chcą się poznać")
    ('uk', 'pl')
    >>> written_in("Kafé på Værøy"), written_in("ንኣቦታት ንኣቦታት")
    ('', 'ti')
    """
    return next((code for code, letters in LETTERS.items() if letters.search(text)), "")
