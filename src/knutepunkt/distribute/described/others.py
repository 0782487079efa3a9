"""The operations beside HSDS: search, what has changed, and files for other programs."""

from collections.abc import Iterator
from typing import Any

import msgspec

from knutepunkt.distribute.changes.views import MOST, USUAL
from knutepunkt.distribute.described import sample
from knutepunkt.distribute.described.operations import (
    JSON,
    LINES,
    TEXT,
    Operation,
    Parameter,
    Schema,
    ref,
)
from knutepunkt.distribute.searching.answers import SearchAnswer, Suggestions
from knutepunkt.distribute.searching.asked import Asked, Begun, Public

SEARCH, SYNC, FILES = "Search", "What has changed", "For other programs"
SHAPES = (Asked, Public, Begun, SearchAnswer, Suggestions)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BYTES: Schema = {}
ANY: Schema = {"type": "array", "items": {"type": "object"}}
ID = Parameter("id", {"type": "string", "format": "uuid"}, "The id of a group.",
               sample.ID, "path")  # fmt: skip
THEME = Parameter("theme", TEXT, "The code of a theme.", "tap-og-sorg", "path")
MUNICIPALITY = Parameter("municipality", TEXT, "Four digits.", "5001", "path")
SCHEME = Parameter("scheme", TEXT, "The id of a vocabulary, or `all`.", "theme", "path")
LANGUAGE = Parameter("lang", {"type": "string", "enum": ["nb", "nn", "en"], "default": "nb"},
                     "Of titles and lists.", "nb")  # fmt: skip
SKOS: dict[str, tuple[str, Schema]] = {
    "ttl": ("text/turtle", TEXT), "jsonld": ("application/ld+json", {"type": ["object", "array"]}),
}  # fmt: skip
ENDINGS: dict[str, tuple[str, Schema, str]] = {
    "meeting-guide.json": (JSON, ANY, "Weekly meetings for Meeting Guide"),
    "ndjson": (LINES, TEXT, "Everything exactly, a line each"),
    "jsonld": ("application/ld+json", {"type": "object"}, "schema.org as JSON-LD"),
    "csv": ("text/csv", TEXT, "A table, a row for each meeting"),
    "xlsx": (XLSX, BYTES, "The table as a workbook"),
    "ics": ("text/calendar", TEXT, "A calendar to subscribe to"),
    "atom": ("application/atom+xml", TEXT, "What is new, for feed readers"),
    "a4.pdf": ("application/pdf", BYTES, "A list to print"),
    "a5.pdf": ("application/pdf", BYTES, "A booklet to print"),
    "folded.pdf": ("application/pdf", BYTES, "A booklet laid out for folding"),
}
PLACED = {
    "theme": "tap-og-sorg", "municipality": "5001", "county": "50", "sort": "name", "limit": 10,
    "cursor": "", "language": "nb", "facets": True,
}  # fmt: skip
ASKED = {"text": "sorg", "place": "Trondheim", "within": 50, "weekdays": ["TU"], "limit": 10}


def shapes() -> dict[str, Any]:
    """The schemas of what the search reads and writes, by name."""
    _, named = msgspec.json.schema_components(SHAPES, ref_template="#/components/schemas/{name}")
    # Through JSON, where a tuple that is a default becomes a list.
    found: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(named))
    return found


def operations() -> Iterator[Operation]:
    """Every operation beside HSDS."""
    yield from searching()
    yield Operation(
        "/api/changes", "changes", SYNC, "What has changed since a cursor", {LINES: TEXT},
        description="Lines of JSON: who says it, a record or a tombstone each, and at last the "
        "cursor to ask with next time. Without `since` it begins with everything.",
        parameters=(
            Parameter("since", TEXT, "The cursor of an earlier answer.", ""),
            Parameter("limit", {"type": "integer", "minimum": 1, "maximum": MOST,
                                "default": USUAL}, "How many at a time.", 100),
        ),
        problems=(400, 410, 429),
    )  # fmt: skip
    yield Operation("/api/openapi.json", "openapi", SYNC, "This description",
                    {JSON: {"type": "object"}})  # fmt: skip
    yield from files()


def searching() -> Iterator[Operation]:
    """The search."""
    answers = {JSON: ref("SearchAnswer")}
    yield Operation(
        "/api/search", "search", SEARCH, "Find groups", answers, "post",
        description="The same question as on the site. Nothing of it is kept.",
        asks=ref("Asked"), example=ASKED, problems=(400, 413, 415, 429),
    )  # fmt: skip
    public = shapes()["Public"]["properties"]
    yield Operation(
        "/api/search", "public_search", SEARCH, "Groups of a theme and a place", answers,
        description="What public pages show too: no words of anybody's own stand in an address.",
        parameters=[
            Parameter(name, without(schema), schema.get("description", ""), PLACED[name])
            for name, schema in public.items()
        ],
    )  # fmt: skip
    yield Operation(
        "/api/suggest", "suggest", SEARCH, "What somebody may be about to write",
        {JSON: ref("Suggestions")}, "post", asks=ref("Begun"),
        example={"text": "tap", "place": "7011", "language": "nb"},
        problems=(400, 413, 415, 429),
    )  # fmt: skip


def without(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema without what its parameter says already."""
    return {name: value for name, value in schema.items() if name != "description"}


def files() -> Iterator[Operation]:
    """The doors that answer JSON to other programs."""
    choices = {
        "/feeds": (), "/feeds/theme/{theme}": (THEME,),
        "/feeds/municipality/{municipality}": (MUNICIPALITY,),
        "/feeds/theme/{theme}/municipality/{municipality}": (THEME, MUNICIPALITY),
    }  # fmt: skip
    for number, (start, parameters) in enumerate(choices.items()):
        for ending, (kind, schema, summary) in ENDINGS.items():
            yield Operation(
                f"{start}/groups.{ending}", f"{ending.partition('.')[0]}_{number}", FILES, summary,
                {kind: schema}, parameters=(*parameters, LANGUAGE),
                problems=(404, 422, 429, 501, 503) if ending.endswith(".pdf") else (404, 429, 503),
            )  # fmt: skip
    yield Operation("/feeds/group/{id}.jsonld", "one_jsonld", FILES, "One group as JSON-LD",
                    {"application/ld+json": {"type": "object"}}, parameters=(ID, LANGUAGE),
                    problems=(404, 410, 429))  # fmt: skip
    yield Operation("/feeds/group/{id}.ics", "one_ics", FILES, "One group as a calendar",
                    {"text/calendar": TEXT}, parameters=(ID, LANGUAGE),
                    problems=(404, 410, 429))  # fmt: skip
    for ending, (kind, schema) in SKOS.items():
        yield Operation(f"/feeds/vocabularies/{{scheme}}.{ending}", f"skos_{ending}", FILES,
                        "A vocabulary as SKOS", {kind: schema}, parameters=(SCHEME,),
                        problems=(404, 429))  # fmt: skip
    yield Operation("/feeds/vocabularies.json", "vocabularies", FILES, "The vocabularies here",
                    {JSON: ANY}, problems=())  # fmt: skip
    switchers = ["GetSearchResults", "GetFormats", "GetServiceBodies", "GetServerInfo"]
    yield Operation(
        "/bmlt/client_interface/json/", "bmlt", FILES, "What programs made for BMLT ask",
        {JSON: {"type": ["array", "object"]}},
        parameters=(Parameter("switcher", {"type": "string", "enum": switchers}, "Which list.",
                              "GetFormats"),),
        problems=(),
    )  # fmt: skip
