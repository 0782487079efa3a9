"""The example of every operation: what its own writer says of the invented group.

What needs no database to be written is written by the writers themselves, so that an example is
what a node answers. Tests hold the few others against real answers.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from knutepunkt.distribute.changes.cursors import Told
from knutepunkt.distribute.changes.reading import line
from knutepunkt.distribute.described import finds
from knutepunkt.distribute.described.sample import (
    FRAME,
    GROUP,
    HERE,
    NODE,
    OWNER,
    SITE,
    WEEKLY,
)
from knutepunkt.distribute.described.words import TERM, THEMES, VOCABULARIES, VOCABULARY
from knutepunkt.distribute.drafting import draft_of
from knutepunkt.distribute.formats.atom import chunks as atom
from knutepunkt.distribute.formats.base import Account, Chunks
from knutepunkt.distribute.formats.ical import chunks as calendar
from knutepunkt.distribute.formats.jsonld import chunks as json_ld
from knutepunkt.distribute.formats.meeting_guide import entry
from knutepunkt.distribute.formats.meeting_guide.types import TYPES
from knutepunkt.distribute.formats.ndjson import HEAD
from knutepunkt.distribute.formats.table.comma import chunks as table
from knutepunkt.distribute.handing import organisation_record, stated
from knutepunkt.distribute.hsds.meetings import basic_at_location, full_at_location
from knutepunkt.distribute.hsds.organisations import basic_organisation, organisation
from knutepunkt.distribute.hsds.schema import schema
from knutepunkt.distribute.hsds.services import basic_service, service
from knutepunkt.vocabulary.skos import writing as skos

GONE = "018f4e7a-0000-7000-8000-000000000009"
ROOT = {
    "version": "3.0", "profile": f"{SITE}/api/hsds/v3/profile",
    "openapi_url": f"{SITE}/api/openapi.json",
}  # fmt: skip


def examples() -> Mapping[str, Any]:
    """What each operation answers, by its id; none for files that are no text."""
    return {
        "search": finds.FOUND, "public_search": finds.PUBLIC, "suggest": finds.SUGGESTED,
        "hsds": ROOT, "profile": schema(), **services(), "changes": changes(),
        "openapi": {"openapi": "3.1.0", "info": {"title": "Knutepunkt", "version": "1"},
                    "paths": {}},
        **{f"{name}_{number}": told for name, told in files().items() for number in range(4)},
        "one_jsonld": document(), "one_ics": text(calendar),
        "skos_ttl": skos.turtle(VOCABULARY, f"{SITE}/"),
        "skos_jsonld": msgspec.json.decode(skos.json_ld(VOCABULARY, f"{SITE}/")),
        "vocabularies": VOCABULARIES, "bmlt": finds.FORMATS,
    }  # fmt: skip


def services() -> dict[str, Any]:
    """The lists of HSDS, by either method, and the things in them."""
    owner = organisation(OWNER, HERE) | {"services": [service(GROUP, HERE)]}
    told = {
        "services": (basic_service(GROUP), service(GROUP, HERE)),
        "service_at_locations": (basic_at_location(GROUP, WEEKLY),
                                 full_at_location(GROUP, WEEKLY, HERE)),
        "organizations": (basic_organisation(OWNER), owner),
        "taxonomies": (THEMES, THEMES),
        "taxonomy_terms": (TERM, TERM),
    }  # fmt: skip
    found: dict[str, Any] = msgspec.json.decode(msgspec.json.encode({
        f"{begins}_{name}": example
        for name, (short, whole) in told.items()
        for begins, example in (("list", page(short)), ("ask", page(short)), ("one", whole))
    }))  # fmt: skip
    return found  # through JSON, for writers write some parts as text


def page(one: object) -> dict[str, Any]:
    """A page that is all there is."""
    return {
        "total_items": 1, "total_pages": 1, "page_number": 1, "size": 1,
        "first_page": True, "last_page": True, "empty": False, "contents": [one],
    }  # fmt: skip


def changes() -> str:
    """The first change of a directory, and a tombstone."""
    told = (
        {"knutepunkt": "changes", "version": 1, "node": NODE, "site": SITE},
        organisation_record(OWNER, HERE), stated(GROUP, HERE), {"key": GONE, "gone": True},
        {"cursor": Told(NODE, 2, 1, 2, seen=2, mark=8421).text(), "more": False},
    )  # fmt: skip
    return b"".join(map(line, told)).decode()


def files() -> dict[str, Any]:
    """The feeds of a choice, by what they are called there."""
    draft = draft_of(GROUP)
    records = (organisation_record(OWNER, HERE), stated(GROUP, HERE))
    return {
        "meeting-guide": [entry(draft, draft.meetings[0], FRAME, TYPES)],
        "ndjson": HEAD.decode() + b"".join(map(line, records)).decode(),
        "jsonld": document(), "csv": text(table), "ics": text(calendar), "atom": text(atom),
    }  # fmt: skip


def document() -> Any:
    """The group as JSON-LD."""
    return msgspec.json.decode(text(json_ld))


def text(chunks: Chunks) -> str:
    """The group in a format that is text."""
    return b"".join(chunks([GROUP], FRAME, Account())).decode()
