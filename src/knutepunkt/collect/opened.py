"""A source as a reader sees it: one or more named files on disk, and what the user said of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from knutepunkt.collect.drafts import Issue

RawRecord = Mapping[str, object]
"""One record before it is read. JSON-like: text, numbers, lists and mappings."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The files of one source: a single file, or the members of a folder or zip.

    ``files`` maps a member's name (forward slashes, relative) to its path on disk, in sorted order.
    """

    files: Mapping[str, Path]

    def only(self) -> Path | None:
        """The path, when the source is a single file."""
        return next(iter(self.files.values())) if len(self.files) == 1 else None


@dataclass(frozen=True, slots=True)
class Options:
    """What the user said about a source, as far as it changes how records are read.

    ``mapping`` is the parsed mapping file for tables (empty: guess from the header). ``latest`` is
    the last ISO date on which anything can have been said by now, "" where that is not asked.
    """

    timezone: str = "Europe/Oslo"
    timezone_is_default: bool = True
    organisation: str = ""
    mapping: Mapping[str, object] = field(default_factory=dict)
    latest: str = ""


@dataclass(slots=True)
class Reading:
    """What a reader needs while it reads one record, and where it leaves its remarks.

    ``note`` counts what was handled by design (a password taken out, a tag removed); ``issue`` is
    for what somebody should mend. The caller empties ``issues`` after each record.
    """

    options: Options
    record: str = ""
    issues: list[Issue] = field(default_factory=list)
    notices: dict[str, int] = field(default_factory=dict)

    def issue(self, field_name: str, value: object, problem: str, who: str) -> None:
        """Remember that a field of the current record has a problem, and who must act."""
        told = "" if value is None else str(value)[:200]
        self.issues.append(Issue(self.record, field_name, told, problem, who))

    def note(self, what: str) -> None:
        """Count something that was handled by design, for the end of the report."""
        self.notices[what] = self.notices.get(what, 0) + 1
