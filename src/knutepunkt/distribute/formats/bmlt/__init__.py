"""What a BMLT server answers, in one file: weekly meetings, formats and service bodies."""

from collections.abc import Iterable, Iterator
from contextlib import closing

import msgspec

from knutepunkt.distribute.formats.base import Account, Format, Frame, counted, listed
from knutepunkt.distribute.formats.bmlt.answers import Server
from knutepunkt.distribute.formats.bmlt.bodies import Bodies
from knutepunkt.distribute.published import PublishedGroup

ENCODE = msgspec.json.Encoder().encode


def chunks(groups: Iterable[PublishedGroup], frame: Frame, account: Account) -> Iterator[bytes]:
    """Three lists side by side; the service bodies met on the way come last."""
    server = Server(frame, account)
    yield b'{"formats": ' + ENCODE(server.formats()) + b',\n"meetings": '
    with closing(Bodies(server.root)) as bodies:
        yield from listed(map(ENCODE, server.meetings(counted(groups, account), bodies)))
        yield b',"serviceBodies": '
        yield from listed(bodies.by_name())
    yield b"}\n"


FORMAT = Format(
    name="bmlt",
    label="BMLT",
    ending="json",
    media_type="application/json",
    cannot_say=(
        "meetings not held every week: fortnightly, monthly, once, by agreement (left out)",
        "groups without a meeting (left out)",
        "one meeting on several days (becomes several)",
        "seasons, exceptions and extra dates (told in the comments)",
        "themes, target groups and working forms without a format code",
        "texts in more than one language (all in the comments)",
        "what an organisation says of itself",
        "states other than published",
        "ages; fees and how to join (told in the comments)",
        "hidden places",
        "that nobody says how people meet (told by the ways in there are)",
        "who confirmed what, and when something changed",
    ),
    chunks=chunks,
)
