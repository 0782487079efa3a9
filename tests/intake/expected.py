"""What a directory must hold of one source, reckoned without any of the code that is tested."""

from dataclasses import dataclass, field

from tests.intake.feeds import Record


@dataclass
class Expected:
    """The last good version of every record, and what became of those no longer sent."""

    good: dict[str, Record] = field(default_factory=dict)
    missing: set[str] = field(default_factory=set)
    withdrawn: set[str] = field(default_factory=set)
    rejected: set[str] = field(default_factory=set)

    def standing(self) -> set[str]:
        """The records that were neither missing nor withdrawn when the feed came last."""
        return self.good.keys() - self.missing - self.withdrawn

    def take_in(self, records: list[Record]) -> tuple[int, int, int, int, int]:
        """Follow one run; returns read, created, changed, unchanged, rejected."""
        before, sent = self.standing(), {record["slug"] for record in records}
        sound = {record["slug"]: record for record in records if is_sound(record)}
        created = sound.keys() - self.good.keys()
        unchanged = {slug for slug in sound.keys() & before if self.good[slug] == sound[slug]}
        self.withdrawn = (self.withdrawn | (self.missing - sent)) - sound.keys()
        self.missing = before - sent
        self.rejected = sent - sound.keys()
        self.good |= sound
        changed = len(sound) - len(created) - len(unchanged)
        return len(records), len(created), changed, len(unchanged), len(self.rejected)

    def groups(self) -> dict[str, set[str]]:
        """The records of each group by its name, of those that are sent."""
        found: dict[str, set[str]] = {}
        for slug in self.standing():
            found.setdefault(self.good[slug]["group"], set()).add(slug)
        return found


def is_sound(record: Record) -> bool:
    """Say whether a record can be taken in."""
    return bool(record["day"] != "Blursday")
