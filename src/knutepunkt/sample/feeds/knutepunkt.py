"""Our own records, a line each: carries everything a draft holds."""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import msgspec

from knutepunkt.collect.drafts import RecordDraft
from knutepunkt.collect.formats.knutepunkt.finding import MARK
from knutepunkt.distribute.files import write_lines

ENCODE = msgspec.json.Encoder().encode


def write(records: Iterable[RecordDraft], path: Path) -> None:
    """Write the line that tells the format, then each record on a line."""
    write_lines(path, chain((ENCODE(MARK),), map(ENCODE, records)))
