"""The shapes of what HSDS addresses answer, as far as every answer has them.

The specification (https://docs.openreferral.org) tells each field; our own rows are in the profile.
"""

from typing import Any

from knutepunkt.distribute.described.operations import TEXT, Schema, ref

NUMBER: Schema = {"type": "integer", "minimum": 0}
YES_NO: Schema = {"type": "boolean"}
ID: Schema = {"type": "string", "format": "uuid"}
URI: Schema = {"type": "string", "format": "uri"}


def thing(said: str, required: dict[str, Schema], /, **more: Schema) -> dict[str, Any]:
    """An object that has some fields at least."""
    return {
        "type": "object", "description": said, "required": [*required],
        "properties": {**required, **more},
    }  # fmt: skip


def rows(name: str) -> Schema:
    """A list of things."""
    return {"type": "array", "items": ref(name)}


OBJECTS: dict[str, Schema] = {
    "Problem": thing(
        "A fault as RFC 9457 tells it.",
        {"type": TEXT, "title": TEXT, "status": NUMBER, "detail": TEXT},
        field={"type": "string", "description": "The parameter at fault."},
    ),
    "Root": thing("What an HSDS API is.", {"version": TEXT, "profile": URI, "openapi_url": URI}),
    "Page": thing(
        "A page of a list.",
        {"total_items": NUMBER, "total_pages": NUMBER, "page_number": NUMBER, "size": NUMBER,
         "first_page": YES_NO, "last_page": YES_NO, "empty": YES_NO,
         "contents": {"type": "array", "items": {"type": "object"}}},
    ),
    "Service": thing(
        "A group.",
        {"id": ID, "name": TEXT,
         "status": {"enum": ["active", "inactive", "defunct", "temporarily closed"]}},
        description=TEXT, url=URI, last_modified={"type": "string", "format": "date-time"},
        assured_date={"type": "string", "format": "date"}, fees_description=TEXT,
        organization=ref("Organization"), schedules=rows("Schedule"),
        service_at_locations=rows("ServiceAtLocation"), attributes=rows("Row"),
        languages=rows("Row"), metadata=rows("Row"),
    ),
    "ServiceAtLocation": thing(
        "A meeting with where it is.", {"id": ID}, location=ref("Row"), service=ref("Service"),
        schedules=rows("Schedule"),
    ),
    "Schedule": thing("When a meeting is.", {"id": ID}, freq=TEXT, byday=TEXT, opens_at=TEXT,
                      closes_at=TEXT, description=TEXT, attributes=rows("Row")),
    "Organization": thing("Who stands behind groups.", {"id": ID, "name": TEXT},
                          description=TEXT, services=rows("Service")),
    "Taxonomy": thing("A vocabulary.", {"id": ID, "name": TEXT, "description": TEXT}, uri=URI),
    "TaxonomyTerm": thing("A term.", {"id": ID, "name": TEXT, "description": TEXT}, code=TEXT,
                          taxonomy_id=ID, parent_id=ID, term_uri=URI, metadata=rows("Row")),
    "Row": thing("What belongs to something else.", {"id": ID}),
}  # fmt: skip
