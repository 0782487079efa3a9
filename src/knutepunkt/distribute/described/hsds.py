"""The operations of HSDS 3.0, from the very table that reads their parameters."""

from collections.abc import Iterator, Mapping
from typing import Any

from knutepunkt.distribute.described.operations import (
    JSON,
    LINES,
    Operation,
    Parameter,
    Schema,
    ref,
)
from knutepunkt.distribute.described.sample import ID, OWNER_ID, THEME, TUESDAY
from knutepunkt.distribute.hsds import parameters as read
from knutepunkt.distribute.hsds.locations import turned
from knutepunkt.distribute.hsds.terms import taxonomy_id, term_id

API = "/api/hsds/v3"
TAG = "HSDS 3.0"
UUID: Schema = {"type": "string", "format": "uuid"}
FLAG: Schema = {"type": "boolean", "default": False}
WORDS: Schema = {"type": "string", "maxLength": read.LONGEST}
AGE: Schema = {"type": "integer", "minimum": 0, "maximum": read.OLDEST}
CLOCK: Schema = {"type": "string", "pattern": f"^{read.CLOCK.pattern}$"}
TERM_ID, TAXONOMY_ID = term_id(THEME.scheme, THEME.code), taxonomy_id(THEME.scheme)

KNOWN: dict[str, tuple[Schema, str, object]] = {
    "page": ({"type": "integer", "minimum": 1, "maximum": 10**9, "default": 1}, "From 1.", 1),
    "per_page": (
        {"type": "integer", "minimum": 1, "maximum": read.MOST_MINIMAL, "default": read.USUAL},
        f"At most {read.MOST}; more with `minimal`.", 20),
    "format": ({"type": "string", "enum": ["json", "ndjson"], "default": "json"},
               "`ndjson` is everything, a line each, without pages.", "json"),
    "search": (WORDS, "Words. A search is health data: ask by POST.", "sorg"),
    "taxonomy_term_id": (UUID, "Those that carry a term.", TERM_ID),
    "taxonomy_id": (UUID, "Those that carry any term of a taxonomy; of terms, its own.",
                    TAXONOMY_ID),
    "organization_id": (UUID, "Those of an organisation.", OWNER_ID),
    "parent_id": (UUID, "The terms right below a term.", TERM_ID),
    "modified_after": ({"type": "string", "format": "date-time"},
                       ("Changed by its source at or after this date or moment, or taken in "
                        "since where that does not say when; without a zone in UTC."),
                       "2026-10-01T00:00:00Z"),
    "minimal": (FLAG, "Only id, name, status and moment of change.", True),
    "full": (FLAG, "With everything that belongs to each.", True),
    "full_service": (FLAG, "With whole services.", True),
    "top_only": (FLAG, "The terms that none stands above.", True),
    "postcode": (WORDS, "In the municipality of a Norwegian postcode.", "7011"),
    "proximity": ({"type": "number", "minimum": 0, "maximum": read.FARTHEST},
                  "Within so many metres of `postcode`.", 5000),
    "minimum_age": (AGE, "For people of at least this age.", 18),
    "maximum_age": (AGE, "For people of at most this age.", 67),
    "start_time": (CLOCK, "With a meeting that begins then or later.", "17:00"),
    "end_time": (CLOCK, "With a meeting that ends then or earlier.", "21:00"),
    "day": ({"type": "string", "enum": [*read.DAYS.values(), *map(str.title, read.DAYS)]},
            "With a meeting on this weekday.", "TU"),
}  # fmt: skip

LISTS: tuple[tuple[str, str, frozenset[str], str], ...] = (
    ("services", "Service", read.SERVICES, "Groups"),
    ("service_at_locations", "ServiceAtLocation", read.AT_LOCATIONS, "Meetings and where"),
    ("organizations", "Organization", read.ORGANIZATIONS, "Who stands behind groups"),
    ("taxonomies", "Taxonomy", read.TAXONOMIES, "Vocabularies"),
    ("taxonomy_terms", "TaxonomyTerm", read.TERMS, "Terms of vocabularies"),
)  # fmt: skip
IDS = {
    "services": ID, "service_at_locations": turned(TUESDAY), "organizations": OWNER_ID,
    "taxonomies": TAXONOMY_ID, "taxonomy_terms": TERM_ID,
}  # fmt: skip
# What has no words of groups is found by its name.
NAMED = {"organizations": {"search": "eksempel"}, "taxonomies": {"search": "tema"}}


def parameters(names: frozenset[str]) -> list[Parameter]:
    """The parameters of an address, in the order of the table."""
    return [Parameter(name, *KNOWN[name]) for name in KNOWN if name in names]


def asked(kind: str, names: frozenset[str]) -> dict[str, object]:
    """A body that asks a list for what somebody might."""
    wanted = ("search", "day", "postcode", "proximity", "taxonomy_id", "per_page")
    return {name: KNOWN[name][2] for name in wanted if name in names} | NAMED.get(kind, {})


def body(names: frozenset[str]) -> dict[str, Any]:
    """The same parameters as an object."""
    fields = {name: {**KNOWN[name][0], "description": KNOWN[name][1]} for name in KNOWN
              if name in names}  # fmt: skip
    told: dict[str, Any] = {
        "type": "object", "properties": fields, "additionalProperties": False,
    }  # fmt: skip
    if "proximity" in names:
        told["dependentRequired"] = {"proximity": ["postcode"]}
    return told


def operations() -> Iterator[Operation]:
    """Every operation of HSDS."""
    yield Operation(f"{API}/", "hsds", TAG, "What this API is", {JSON: ref("Root")})
    yield Operation(f"{API}/profile", "profile", TAG, "The JSON Schema of our rows in HSDS",
                    {JSON: ref("Profile")})  # fmt: skip
    for name, kind, known, summary in LISTS:
        yield from of_list(name, kind, known, summary)


def of_list(name: str, kind: str, known: frozenset[str], summary: str) -> Iterator[Operation]:
    """A list by GET and by POST, and one of what it holds."""
    answers: Mapping[str, Schema] = {JSON: ref(f"{kind}Page"), LINES: {"type": "string"}}
    yield Operation(
        f"{API}/{name}", f"list_{name}", TAG, summary, answers, parameters=parameters(known),
        problems=(400, 429, 503),
    )  # fmt: skip
    yield Operation(
        f"{API}/{name}", f"ask_{name}", TAG, f"{summary}, asked so that no address tells what",
        answers, "post", asks=body(known), example=asked(name, known),
        problems=(400, 413, 415, 429, 503),
    )  # fmt: skip
    more = parameters(read.ONE_ORGANIZATION) if name == "organizations" else []
    yield Operation(
        f"{API}/{name}/{{id}}", f"one_{name}", TAG, "One of them, whole", {JSON: ref(kind)},
        parameters=[Parameter("id", UUID, "Its id.", IDS[name], "path"), *more],
        problems=(400, 404, 429),
    )  # fmt: skip
