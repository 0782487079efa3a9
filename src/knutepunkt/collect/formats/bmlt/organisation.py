"""The service body behind a meeting."""

from collections.abc import Mapping

from knutepunkt.collect.clean.ids import real_id
from knutepunkt.collect.clean.links import web_address
from knutepunkt.collect.drafts import OrganisationDraft
from knutepunkt.collect.formats.bmlt.fields import (
    PRIVATE_BODY,
    USED_BODY,
    contacts,
    kept,
    name_of,
    told,
)
from knutepunkt.collect.formats.bmlt.joining import root_of
from knutepunkt.collect.opened import RawRecord, Reading

UNNAMED = "service bodies without a name are kept as numbers; give GetServiceBodies beside"
Pairs = tuple[tuple[str, str], ...]


def organisation_of(raw: RawRecord, reading: Reading) -> tuple[OrganisationDraft | None, Pairs]:
    """The service body, and what no draft has a place for; else what the user called the owner."""
    body = raw.get("service_body")
    if isinstance(body, Mapping) and (name := name_of(body.get("name"), reading)):
        return drafted(raw, body, name, reading), rest_of(body, reading)
    meeting = raw.get("meeting")
    number = real_id(meeting.get("service_body_bigint")) if isinstance(meeting, Mapping) else ""
    if number:
        reading.note(UNNAMED)
    said = reading.options.organisation
    return OrganisationDraft(said) if said else None, (
        (("service_body_bigint", number),) if number else ()
    )


def drafted(raw: RawRecord, body: RawRecord, name: str, reading: Reading) -> OrganisationDraft:
    """The service body; its ids carry the server's name when there are several."""
    root = f"{root_of(body)} " if raw.get("has_several_roots") else ""
    parent = real_id(body.get("parent_id"))
    words = told(body.get("description"), reading)
    return OrganisationDraft(
        name=name,
        key=f"{root}{real_id(body.get('id'))}",
        parent_key=f"{root}{parent}" if parent else "",
        parent_name=name_of(body.get("parent_name"), reading),
        own_words=(("", words),) if words else (),
        url=web_address(told(body.get("url"), reading), "service_body.url", reading),
        contacts=contacts(body, PRIVATE_BODY),
    )


def rest_of(body: RawRecord, reading: Reading) -> Pairs:
    """What else the server says of the body."""
    names = [name for name in body if name not in USED_BODY | PRIVATE_BODY]
    return kept(body, names, reading, "service_body.")
