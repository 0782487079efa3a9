"""A Meeting Guide feed: a JSON list, one object for each meeting.

It cannot carry: rhythms other than weekly, seasons, dates and exceptions (told in ``notes``);
themes, target groups and working forms without a type code; more than one language of a text; what
an organisation says of itself; states other than paused; ages; fees (told in ``notes``); hidden
places; and who confirmed what.
"""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from knutepunkt.collect.drafts import RecordDraft
from knutepunkt.distribute.files import write_list
from knutepunkt.distribute.formats.meeting_guide.items import item
from knutepunkt.distribute.parts import held

ENCODE = msgspec.json.Encoder().encode


def write(records: Iterable[RecordDraft], path: Path) -> None:
    """Write the list, one meeting at a time."""
    write_list(path, (ENCODE(item(*each)) for each in held(records)))
