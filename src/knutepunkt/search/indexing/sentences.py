"""The sentences of what groups say: whom one is for, and what is only of the house or the price."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from knutepunkt.search.language.letters import WORD, folded
from knutepunkt.search.language.tables import listed

# Looks back, for whoever writes a hundred thousand marks in a row would else keep it for minutes.
SENTENCE = re.compile(r"(?<=[.!?;:])\s+|\n+")
# "Ikke for deg med rus, psykose eller uro", up to where it goes on. "Ikke bare for" is for them.
NOT_FOR = re.compile(
    r"\b(?:ikke|ikkje|not)\s+(?!(?:\w+\s+)?(?:bare|berre|kun|minst|only|just)\b)"
    r"(?:\w+\s+){0,2}for\b(?!\s+(?:å|to)\b)"
    r"(?:(?!\b(?:men|but|bare|berre|kun|only|vi|we)\b)[^.!?\n])*",
    re.IGNORECASE,
)
FOR = "for"
FIRST = 2  # Sentences that tell what a group is, where none says whom it is for.
MOST_SENTENCES = 12


class Sentences(NamedTuple):
    """The sentences that say whom a group is for (``told``), and its first ones but for these."""

    told: list[str]
    first: list[str]


def telling_sentences(text: str) -> Sentences:
    """The sentences of a text that tell what a group is about."""
    kept = NOT_FOR.sub("", text)
    sentences = list(islice(joined(SENTENCE.split(kept)), MOST_SENTENCES))
    practical = set(filter(is_practical, sentences))
    told = [one for one in sentences if is_addressed(one) and one not in practical]
    first = [one for one in sentences[:FIRST] if one not in practical and one not in told]
    return Sentences(told, first)


def joined(parts: list[str]) -> Iterator[str]:
    """Sentences, where what follows a colon belongs to whom it is said of.

    >>> list(joined(["For deg med:", "angst, uro.", "Tid:", "18."]))
    ['For deg med: angst, uro.', 'Tid:', '18.']
    """
    before = ""
    for part in filter(str.strip, parts):
        whole = f"{before} {part}".strip()
        before = whole if whole.endswith(":") and is_addressed(whole) else ""
        if not before:
            yield whole
    if before:
        yield before


def is_addressed(sentence: str) -> bool:
    """Say whether a sentence tells whom a group is for.

    >>> is_addressed("En gruppe for deg som har mistet noen"), is_addressed("Kaffe for 20 kroner")
    (True, False)
    """
    return any(addressing(sentence))


def is_practical(sentence: str) -> bool:
    """Say whether a sentence only tells for whom the price or the house is, or what it allows.

    >>> is_practical("Halv pris for studenter"), is_practical("For studenter, gratis")
    (True, False)
    >>> is_practical("Røyking er ikke tillatt")
    True
    """
    if before := list(addressing(sentence)):
        return all(one in listed("practical") for one in before)
    said = WORD.findall(folded(sentence))
    return not listed("house").isdisjoint((*said, *map("_".join, pairwise(said))))


def of_other_tongue(said: list[str]) -> set[int]:
    """The numbers of the small words of a text in a language that no label is in.

    >>> of_other_tongue("vi fikar ett och annat".split()), of_other_tongue(["to", "die"])
    ({2, 3}, set())
    """
    small = {number for number, word in enumerate(said) if word in listed("stop-words-others")}
    return small if len({said[number] for number in small}) > 1 else set()


def addressing(sentence: str) -> Iterator[str]:
    """The word before each "for" with somebody after it; a stop for none."""
    said = [".", *WORD.findall(folded(sentence))]
    for before, one, other in zip(said, said[1:], said[2:], strict=False):
        if one == FOR and other in listed("addressed"):
            yield before
