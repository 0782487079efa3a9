"""The formats a feed can be written in, and the one way to write any of them."""

from collections.abc import Callable, Iterable
from pathlib import Path

from knutepunkt.collect.drafts import RecordDraft
from knutepunkt.sample.feeds import (
    bmlt,
    hsds,
    hsds_tables,
    knutepunkt,
    meeting_guide,
    table,
    tsml,
    workbook,
)
from knutepunkt.sample.feeds.errors import FeedError

Write = Callable[[Iterable[RecordDraft], Path], None]
FEEDS: dict[str, Write] = {
    "knutepunkt": knutepunkt.write,
    "meeting-guide": meeting_guide.write,
    "tsml": tsml.write,
    "bmlt": bmlt.write,
    "hsds": hsds.write,
    "hsds-1.1": hsds_tables.write,
    "csv": table.write,
    "xlsx": workbook.write,
}

__all__ = ["FEEDS", "FeedError", "write_feed"]


def write_feed(format_: str, records: Iterable[RecordDraft], path: Path) -> None:
    """Write records to a file, whole or not at all. Raises FeedError for what cannot be written.

    What a format cannot carry is told in the docstring of its module.
    """
    write = FEEDS.get(format_)
    if write is None:
        raise FeedError(f"there is no feed “{format_}”; you: choose among {', '.join(FEEDS)}.")
    path.parent.mkdir(parents=True, exist_ok=True)
    write(records, path)
