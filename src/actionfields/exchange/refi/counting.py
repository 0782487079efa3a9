"""How a tool has counted its positions: by the standard, or as its own text box counts.

The standard counts codepoints from 0 and a carriage return as one. Tools have counted a line end as
one letter or as two whatever the file has, letters beyond the first 65,536 as two, and the last
letter as part of the passage or not. Where a passage says its own words, as many tools do in its
name, they tell which.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

ENDS: dict[str, Callable[[str], str]] = {
    "": str,
    "a line end as one letter": lambda text: text.replace("\r\n", "\n"),
    "a line end as two letters": lambda text: text.replace("\r\n", "\n").replace("\n", "\r\n"),
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage as a tool has written it: where it begins and ends, and what it may say."""

    start: int
    end: int
    said: str = ""


@dataclass(frozen=True, slots=True)
class Counting:
    """A way to count; ``told`` says in what it departs from the standard."""

    ends: str = ""
    is_paired: bool = False
    is_inclusive: bool = False

    @property
    def told(self) -> str:
        """In what it departs from the standard; empty for the standard itself."""
        parts = [
            self.ends,
            "rare letters as two" if self.is_paired else "",
            "the last letter of a passage with it" if self.is_inclusive else "",
        ]
        return ", ".join(part for part in parts if part)

    def cut(self, text: str, passages: Iterable[Passage]) -> list[str | None]:
        """The words of each passage; None where it lies outside the text.

        >>> Counting(is_paired=True).cut("🌼 dør", [Passage(3, 6)])
        ['dør']
        """
        text = ENDS[self.ends](text)
        units = text.encode("utf-16-le", "surrogatepass") if self.is_paired else b""
        length = len(units) // 2 if self.is_paired else len(text)
        found: list[str | None] = []
        for one in passages:
            start, end = one.start, one.end + self.is_inclusive
            if not 0 <= start <= end <= length:
                found.append(None)
            elif self.is_paired:
                found.append(units[2 * start : 2 * end].decode("utf-16-le", "replace"))
            else:
                found.append(text[start:end])
        return found


WAYS = [
    Counting(ends, is_paired, is_inclusive)
    for is_inclusive in (False, True)
    for is_paired in (False, True)
    for ends in ENDS
]


def counting_of(text: str, passages: list[Passage]) -> Counting:
    """The way in which most passages say what they claim to; the standard's where all tell alike.

    Passages that claim nothing count where they fit into the text at all, so that a text in which
    some lie outside is read in the first way in which none does.
    """

    def fitting(way: Counting) -> tuple[int, int]:
        words = way.cut(text, passages)
        pairs = list(zip(passages, words, strict=True))
        claimed = sum(bool(one.said) and alike(said, one.said) for one, said in pairs)
        return claimed, sum(said is not None for said in words)

    standard, *others = WAYS
    best, most = standard, fitting(standard)
    for way in others:
        found = fitting(way)
        is_claimed = any(one.said for one in passages)
        # Where no passage says its words, too little is known to take its last letter with it.
        if found > most and (is_claimed or not way.is_inclusive):
            best, most = way, found
    return best


def alike(words: str | None, said: str) -> bool:
    """Whether words are those that a passage claims to hold."""
    return words is not None and words.split() == said.split()
