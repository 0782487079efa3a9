"""What the reading process and its parent say to each other, checked on arrival."""

from pathlib import Path

import msgspec

from knutepunkt.collect.drafts import Issue, RecordDraft


class Task(msgspec.Struct, frozen=True):
    """Parent to child: what to read and what is known already.

    ``known`` maps the digest of each raw record of the last run to the keys it had. ``format`` is
    empty to find out. ``salt`` makes digests depend on what the user said and on the vocabulary of
    the reader. ``room`` is the folder for what does not fit in memory, empty for the system's own.
    ``latest`` is as in ``Options``.
    """

    files: dict[str, str]
    format: str
    timezone: str
    timezone_is_default: bool
    organisation: str
    mapping: dict[str, object]
    known: dict[bytes, list[str]]
    salt: str
    room: str = ""
    latest: str = ""

    def paths(self) -> dict[str, Path]:
        """The files as paths."""
        return {name: Path(path) for name, path in self.files.items()}


class Found(msgspec.Struct, frozen=True, tag=True):
    """Child to parent: which format it is, and why."""

    format: str
    reason: str


class Read(msgspec.Struct, frozen=True):
    """A record that is new or whose bytes changed. ``digest`` is of the raw record."""

    key: str
    digest: str
    group_key: str
    draft: RecordDraft


class Refused(msgspec.Struct, frozen=True):
    """A record that cannot be taken in, whole as JSON text, and with the reason."""

    key: str
    digest: str
    raw: str
    issue: Issue


class Batch(msgspec.Struct, frozen=True, tag=True):
    """Child to parent: some records, in the order of the source."""

    unchanged: list[str]
    read: list[Read]
    refused: list[Refused]


class End(msgspec.Struct, frozen=True, tag=True):
    """Child to parent: everything was read. ``notices`` counts what was handled by design."""

    notices: dict[str, int]


class Failure(msgspec.Struct, frozen=True, tag=True):
    """Child to parent: the source as a whole cannot be read; one sentence."""

    sentence: str


Message = Found | Batch | End | Failure
