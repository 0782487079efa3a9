"""Tells HSDS objects apart by the fields that only one kind has."""

from knutepunkt.collect.clean.text import one_line
from knutepunkt.collect.opened import RawRecord

SERVICE, ORGANISATION, AT_LOCATION = "services", "organisations", "services at locations"
LOCATION, TERM, TAXONOMY, ROOT = "locations", "taxonomy terms", "taxonomies", "API descriptions"
STATUSES = {"active", "inactive", "defunct", "temporarily closed"}
SERVICE_MARKS = set(
    "organization_id organization program_id program interpretation_services application_process "
    "wait_time fees fees_description accreditations eligibility_description minimum_age "
    "maximum_age assured_date assurer_email licenses alert service_at_locations service_areas "
    "cost_options required_documents last_modified taxonomy_ids".split()
)
ORGANISATION_MARKS = set(
    "website tax_status tax_id year_incorporated legal_status logo parent_organization_id "
    "organization_identifiers programs services".split()
)
TERM_MARKS = {"taxonomy", "taxonomy_detail", "taxonomy_id", "term_uri", "vocabulary", "parent_id"}
LOCATION_MARKS = {"location_type", "transportation", "external_identifier", "addresses"}
LINKS = {"service", "service_id"}, {"location", "location_id"}
PLAIN = {"id", "name", "status", "description", "url", "email", "alternate_name"}


def kind_of(item: RawRecord) -> str:
    """What the object is; "" when it is none of HSDS's main kinds."""
    keys = item.keys()
    if "name" not in keys:
        is_link = all(keys & link for link in LINKS) and not keys & {"freq", "opens_at", "number"}
        return AT_LOCATION if is_link else ROOT if "openapi_url" in keys else ""
    if keys & LOCATION_MARKS and not has_status(item):
        return LOCATION
    if keys & ORGANISATION_MARKS and not has_status(item):
        return ORGANISATION
    if has_status(item) or (keys & SERVICE_MARKS):
        return SERVICE
    if keys & TERM_MARKS:
        return TERM
    return TAXONOMY if keys & {"version"} else ""


def has_status(item: RawRecord) -> bool:
    """Say whether the object has one of the statuses of a service."""
    return one_line(item.get("status")).lower() in STATUSES


def is_telling(item: RawRecord) -> bool:
    """Say whether the object could hardly be of another format: two marks or more."""
    keys, kind = item.keys(), kind_of(item)
    if kind == SERVICE:
        marks = len(keys & SERVICE_MARKS) + has_status(item)
        return "id" in keys and (marks >= 2 or (has_status(item) and keys <= PLAIN))
    if kind == ORGANISATION:
        return "id" in keys and len(keys & ORGANISATION_MARKS) >= 2
    if kind == AT_LOCATION:
        return "service" in keys and "location" in keys
    if kind == LOCATION:
        return "id" in keys and "location_type" in keys
    return kind == ROOT or (kind == TERM and len(keys & TERM_MARKS) >= 2) or is_taxonomy(item)


def is_taxonomy(item: RawRecord) -> bool:
    """Say whether the object has a taxonomy's fields and no others."""
    return {"id", "name", "version"} <= item.keys() <= {"id", "name", "description", "uri",
                                                        "version", "metadata"}  # fmt: skip
