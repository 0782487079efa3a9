"""The shapes of what HSDS addresses answer, field by field as the writers write them.

The specification (https://docs.openreferral.org) tells what each field means; our own rows are in
the profile. The lists tell things shortly, the details and ``full`` tell them whole.
"""

from typing import Any

from knutepunkt.distribute.described.rows import ROWS, TERM
from knutepunkt.distribute.described.schemas import (
    DAY,
    ID,
    NUMBER,
    TEXT,
    URI,
    YES_NO,
    Schema,
    Shapes,
    closed,
    either,
    one_of,
    ref,
    rows,
    thing,
    told,
)


def page(*kinds: str) -> dict[str, Any]:
    """A page of a list of things of one kind or another."""
    return closed(
        "A page of a list.",
        {"total_items": NUMBER, "total_pages": NUMBER, "page_number": NUMBER, "size": NUMBER,
         "first_page": YES_NO, "last_page": YES_NO, "empty": YES_NO,
         "contents": {"type": "array", "items": either(*kinds)}},
    )  # fmt: skip


NAMED: dict[str, Schema] = {
    "id": ID, "name": TEXT,
    "status": one_of("active", "inactive", "defunct", "temporarily closed"),
}  # fmt: skip
PLAIN: dict[str, Schema] = {
    "description": told(TEXT, "The first own words there are, letter by letter."),
    "url": URI, "application_process": TEXT, "fees_description": TEXT,
    "minimum_age": NUMBER, "maximum_age": NUMBER,
    "assured_date": told(DAY, "When a human last said that the group is right."),
    "last_modified": told({"type": "string", "format": "date-time"},
                          "When its source last changed it."),
    "organization_id": ID,
}  # fmt: skip
ABOUT: dict[str, Schema] = {
    "languages": rows("Language"), "attributes": rows("Attribute"), "metadata": rows("Metadata"),
}  # fmt: skip
HELD: dict[str, Schema] = {"id": ID, "service_id": ID, "location_id": ID}
OWNER: dict[str, Schema] = {"id": ID, "name": TEXT, "description": TEXT}
BEHIND: dict[str, Schema] = {"website": URI, "parent_organization_id": ID}
VOCABULARY: dict[str, Schema] = {"id": ID, "name": TEXT, "description": TEXT, "uri": URI}

THINGS: Shapes = {
    "Service": closed(
        "A group, whole.",
        {**NAMED, "schedules": told(rows("Schedule"), "Of meetings held nowhere in particular."),
         "service_at_locations": rows("HeldAt"), **ABOUT},
        **PLAIN, organization=ref("Organization"),
    ),
    "ServiceInList": closed("A group as lists tell it; with `minimal` no more than is required.",
                            NAMED, **PLAIN, organization=ref("OrganizationInList")),
    "ServiceOfMeeting": closed("A group, whole but for its meetings.", {**NAMED, **ABOUT},
                               **PLAIN, organization=ref("Organization")),
    "HeldAt": closed("A meeting and where it is held.",
                     {**HELD, "location": ref("Location"), "schedules": rows("Schedule")}),
    "ServiceAtLocation": closed(
        "A meeting with where it is held and its group, whole.",
        {**HELD, "location": ref("Location"), "schedules": rows("Schedule"),
         "service": ref("ServiceOfMeeting")},
    ),
    "ServiceAtLocationInList": closed(
        "A meeting as lists tell it.",
        {**HELD, "location": ref("Location"), "service": ref("ServiceInList")},
    ),
    "Organization": closed(
        "Who stands behind groups, whole.",
        {**OWNER, "organization_identifiers": rows("OrganizationIdentifier"),
         "attributes": rows("Attribute")},
        **BEHIND,
        services={"type": "array", "items": either("Service", "ServiceInList")},
    ),
    "OrganizationInList": closed("Who stands behind groups, as lists tell it.", OWNER, **BEHIND),
    "Taxonomy": closed("A vocabulary.", VOCABULARY),
    "TaxonomyTerm": closed(
        "A term, with every definition somebody gave in `metadata`.",
        {**TERM, "taxonomy_detail": ref("Taxonomy"), "term_uri": URI,
         "metadata": rows("Metadata")},
        parent_id=ID,
    ),
}  # fmt: skip

OBJECTS: Shapes = {
    "Problem": thing(
        "A fault as RFC 9457 tells it.",
        {"type": TEXT, "title": TEXT, "status": NUMBER, "detail": TEXT},
        field={"type": "string", "description": "The parameter at fault."},
    ),
    "Root": closed("What an HSDS API is.", {"version": one_of("3.0"), "profile": URI,
                                            "openapi_url": URI}),
    "Profile": closed(
        "A JSON Schema (draft 2020-12) of one attribute.",
        {"$schema": URI, "$id": URI, "title": TEXT, "description": TEXT,
         "oneOf": {"type": "array", "items": {"type": "object"}},
         "$defs": {"type": "object", "additionalProperties": {"type": "object"}}},
    ),
    "ServicePage": page("Service", "ServiceInList"),
    "ServiceAtLocationPage": page("ServiceAtLocation", "ServiceAtLocationInList"),
    "OrganizationPage": page("Organization", "OrganizationInList"),
    "TaxonomyPage": page("Taxonomy"),
    "TaxonomyTermPage": page("TaxonomyTerm"),
    **THINGS,
    **ROWS,
}  # fmt: skip
