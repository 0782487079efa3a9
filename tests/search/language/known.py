"""An index that has no group, for reading questions without one."""

from collections.abc import Iterator


class Nothing:
    """Knows no token."""

    state = ""

    def count(self, token: str) -> int:
        del token
        return 0

    def starting(self, prefix: str) -> list[str]:
        del prefix
        return []

    def tokens(self, prefix: str = "") -> Iterator[tuple[str, int]]:
        return iter(())


class Written:
    """Labels of which only some words are known."""

    def __init__(self, written: str = "", leading: str = "") -> None:
        self.written, self.leading = written.split(), leading.split()

    def is_written(self, word: str, /) -> bool:
        return word in self.written

    def leads(self, word: str, /) -> bool:
        return word in self.leading
