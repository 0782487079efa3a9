"""Which fields of the feed are used, private, or left out by name; the rest is kept as it is."""

import re
from functools import lru_cache

from knutepunkt.collect.clean.secrets import without_secrets
from knutepunkt.collect.clean.text import one_line, plain
from knutepunkt.collect.opened import RawRecord, Reading

USED = frozenset(
    "id slug name day days time end_time timezone types updated url notes group group_id "
    "group_notes website location location_notes formatted_address "
    "address city state postal_code country "
    "region sub_region regions latitude longitude approximate coordinates conference_url "
    "conference_url_notes conference_phone conference_phone_notes attendance_option entity "
    "entity_url".split()
)
PRIVATE = re.compile(
    r"contact|kontakt|e-?mail|e-?post|phone|telefon|mobil|mailing_address", re.IGNORECASE
)
# Derived from other fields, or meant for the site's own editors.
LEFT_OUT = frozenset("time_formatted edit_url feedback_url distance day_order author".split())
NO_CONTACT = frozenset({"last_contact"})  # a date


@lru_cache(1000)
def is_private(name: str) -> bool:
    """Say whether a field tells who stands behind a meeting, or how to reach them."""
    return name not in USED | NO_CONTACT and PRIVATE.search(name) is not None


def contacts(raw: RawRecord) -> tuple[tuple[str, str], ...]:
    """Private contact fields, by name; they are never published."""
    pairs = ((name, one_line(raw[name])) for name in sorted(filter(is_private, raw)))
    return tuple((name, value) for name, value in pairs if value)


def extra(raw: RawRecord, reading: Reading) -> tuple[tuple[str, str], ...]:
    """Every other field that says something, kept as text without secrets."""
    names = (name for name in raw if not (name in USED or name in LEFT_OUT or is_private(name)))
    pairs = ((name, without_secrets(plain(raw[name]), reading)) for name in names)
    return tuple((one_line(name), value) for name, value in pairs if value)
