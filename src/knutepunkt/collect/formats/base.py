"""What every format offers. To add one, read docs/how-to/add-a-format.md."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from knutepunkt.collect.drafts import RecordDraft
from knutepunkt.collect.opened import Opened, Options, RawRecord, Reading


@dataclass(frozen=True, slots=True)
class Sample:
    """The beginning of one file, for recognising its format.

    ``records`` are the first items when the file is JSON that holds a list (wrappers opened);
    ``top`` is the parsed document of a small JSON file, else None; ``header`` are the first rows
    of a table.
    """

    name: str
    kind: str  # "json", "ndjson", "table" or "other"
    records: tuple[RawRecord, ...] = ()
    top: object = None
    header: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """A format: how to know it, how to part it into records, how to read one record.

    ``recognise`` returns why the files look like this format, or "" when they do not; ``score``
    parts two formats that both say yes (the higher wins). ``records`` yields raw records in the
    order of the source and must run in memory that does not grow with the file where the format
    allows it. ``read`` turns one raw record into a draft, or raises ``RecordRejected``. ``version``
    is raised when reading changes meaning, so that known records are read again.
    """

    name: str
    label: str
    version: int
    recognise: Callable[[tuple[Sample, ...]], str]
    records: Callable[[Opened, Options], Iterator[RawRecord]]
    read: Callable[[RawRecord, Reading], RecordDraft]
    score: int = 1
