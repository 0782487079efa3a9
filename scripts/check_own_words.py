"""Refuses what does not belong to the project: somebody's machine, a mirror, a pasted talk.

The project speaks of itself alone, so that a stranger can read, build and trust it anywhere. Give
the files to look at; every text file may be given.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

REFUSED = {
    # A path that exists on one machine is a broken instruction on every other.
    r"(?<![\w.])/(?:work|root|Users)/\w": "a path of one machine",
    r"(?<![\w.])/home/(?!(?:user|knutepunkt|you)\b)\w": "the home folder of one person",
    # Where packages come from is the builder's choice; hashes say what they must be.
    r"\b(?:files\.pythonhosted|test\.pypi|pypi|registry\.npmjs|registry\.yarnpkg)\.(?:org|com)\b":
        "the address of a package index",
    r"^--(?:extra-)?index-url\b": "the address of a package index",
    # A commit says what changed and why, not who talked to whom on the way there.
    r"^(?:Human|Assistant|System|User): ": "a pasted conversation",
    r"^(?:<{7}|>{7})(?: |$)": "a conflict nobody resolved",
}  # fmt: skip
PATTERNS = [(re.compile(pattern), what) for pattern, what in REFUSED.items()]
LOCK = "requirements.lock"
ADDRESS = re.compile(r"[a-z]+://|\S+\.(?:org|com|net|io)\b|--find-links|--trusted-host")


def faults(path: Path) -> Iterator[str]:
    """A sentence for each line that does not belong."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return
    patterns = [*PATTERNS, (ADDRESS, "an address")] if path.name == LOCK else PATTERNS
    for number, line in enumerate(lines, start=1):
        for pattern, what in patterns:
            if pattern.search(line):
                yield f"{path}:{number} holds {what}; take it out."


def main(names: list[str]) -> None:
    """Leave with code 1 and the sentences if a file says too much."""
    paths = [path for path in map(Path, names) if path.resolve() != Path(__file__).resolve()]
    if found := [fault for path in paths if path.is_file() for fault in faults(path)]:
        sys.exit("\n".join(found))


if __name__ == "__main__":
    main(sys.argv[1:])
