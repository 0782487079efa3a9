"""The JSON Schema of the profile, made of the very shapes that are written and read."""

from typing import Any

import msgspec
from django.conf import settings

from knutepunkt.collect.drafts import MeetingDraft, PlaceDraft, Step
from knutepunkt.collect.formats.hsds import profile

SHAPES: dict[str, Any] = {
    profile.GROUP: profile.GroupFacts,
    profile.WORDS: profile.WordsFacts,
    profile.ROAD: list[Step],
    profile.ORDER: list[str],
    profile.MEETING: MeetingDraft,
    profile.PLACE: PlaceDraft,
    profile.ITSELF: bool,
}
TERMS = (profile.STATED, profile.MAPPED)
WITHIN = "#/$defs/{name}"


def schema() -> dict[str, Any]:
    """The schema of an HSDS ``attribute`` that belongs to the profile (draft 2020-12)."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{settings.KNUTEPUNKT_SITE.rstrip('/')}/api/hsds/v3/profile",
        "title": "Knutepunkt's rows in HSDS 3.0",
        "description": "An attribute whose link_type is one of ours, with its value as JSON text.",
        "oneOf": known_rows(WITHIN),
        "$defs": shapes(WITHIN),
    }


def shapes(where: str) -> dict[str, dict[str, Any]]:
    """The shapes of values by name; ``where`` is the pattern of a reference to one."""
    _, named = msgspec.json.schema_components(SHAPES.values(), ref_template=where)
    # Through JSON, where a tuple that is a default becomes a list.
    found: dict[str, dict[str, Any]] = msgspec.json.decode(msgspec.json.encode(named))
    return found


def known_rows(where: str) -> list[dict[str, Any]]:
    """The kinds of attributes there are; ``where`` is as above."""
    values, _ = msgspec.json.schema_components(SHAPES.values(), ref_template=where)
    rows = [
        row(kind, {"value": {"type": "string", "contentMediaType": "application/json",
                             "contentSchema": value}})
        for kind, value in zip(SHAPES, values, strict=True)
    ]  # fmt: skip
    return rows + [row(kind, {"taxonomy_term": {"type": "object"}}) for kind in TERMS]


def row(kind: str, more: dict[str, Any]) -> dict[str, Any]:
    """One kind of attribute."""
    fields = {"link_type": {"const": kind}, **more}
    return {"type": "object", "properties": fields, "required": list(fields)}
