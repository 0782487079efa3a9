"""What is wrong with a mapping file, told with its key, its line and the remedy."""

import re
import tomllib
from collections.abc import Iterable

from rapidfuzz import process

from knutepunkt.collect.errors import CollectError

ALIKE = 60


class MappingFault(CollectError):  # noqa: N818 - it names what is wrong with the file
    """A mapping file says something that cannot be meant; ``key`` is where."""

    def __init__(self, key: str, problem: str) -> None:
        super().__init__(f"mapping file, {key}: {problem}.")
        self.key = key
        self.problem = problem


def fault(key: str, problem: str) -> MappingFault:
    """The error for a key, to be raised."""
    return MappingFault(key, problem)


def nearest(word: str, known: Iterable[str]) -> str:
    """``; you: did you mean …?`` with the word most like it, or the words there are."""
    choices = list(known)
    found = process.extractOne(word.lower(), choices, score_cutoff=ALIKE)
    return f"; you: write {found[0]}" if found else f"; you: write one of {', '.join(choices)}"


def located(error: MappingFault, toml_text: str) -> CollectError:
    """The same error with the line where its key stands."""
    key = re.escape(error.key)
    pattern = re.compile(rf'^\s*(?:\[+.*\b{key}\b.*\]|"?{key}"?\s*=)')
    for number, line in enumerate(toml_text.splitlines(), start=1):
        if pattern.match(line):
            return CollectError(f"mapping file, line {number}, {error.key}: {error.problem}.")
    return error


def unreadable(error: tomllib.TOMLDecodeError) -> CollectError:
    """The error for text that is no TOML."""
    return CollectError(f"the mapping file is not valid TOML: {error}; you: mend that line.")
