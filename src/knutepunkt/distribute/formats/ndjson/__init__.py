"""Our own records, a line each: carries everything a record can hold, for another node."""

from collections.abc import Iterable, Iterator

import msgspec

from knutepunkt.collect.formats.knutepunkt.finding import MARK
from knutepunkt.distribute.formats.base import Account, Format, Frame, counted
from knutepunkt.distribute.handing import here, organisation_record, stated
from knutepunkt.distribute.published import PublishedGroup, organisation_stream

ENCODE = msgspec.json.Encoder().encode
HEAD = ENCODE(MARK) + b"\n"


def chunks(groups: Iterable[PublishedGroup], frame: Frame, account: Account) -> Iterator[bytes]:
    """The line that tells the format, organisations when all are asked for, then each group."""
    node = here()
    yield HEAD
    if not frame.choice.is_narrow:
        for organisation in organisation_stream():
            yield ENCODE(organisation_record(organisation, node)) + b"\n"
    for group in counted(groups, account):
        yield ENCODE(stated(group, node)) + b"\n"


FORMAT = Format(
    name="ndjson",
    label="Records of a Knutepunkt node",
    ending="ndjson",
    media_type="application/x-ndjson",
    cannot_say=(
        "which sources stand behind a group, beyond the one that is believed first",
        "terms brought by a mapping, which the reading node maps itself",
        "points that were looked up from an address, which the reading node looks up itself",
    ),
    chunks=chunks,
)
