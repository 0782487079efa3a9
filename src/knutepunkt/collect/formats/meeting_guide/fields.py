"""Which fields of the feed are used, private, or left out by name; the rest is kept as it is."""

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
PRIVATE = frozenset(
    [f"contact_{number}_{part}" for number in (1, 2, 3) for part in ("name", "email", "phone")]
    + ["email", "phone", "feedback_emails", "entity_email", "entity_phone", "mailing_address"]
)
# Derived from other fields, or meant for the site's own editors.
LEFT_OUT = frozenset("time_formatted edit_url feedback_url distance day_order author".split())


def contacts(raw: RawRecord) -> tuple[tuple[str, str], ...]:
    """Private contact fields, by name; they are never published."""
    pairs = ((name, one_line(raw.get(name))) for name in sorted(PRIVATE & raw.keys()))
    return tuple((name, value) for name, value in pairs if value)


def extra(raw: RawRecord, reading: Reading) -> tuple[tuple[str, str], ...]:
    """Every other field that says something, kept as text without secrets."""
    names = [name for name in raw if name not in USED and name not in PRIVATE | LEFT_OUT]
    pairs = ((name, without_secrets(plain(raw[name]), reading)) for name in names)
    return tuple((one_line(name), value) for name, value in pairs if value)
