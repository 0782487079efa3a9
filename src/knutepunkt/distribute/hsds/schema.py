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


def schema() -> dict[str, Any]:
    """The schema of an HSDS ``attribute`` that belongs to the profile (draft 2020-12)."""
    values, shapes = msgspec.json.schema_components(SHAPES.values(), ref_template="#/$defs/{name}")
    rows = [
        row(kind, {"value": {"type": "string", "contentMediaType": "application/json",
                             "contentSchema": value}})
        for kind, value in zip(SHAPES, values, strict=True)
    ]  # fmt: skip
    rows += [row(kind, {"taxonomy_term": {"type": "object"}}) for kind in TERMS]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{settings.KNUTEPUNKT_SITE.rstrip('/')}/api/hsds/v3/profile",
        "title": "Knutepunkt's rows in HSDS 3.0",
        "description": "An attribute whose link_type is one of ours, with its value as JSON text.",
        "oneOf": rows,
        "$defs": shapes,
    }


def row(kind: str, more: dict[str, Any]) -> dict[str, Any]:
    """One kind of attribute."""
    fields = {"link_type": {"const": kind}, **more}
    return {"type": "object", "properties": fields, "required": list(fields)}
