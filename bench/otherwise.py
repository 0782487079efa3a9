"""Judged questions as somebody else would put them: in a frame, with a slip, without æ, ø and å.

What is relevant to a question stays so. Each is drawn from the question itself, so that every run
asks the same.
"""

import random
import re
from collections.abc import Callable, Iterator

FRAMES = (
    "jeg trenger hjelp med {}",
    "finnes det noe for {}?",
    "Hei, jeg leter etter en gruppe for {}",
    "finst det nokon gruppe for {}?",
    "{} samtalegruppe",
    "{}, takk for hjelpen!",
)
LONG = re.compile(r"[^\W\d_]{6,}")
BESIDE = {
    "a": "sq", "b": "vn", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj", "i": "uo",
    "j": "hk", "k": "jl", "l": "kø", "m": "n", "n": "bm", "o": "ip", "p": "oå", "r": "et",
    "s": "ad", "t": "ry", "u": "yi", "v": "cb", "y": "tu",
}  # fmt: skip
Slip = Callable[[str, int, random.Random], str]


def framed(question: str) -> str:
    """A question in a sentence that says nothing more."""
    return drawn(question).choice(FRAMES).format(question)


def without_rings(question: str) -> str:
    """As on a keyboard without æ, ø and å; "" where there are none."""
    found = question.translate(str.maketrans("æøåÆØÅ", "aoaAOA"))
    return found if found != question else ""


def slipped(slip: Slip) -> Callable[[str], str]:
    """Questions with a slip within one word of six letters or more; "" for those without any."""

    def put(question: str) -> str:
        chance, words = drawn(question), [*LONG.finditer(question)]
        if not words:
            return ""
        start, end = chance.choice(words).span()
        at = chance.randrange(start + 1, end - 1)
        found = slip(question, at, chance)
        return found if found != question else ""

    return put


def left_out(text: str, at: int, _chance: random.Random) -> str:
    """Without a letter."""
    return text[:at] + text[at + 1 :]


def doubled(text: str, at: int, _chance: random.Random) -> str:
    """With a letter twice."""
    return text[:at] + text[at] + text[at:]


def turned(text: str, at: int, _chance: random.Random) -> str:
    """With two letters turned round."""
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def mistaken(text: str, at: int, chance: random.Random) -> str:
    """With a letter for which its neighbour on the keyboard was hit."""
    return text[:at] + chance.choice(BESIDE.get(text[at].lower(), text[at])) + text[at + 1 :]


def drawn(question: str) -> random.Random:
    """Chance that is the same for the same question."""
    return random.Random(question)


WAYS: dict[str, Callable[[str], str]] = {
    "as it stands": str,
    "framed": framed,
    "no æ, ø, å": without_rings,
    "left out": slipped(left_out),
    "doubled": slipped(doubled),
    "turned": slipped(turned),
    "mistaken": slipped(mistaken),
}


def every(rows: list[tuple[str, str, str]], step: int, way: str) -> Iterator[tuple[str, str, str]]:
    """Every so many of some (kind, question, what is relevant), put in a way they can be put."""
    for kind, question, relevant in rows[::step]:
        if put := WAYS[way](question):
            yield kind, put, relevant
