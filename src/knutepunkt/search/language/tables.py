"""The data files of the language, read when first asked for and kept."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


def lines(name: str) -> Iterator[str]:
    """The lines of a data file that say something."""
    for line in (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def pairs(name: str) -> Iterator[tuple[str, str]]:
    """(word, other form) of a file of lines ``word: form form``."""
    for line in lines(name):
        word, _, forms = line.partition(":")
        yield from ((word.strip(), form) for form in forms.split())


@cache
def listed(name: str) -> frozenset[str]:
    """All the words of a file, parted by spaces or lines."""
    return frozenset(word for line in lines(name) for word in line.split())


@cache
def stop_words() -> frozenset[str]:
    """Words that say nothing of what somebody looks for, in any language."""
    return listed("stop-words") | listed("stop-words-english")
