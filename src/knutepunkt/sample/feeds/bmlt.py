"""A BMLT server's answers: meetings (GetSearchResults), and beside them what they refer to.

Each meeting has one weekday, so a meeting on several days is several. It cannot carry: rhythms
other than weekly, seasons, dates and exceptions (told in ``comments``), meetings without a weekday
(sent with an empty one), themes and target groups, the groups' words in more than one language,
states but by leaving a meeting unpublished, ages, hidden places, and organisations' words.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from knutepunkt.collect.drafts import RecordDraft
from knutepunkt.distribute.files import write_list
from knutepunkt.distribute.formats.bmlt.items import Names, item
from knutepunkt.distribute.formats.meeting_guide.types import types_of
from knutepunkt.distribute.parts import group_of, held
from knutepunkt.distribute.spoken import weekly_days
from knutepunkt.sample.feeds.tsml import TYPES

ENCODE = msgspec.json.Encoder().encode
ROOT = "https://bmlt.example.org/main_server/"
FORMAT_IDS = {code: str(number) for number, code in enumerate(TYPES, start=1)}
Bodies = dict[str, dict[str, str]]


def write(records: Iterable[RecordDraft], path: Path) -> None:
    """Write the meetings, and ``<name>-formats.json`` and ``<name>-service-bodies.json``."""
    bodies: Bodies = {}
    write_list(path, map(ENCODE, meetings(records, bodies)))
    write_list(path.with_name(f"{path.stem}-formats.json"), map(ENCODE, formats()))
    bodies_path = path.with_name(f"{path.stem}-service-bodies.json")
    write_list(bodies_path, map(ENCODE, bodies.values()))


def meetings(records: Iterable[RecordDraft], bodies: Bodies) -> Iterator[dict[str, str]]:
    """The meetings, numbered; their organisations are gathered on the way."""
    number = 0
    for _, record, meeting in held(records):
        body = body_of(record, bodies)
        for day in weekly_days(meeting) or ("",):
            number += 1
            key = group_of(record).key.rpartition("-")[2]
            formats = [(FORMAT_IDS[code], code) for code in types_of(record, meeting)]
            yield item(Names(str(number), key, body, ROOT), day, record, meeting, formats)


def body_of(record: RecordDraft, bodies: Bodies) -> str:
    """The number of a record's service body, "" without one."""
    owner = record.organisation
    if owner is None:
        return ""
    if owner.key not in bodies:
        body = {"id": str(len(bodies) + 1), "parent_id": "0", "name": owner.name, "type": "AS",
                "url": owner.url, "world_id": "", "root_server_uri": ROOT}  # fmt: skip
        bodies[owner.key] = body
    return bodies[owner.key]["id"]


def formats() -> Iterator[dict[str, str]]:
    """The list of formats, in English."""
    for code, name in TYPES.items():
        yield {"id": FORMAT_IDS[code], "key_string": code, "name_string": name, "lang": "en",
               "description_string": name, "world_id": "", "root_server_uri": ROOT}  # fmt: skip
