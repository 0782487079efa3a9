"""What a text asks of groups: the seam between language, which makes it, and the index, which
answers it.

A group is found by **tokens**: strings that the analyser writes for its words (``language.tokens``:
stems, and the parts of compounds) and one for each concept it carries (``concept_token``). The
index takes tokens as they are; language alone knows what they mean. A text says which language it
is in where that is known: ``lexicon.analyser.tokens(text, language)``. A question is read by
``understanding.understood(text, lexicon, known, today)``.
"""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from msgspec import Struct

from knutepunkt.gazetteer import Spot
from knutepunkt.search.query import Fee

FULL = 100
# What is near to what was asked for counts little: the less, the less near it is. Who is ill is
# helped by those with another illness of the same kind rather than by those close to the ill.
ALIKE, WITHIN, NEXT, GENERAL, SPOKEN, WIDER, KIN, ANY_KIN = 24, 22, 20, 10, 9, 8, 6, 5
ABOVE_SAID = 18  # The theme above, where some of the words mean that.
DOING = 50  # What people do together matters less than the theme, and than a language spoken.
MENTIONED = 7  # A group only says it in its own words.
Token = str


def concept_token(concept_id: int) -> Token:
    """The token of a concept; a group has it for each concept it carries and all above those."""
    return f"#{concept_id}"


def general_token(concept_id: int) -> Token:
    """The token of a concept that a group carries and nothing narrower: it is for all of these."""
    return f"^{concept_id}"


class Term(NamedTuple):
    """A token that may meet a need, and for how much it counts of a hundred."""

    token: Token
    weight: int = FULL


def is_concept(term: Term) -> bool:
    """Say whether a term is a concept rather than a word."""
    return term.token[0] == "#"


class Need(Struct, frozen=True):
    """One thing asked for. A group meets it when it has any of the terms; its best one counts.

    ``said`` is the words it was read from. ``weight`` of a hundred is how much it matters when not
    all needs can be met. ``reserve`` are terms that are near it, for when few groups are found:
    what some of the words mean, themes that help with much the same, those for people close; where
    a place or time is asked for too, the words themselves and the theme above, else themes that all
    the words speak for as well.
    """

    terms: tuple[Term, ...]
    said: str = ""
    weight: int = FULL
    reserve: tuple[Term, ...] = ()


class LeftOut(Struct, frozen=True):
    """What a text wants to do without: no group may carry one of ``concepts`` or say one of
    ``tokens``, and no meeting be in one of ``areas``, municipalities or counties by their codes.

    ``said`` is that in the text's own words. ``words`` are the numbers of all the words that say
    so, from the first "without" on. Days and ways to meet have no concepts here: they restrict as
    the other days and ways.
    """

    concepts: tuple[int, ...]
    said: str = ""
    words: frozenset[int] = frozenset()
    tokens: tuple[Token, ...] = ()
    areas: tuple[str, ...] = ()


class Meaning(Struct, frozen=True):
    """A text as the index is asked. Every need must be met; where no group does, most of them.

    ``wishes`` need not be met: they put groups that meet them before others, and exclude none. Of
    the words that no concept was found for, most become wishes, so that a long sentence harms
    nobody.

    ``left_out`` is what no group may be about; it is never let go of. ``concepts`` are what was
    recognised, for the answer to say. ``corrected`` pairs words with what
    they were read as; ``unknown`` are words that no group and nobody here knows.

    The rest restricts like the same fields of a query, where the query itself does not: ``spot``
    with ``within`` kilometres (``is_far_said`` where the text tells them), ``areas`` where several
    municipalities or several counties were named, ``weekdays``, ``formats``, ``begins``, ``fees``;
    ``priced`` are the numbers of the words that say the last. ``or_online`` says that who meets
    online will do as well as who meets at the place. What restricts and leaves nothing is let go,
    and the answer says so.
    """

    needs: tuple[Need, ...] = ()
    wishes: tuple[Need, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    concepts: tuple[int, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    unknown: tuple[str, ...] = ()
    spot: Spot | None = None
    within: float | None = None
    areas: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    begins: tuple[int, int] | None = None
    fees: tuple[Fee, ...] = ()
    priced: frozenset[int] = frozenset()
    or_online: bool = False
    is_far_said: bool = False


class Known(Protocol):
    """What the index knows of tokens, for whoever reads a text."""

    @property
    def state(self) -> str:
        """Changes whenever tokens may have; the key for whatever is worked out from them."""

    def count(self, token: Token) -> int:
        """How many groups have a token, about; zero when none has."""

    def starting(self, prefix: Token) -> list[Token]:
        """The tokens that begin so, in order."""

    def tokens(self, prefix: Token = "") -> Iterator[tuple[Token, int]]:
        """Every token (that begins so), in the order of their code points, with about how many
        groups have it.
        """
