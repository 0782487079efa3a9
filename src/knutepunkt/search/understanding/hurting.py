"""Who hurts whom: whoever is hit is not led to those who hit, nor these to who was hit.

The same words stand in the labels of both: "mannen min slår meg", "jeg slår kona mi". Near one
place a group for the others would stand first, and to come there may be a danger.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from knutepunkt.search.language import Match, Read
from knutepunkt.search.language.persons import person_of
from knutepunkt.search.language.tables import pairs
from knutepunkt.search.lexicon import Lexicon

THEME, VIOLENCE = "theme", "vold-og-overgrep"
HITS, HIT_MEN = "bruker-vold-selv", "menn-utsatt-for-vold"
MAN = "mann"  # "Min mann", but "mann som blir slått".


@cache
def told(kind: str) -> frozenset[str]:
    """The words of one kind."""
    return frozenset(word for one, word in pairs("hurting") if one == kind)


def parted(matches: list[Match], read: Read, lexicon: Lexicon) -> list[Match]:
    """The matches, those that speak of violence without what a text cannot mean."""
    told_apart = {lexicon.code.get((THEME, code)) for code in (HITS, HIT_MEN)}
    return [
        match
        if len(match.concepts) < 2 or told_apart.isdisjoint(match.concepts)
        else match._replace(concepts=but(match.concepts, meant_not(match, read, lexicon)))
        for match in matches
    ]


def but(concepts: dict[int, float], left_out: set[int]) -> dict[int, float]:
    """Concepts without some, the surest as 1; all of them where none would be left."""
    kept = {id_: sure for id_, sure in concepts.items() if id_ not in left_out}
    most = max(kept.values(), default=0.0)
    return {id_: sure / most for id_, sure in kept.items()} if left_out and kept else concepts


def meant_not(match: Match, read: Read, lexicon: Lexicon) -> set[int]:
    """Those of a match's themes of violence that the words around it speak against."""
    codes = {
        id_: lexicon.code_of(id_) for id_ in match.concepts
        if VIOLENCE in map(lexicon.code_of, lexicon.above(id_))
    }  # fmt: skip
    if HITS in codes.values() and is_mine(match, read):
        return {id_ for id_, code in codes.items() if code != HITS}
    left_out = {HITS} if is_others(match, read) else set()
    if is_by_man(read.words):
        left_out.add(HIT_MEN)
    return {id_ for id_, code in codes.items() if code in left_out}


def selves(read: Read) -> frozenset[str]:
    """The words for the one who writes."""
    return told("jeg") | {"i"} if read.tongue == "en" else told("jeg")


def is_mine(match: Match, read: Read) -> bool:
    """Say whether the one who writes does it: "jeg slår kona mi", "eg har slått"."""
    mine = selves(read)
    return any(
        before in mine or (before in told("have") and earlier in mine)
        for earlier, before in (befores(read.words, number) for number in match.words)
    )


def is_others(match: Match, read: Read) -> bool:
    """Say whether somebody else does it: "slår meg", "slått av mannen", "kona er voldelig"."""
    said = read.words
    beside = list(zip(said, [*said[1:], ""], strict=True))
    if any(one in told("me") and then not in told("self") for one, then in beside[1:]):
        return True
    if is_by_somebody(said):
        return True
    people = [number for number, word in enumerate(said) if is_somebody(word)]
    done = [number for number in match.words if not is_somebody(said[number])]
    if not (people and done) or people[0] > min(done):
        return False
    return selves(read).isdisjoint(said[people[0] : min(done)])


def is_by_somebody(said: Sequence[str]) -> bool:
    """Say whether something is done by somebody close: "slått av kona", "beaten by my ex"."""
    rest = [word for word in said if word not in told("mine")]
    return any(one in told("by") and person_of(then) for one, then in pairwise(rest))


def is_somebody(word: str) -> bool:
    """Say whether a word is of somebody else."""
    return word in told("other") or person_of(word) is not None


def is_by_man(said: Sequence[str]) -> bool:
    """Say whether a man is told of who does it: "han slår meg", "min mann er voldelig"."""
    if not told("man").isdisjoint(said):
        return True
    beside = {word for pair in pairwise(said) if MAN in pair for word in pair}
    return not told("mine").isdisjoint(beside)


def befores(said: Sequence[str], number: int) -> tuple[str, str]:
    """The two words before one."""
    before = ["", "", *said[:number]]
    return before[-2], before[-1]
