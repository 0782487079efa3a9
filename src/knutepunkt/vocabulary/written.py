"""What a load or an import did, so that a person or a test can see it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """Rows created, changed and removed, and what could not be taken in, one sentence each."""

    created: int = 0
    changed: int = 0
    removed: int = 0
    left_out: tuple[str, ...] = ()

    def __add__(self, other: "Written") -> "Written":
        return Written(
            self.created + other.created,
            self.changed + other.changed,
            self.removed + other.removed,
            self.left_out + other.left_out,
        )

    @property
    def is_any(self) -> bool:
        """Anything was written."""
        return bool(self.created or self.changed or self.removed)

    def __str__(self) -> str:
        return f"{self.created} created, {self.changed} changed, {self.removed} removed"
