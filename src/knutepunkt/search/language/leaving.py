"""Which words say that what follows is to be left out: "uten", "bortsett fra", "som ikke er".

"Ikke" often tells of oneself: "får ikke sove", "jeg er ikke alkoholiker". Only where it can be
said of a group does it leave anything out.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from knutepunkt.search.language.reading import tongue_of
from knutepunkt.search.language.tables import stop_words

LESS, BUT, NOT, WISH, WITHIN = "less", "but", "not", "wish", "within"
WITHOUT = frozenset("uten utan without minus".split())
EXCEPT = frozenset("unntatt unnateke utenom utanom except excluding".split())
IN_WORDS = frozenset(
    tuple(one.split("_"))
    for one in (
        "bortsett_fra bortsett_frå unntak_av annet_enn anna_enn andre_enn noe_enn other_than"
        " apart_from anything_but rather_than"
    ).split()
)
NEGATED = frozenset("ikke ikkje itj itte inte not".split())
# What may stand between "ikke" and what is left out.
BETWEEN = frozenset(
    "for om på i av med til etter en ein ei et eit noe noko noen nokon nokre er være vere bare"
    " berre basert basere den det de dei ha har handler handlar bygd bygger handle ta delta snakke"
    " snakka prate prata møte møtes"
    " the a an any on in of with about is are be being based want to have only like talk".split()
)
ABOUT = frozenset("for om på av med etter about for on of with".split())
JOINS = frozenset("men og helst som but and eller or gjerne bare berre please absolutt".split())
GROUPS = frozenset(
    "gruppe gruppa gruppen grupper grupper tilbud tilbod møte møter møta treff group groups meeting"
    " meetings noe noko something selvhjelpsgruppe sjølvhjelpsgruppe samtalegruppe".split()
)
IS = frozenset("er ær e is are being være vere var".split())
IT = frozenset("som den det dei de that which it".split()) | GROUPS
WANT = frozenset("vil ønsker ønskjer ynskjer ville må skal bør want should must".split())
OR = frozenset("eller or nor og and".split())
MOST = 5  # Words between.
# Without any of these a text leaves nothing out, and nothing need be looked at.
SIGNS = (
    WITHOUT
    | EXCEPT
    | NEGATED
    | {"no", "t", "bortsett", "unntak", "enn", "than", "apart", "anything"}
)


class Cue(NamedTuple):
    """Where a text begins to leave something out, how it says so, and if a word like "om" follows.

    ``kind`` is LESS for "uten", BUT for "bortsett fra", NOT for "ikke", WISH for "vil ikke", WITHIN
    where the name itself says "ikke".
    """

    first: int
    kind: str
    is_about: bool = False


def cue_before(
    said: Sequence[str], first: int, breaks: Collection[int], nouns: Collection[int] = ()
) -> Cue | None:
    """What says that the words from ``first`` on are left out, if anything does.

    ``breaks`` are beginnings of clauses, ``nouns`` words that are known to be no verbs: "tirsdager
    ikke" says nothing of whoever writes.

    >>> cue_before("sorg uten tolv trinn".split(), 2, ())
    Cue(first=1, kind='less', is_about=False)
    >>> cue_before("jeg får ikke sove".split(), 3, ())
    """
    about = False
    for at in range(first - 1, max(-1, first - 2 - MOST), -1):
        if at + 1 in breaks:
            return None
        word, before = said[at], said[at - 1] if at and at not in breaks else ""
        if word in WITHOUT or (word == "no" and tongue_of(said) != "no"):
            return Cue(at, LESS)
        if word in EXCEPT:
            return Cue(at, BUT)
        if (before, word) in IN_WORDS:
            return Cue(at - 1, BUT)
        if word in NEGATED:
            return negated(said, at, breaks, nouns, is_about=about)
        if word == "t" and before == "don" and "want" in said[at:first]:
            return Cue(at - 1, WISH)
        if word not in BETWEEN:
            return None
        about = about or word in ABOUT
    return None


def negated(
    said: Sequence[str],
    at: int,
    breaks: Collection[int],
    nouns: Collection[int],
    *,
    is_about: bool,
) -> Cue | None:
    """Whether an "ikke" may be said of a group rather than of whoever writes."""
    before = said[at - 1] if at and at not in breaks else ""
    if not before or before in JOINS or before in GROUPS:
        return Cue(at - (before in JOINS), NOT, is_about)
    if before in WANT or (before == "do" and "want" in said[at:]):
        return Cue(at - 1, WISH, is_about)
    if before in IS:
        return Cue(at - 1, NOT, is_about) if at > 1 and said[at - 2] in IT else None
    if at - 1 not in nouns and (before in stop_words() or before.endswith("r")):
        return None  # "Får ikke", "drikker ikke".
    return Cue(at, NOT, is_about)


def before_or(said: Sequence[str], first: int) -> int:
    """The number of the word before the "eller" that stands before a word; -1 without one.

    >>> before_or("uten tolv trinn eller for menn".split(), 5)
    2
    """
    at = first - 1
    while at > 0 and said[at] in ABOUT:
        at -= 1
    return at - 1 if at > 0 and said[at] in OR else -1


def left_words(
    said: Sequence[str], breaks: Collection[int], nouns: Collection[int]
) -> frozenset[int]:
    """The numbers of the words that a text leaves out, each with those right after it.

    >>> sorted(left_words("sorg ikke etter selvmord i Oslo".split(), (), ()))
    [2, 3]
    """
    found: set[int] = set()
    for number, word in enumerate(said):
        if word in SIGNS or word in BETWEEN or word in stop_words():
            continue
        if number - 1 in found and number not in breaks:
            found.add(number)
        elif cue := cue_before(said, number, breaks, nouns):
            signs = [one for one in range(cue.first, number) if said[one] in SIGNS]
            found.update(range(signs[-1] + 1 if signs else number, number + 1))
    return frozenset(found)
