"""Which fields are used, private, or left out by name; the rest is kept as it is."""

import re
from collections.abc import Iterable
from functools import lru_cache

from knutepunkt.collect.clean.secrets import TAKEN, without_secrets
from knutepunkt.collect.clean.text import one_line, plain
from knutepunkt.collect.opened import RawRecord, Reading

PLACE = frozenset(
    "location_text location_info location_street location_city_subsection location_neighborhood "
    "location_municipality location_sub_province location_province location_postal_code_1 "
    "location_nation public_transport bus_lines train_lines".split()
)
ONLINE_PLACE = frozenset({"location_text", "location_info"})  # what online meetings use of it
USED = frozenset(
    "id_bigint shared_group_id_bigint weekday_tinyint venue_type temporarily_virtual start_time "
    "duration_time time_zone formats format_shared_id_list lang_enum latitude longitude published "
    "root_server_uri meeting_name comments format_comments virtual_meeting_link "
    "virtual_meeting_additional_info phone_meeting_number".split()
)
# Answers to the search that was asked, not facts of the meeting.
LEFT_OUT = frozenset("distance_in_km distance_in_miles".split())
PRIVATE_BODY = frozenset("helpline contact_email".split())
# "assigned…" are accounts on the server; the joined name is the reader's own.
USED_BODY = frozenset(
    "id parent_id parent_name name description url adminUserId assignedUserIds "
    "root_server_uri root_server_id".split()
)
PRIVATE = re.compile("contact|e?mail|phone", re.IGNORECASE)
PROMPT = "#@-@#"
BARE_CODE = re.compile(r"^\W*(?=\w*\d)\w{3,20}\W*$")


@lru_cache(1000)
def is_private(name: str) -> bool:
    """Say whether a field of a meeting holds somebody's contact details."""
    return PRIVATE.search(name) is not None and name != "phone_meeting_number"


def told(value: object, reading: Reading) -> str:
    """A text without its secrets and without the prompt that custom fields put before it."""
    if value is None or value == "":
        return ""  # most fields of most meetings
    return without_secrets(plain(value, reading).rpartition(PROMPT)[2].strip(), reading)


def name_of(value: object, reading: Reading) -> str:
    """A told text on one line."""
    return one_line(told(value, reading))


def without_bare_code(text: str, reading: Reading) -> str:
    """The text, or "" when it is nothing but a code for getting in."""
    if text.startswith("+") or not BARE_CODE.match(text):
        return text
    reading.note(TAKEN)
    return ""


def contacts(raw: RawRecord, names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Private contact fields, by name; they are never published."""
    pairs = ((name, one_line(raw.get(name))) for name in sorted(names))
    return tuple((name, value) for name, value in pairs if value)


def kept(
    raw: RawRecord, names: Iterable[str], reading: Reading, before: str = ""
) -> tuple[tuple[str, str], ...]:
    """Fields that no draft has a place for, as text without secrets."""
    pairs = ((f"{before}{one_line(name)}", told(raw[name], reading)) for name in names)
    return tuple((name, value) for name, value in pairs if value)
