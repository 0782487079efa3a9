"""The shapes of what belongs to services, meetings, places and organisations in HSDS."""

from knutepunkt.collect.formats.hsds.profile import CLAIMED, CONFIRMED
from knutepunkt.distribute.described.schemas import (
    CLOCK,
    DAY,
    ID,
    TEXT,
    URI,
    Schema,
    Shapes,
    closed,
    one_of,
    ref,
    rows,
    told,
)
from knutepunkt.distribute.hsds.schema import known_rows, shapes

COMPONENTS = "#/components/schemas/{name}"
WHOLE: Schema = {"type": "integer", "minimum": 1}
HOURS: Schema = {"type": "number", "minimum": -12, "maximum": 14}
LATITUDE: Schema = {"type": "number", "minimum": -90, "maximum": 90}
LONGITUDE: Schema = {"type": "number", "minimum": -180, "maximum": 180}

TERM = {"id": ID, "name": TEXT, "description": TEXT, "code": TEXT, "taxonomy": TEXT,
        "taxonomy_id": ID}  # fmt: skip


def attribute() -> dict[str, object]:
    """A row of the profile: one of the kinds that the profile's own schema tells."""
    row = closed(
        "What HSDS has no field for, by our profile: JSON text in `value`, or a term.",
        {"id": ID, "link_id": told(ID, "What it is about."), "link_type": TEXT,
         "link_entity": one_of("service", "schedule", "location", "organization")},
        value=TEXT, taxonomy_term_id=ID, taxonomy_term=ref("CarriedTerm"),
    )  # fmt: skip
    return {**row, "oneOf": known_rows(COMPONENTS)}


ROWS: Shapes = {
    "Attribute": attribute(),
    "CarriedTerm": closed("A term as a group carries it.", TERM, language=TEXT),
    "Metadata": closed(
        "Who said so: a confirmation or a source of a service, a definition of a term.",
        {
            "id": ID, "resource_id": ID, "resource_type": one_of("service", "taxonomy_term"),
            "last_action_date": DAY, "last_action_type": one_of(CONFIRMED, CLAIMED, "defined"),
            "field_name": told(TEXT, "`definition/` and a language, or empty."),
            "previous_value": TEXT, "replacement_value": TEXT, "updated_by": TEXT,
        },
    ),
    "Schedule": closed(
        "When a meeting is. Without `freq` the rule stands in words, and whole in its attribute.",
        {"id": ID, "attributes": rows("Attribute")},
        service_id=ID, service_at_location_id=ID, dtstart=DAY, until=DAY, count=WHOLE,
        freq=one_of("WEEKLY", "MONTHLY"), interval=WHOLE,
        wkst=one_of("MO", "TU", "WE", "TH", "FR", "SA", "SU"),
        byday=told(TEXT, "`TU`, or `1TU` for the first of a month."), bymonthday=TEXT,
        timezone=told(HOURS, "Hours east of UTC in winter."), opens_at=CLOCK, closes_at=CLOCK,
        description=told(TEXT, "The rule in words."),
        attending_type=one_of("in-person", "online", "hybrid"), schedule_link=URI, notes=TEXT,
    ),
    "Location": closed(
        "Where a meeting is held, as far as it may be shown; lists stand in whole answers.",
        {"id": ID, "location_type": one_of("physical", "virtual")},
        name=TEXT, description=TEXT, url=URI, latitude=LATITUDE, longitude=LONGITUDE,
        addresses=rows("Address"), attributes=rows("Attribute"),
    ),
    "Address": closed(
        "An address; a part that is not known or not shown is empty.",
        {"id": ID, "location_id": ID, "address_1": TEXT, "city": TEXT, "state_province": TEXT,
         "postal_code": TEXT, "country": TEXT, "address_type": one_of("physical")},
    ),
    "Language": closed("A language spoken.",
                       {"id": ID, "service_id": ID, "name": TEXT, "code": TEXT}),
    "OrganizationIdentifier": closed(
        "A number in a register.",
        {"id": ID, "organization_id": ID, "identifier_scheme": one_of("NO-BRREG"),
         "identifier_type": one_of("organisasjonsnummer"), "identifier": TEXT},
    ),
    **shapes(COMPONENTS),
}  # fmt: skip
