"""What a writer has met on its way: as much as there are groups, so it lies on the disk."""

from knutepunkt.sqlite import nameless

MOST = 2000


class Met:
    """The names met so far; the latest are remembered, for most are met again at once."""

    def __init__(self) -> None:
        self.file = nameless("CREATE TABLE met (name TEXT PRIMARY KEY) WITHOUT ROWID;")
        self.latest: set[str] = set()

    def is_new(self, name: str) -> bool:
        """Say whether a name was never met before; it is met now."""
        if name in self.latest:
            return False
        if len(self.latest) >= MOST:
            self.latest.clear()
        self.latest.add(name)
        return self.file.execute("INSERT OR IGNORE INTO met VALUES (?)", [name]).rowcount == 1

    def close(self) -> None:
        """Give the disk its room back."""
        self.file.close()
