"""Which of a node's processes follows the directory: one of them, for as long as it lives.

Taking turns would do the work in all of them: each would keep the words ready, and join files that
another is joining.
"""

import fcntl
import os
from io import TextIOWrapper
from pathlib import Path

from knutepunkt.search.index.joining import clear_joined


class Lead:
    """A lock on a file of the folder, held from the first time it is to be had."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "lead.lock"
        self.file: TextIOWrapper | None = None

    def is_ours(self) -> bool:
        """Say whether this process leads; it takes the lead when nobody has it. Raises OSError."""
        if self.file is not None and not os.fstat(self.file.fileno()).st_nlink:
            self.give_up()  # Somebody removed the folder: the next to come leads by another file.
        if self.file is None:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self.take()
        return self.file is not None

    def take(self) -> None:
        """Take the lead unless another process has it."""
        file = self.path.open("w")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            return
        self.file = file
        clear_joined(self.path.parent)

    def give_up(self) -> None:
        """Let another process lead."""
        if self.file is not None:
            self.file.close()
        self.file = None
