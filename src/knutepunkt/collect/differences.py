"""What changed in a record between two runs, field by field."""

from collections.abc import Iterator

import msgspec

from knutepunkt.collect.drafts import RecordDraft

Difference = dict[str, str]
OURS = ("issues", "key", "fingerprint")
PRIVATE = "***"
WHERE = ("address", "postal_code", "city")


def differences(before: RecordDraft, after: RecordDraft) -> list[Difference]:
    """Every field that differs, as ``{"field", "before", "after"}``; [] when nothing does.

    Nested fields have dotted names (``meetings.0.start``). What was not there is "".
    """
    old = dict(flat("", msgspec.to_builtins(before)))
    new = dict(flat("", msgspec.to_builtins(after)))
    return [
        {"field": name, "before": told(name, old), "after": told(name, new)}
        for name in sorted(old.keys() | new.keys())
        if old.get(name, "") != new.get(name, "") and not name.startswith(OURS)
    ]


def told(name: str, fields: dict[str, str]) -> str:
    """A field's value as a steward may read it: contacts change, but are not repeated."""
    value = fields.get(name, "")
    return PRIVATE if value and ".contacts." in name else value


def flat(path: str, value: object) -> Iterator[tuple[str, str]]:
    """Dotted names and texts of everything in a nest of mappings and lists."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from flat(f"{path}.{name}".lstrip("."), inner)
    elif isinstance(value, (list, tuple)):
        for number, inner in enumerate(value):
            yield from flat(f"{path}.{number}", inner)
    elif value is not None:
        yield path, str(value)


def is_moved_or_rewired(before: RecordDraft, after: RecordDraft) -> bool:
    """Say whether an address or a phone number is another one than before (not: new or gone)."""
    return any(
        old and new and old != new
        for old, new in (
            (addresses(before), addresses(after)),
            (phones(before), phones(after)),
        )
    )


def addresses(draft: RecordDraft) -> set[tuple[str, ...]]:
    """The addresses of a record's meetings."""
    places = (meeting.place for meeting in draft.meetings if meeting.place is not None)
    found = (tuple(getattr(place, name) for name in WHERE) for place in places)
    return {address for address in found if any(address)}


def phones(draft: RecordDraft) -> set[str]:
    """The numbers to dial in by, and the group's phone numbers."""
    contacts = draft.group.contacts if draft.group else ()
    numbers = {value for name, value in contacts if "phone" in name}
    return numbers | {meeting.dial_in for meeting in draft.meetings if meeting.dial_in}
