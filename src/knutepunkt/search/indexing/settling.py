"""How plainly a group tells each theme, by where it tells it and what it told before.

Measured on lists that nobody has classified: of the themes that a name tells by a label as it is
written, nine of ten are right; of those a text tells by half a label beside another theme, two.
"""

from collections.abc import Iterable
from typing import NamedTuple

from knutepunkt.search.language.ages import of_age
from knutepunkt.search.language.tables import listed
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.understanding.closeness import ANY_ILLNESS

THEME, NEXT_OF_KIN = "theme", "parorende"
AGES = {"youth": 18, "young-adults": 25, "elderly": 75}  # Target groups, and a year of each.
NO, FAINTLY, PLAINLY = range(3)
Themes = dict[int, int]  # Each theme, and how plainly it is told.


class Said(NamedTuple):
    """The themes of some sentences, whether these say whom a group is for, and those of what else
    it begins with."""

    is_for: bool
    sentences: tuple[Themes, ...]
    beside: tuple[Themes, ...] = ()


def plainest(told: Iterable[tuple[int, int]]) -> Themes:
    """Each theme once, by where it is told most plainly."""
    found: Themes = {}
    for id_, grade in told:
        found[id_] = max(grade, found.get(id_, NO))
    return found


def settled(lexicon: Lexicon, named: Themes, behind: Themes, said: Said) -> Themes:
    """What sentences tell, in their order, of a group whose name tells some themes already, and
    what the name of who stands ``behind`` it tells.

    What is of one kind with a theme before it, is plain: "panikk" after "angst". What is not, is
    told by the way, the sleep of who has small children, unless it is told for whom the group is. A
    later sentence that only nearly holds a label tells nothing.
    """
    kinds, found = plain_kinds(lexicon, named), Themes()
    theirs = plain_kinds(lexicon, behind)
    for number, sentence in enumerate(said.sentences):
        kinds = kinds or theirs.intersection(top(lexicon, id_) for id_ in sentence)
        told = Themes()
        for id_, grade in sentence.items():
            grade = graded(lexicon, id_, grade, kinds, is_for=said.is_for, is_first=not number)
            if grade > found.get(id_, NO):
                told[id_] = grade
        found |= told
        kinds |= plain_kinds(lexicon, told)
    alike = (id_ for one in said.beside for id_ in one if top(lexicon, id_) in kinds)
    return found | dict.fromkeys(alike, PLAINLY)


def graded(
    lexicon: Lexicon, id_: int, grade: int, kinds: set[int], *, is_for: bool, is_first: bool
) -> int:
    """How plainly a sentence tells a theme, after what of these ``kinds`` stood before it."""
    kind = top(lexicon, id_)
    is_kin = is_first and lexicon.code_of(kind) == NEXT_OF_KIN
    if is_kin or lexicon.scheme.get(id_) != THEME:
        return grade  # Whom it is for, whatever is the matter.
    if kind in kinds:
        return PLAINLY
    if is_for:
        return grade
    if kinds:
        return grade - 1
    return grade if is_first or grade != FAINTLY else NO


def of_their_age(lexicon: Lexicon, told: Themes) -> Themes:
    """The themes that are the ones for an age a group tells: cancer and the young."""
    years = [AGES[code] for code in map(lexicon.code_of, told) if code in AGES]
    found = Themes()
    for id_, grade in told.items():
        for ages, code in of_age().get(lexicon.code_of(id_), ()):
            theme = lexicon.code.get((THEME, code))
            if theme is not None and any(one in ages for one in years):
                found[theme] = grade
    return found


def plain_kinds(lexicon: Lexicon, told: Themes) -> set[int]:
    """The topmost themes above those that are told plainly and are of what is the matter."""
    little = listed("whom") | ANY_ILLNESS
    return {
        top(lexicon, id_) for id_, grade in told.items()
        if grade == PLAINLY and lexicon.scheme.get(id_) == THEME
        and lexicon.code_of(id_) not in little
    }  # fmt: skip


def top(lexicon: Lexicon, theme: int) -> int:
    """The topmost theme above one, or itself."""
    return list(lexicon.above(theme))[-1]
