"""What a request asks for, in its address or in its body, which no log and no history keeps."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import msgspec
from django.core.exceptions import TooManyFieldsSent
from django.http import HttpRequest, QueryDict

from knutepunkt.distribute.api.bodies import once, read
from knutepunkt.distribute.api.problems import Problem

MOST, MOST_MINIMAL, USUAL = 500, 10_000, 20
LONGEST = 500
OLDEST = 150
FARTHEST = 2_000_000
FORM = "application/x-www-form-urlencoded"
PAGING = ("page", "per_page", "format")
CHOOSING = ("search", "taxonomy_term_id", "taxonomy_id", "organization_id", "modified_after",
            "minimum_age", "maximum_age", "start_time", "end_time", "day", "postcode",
            "proximity")  # fmt: skip
SERVICES = frozenset((*PAGING, *CHOOSING, "minimal", "full"))
AT_LOCATIONS = frozenset((*PAGING, *CHOOSING, "full"))
ORGANIZATIONS = frozenset((*PAGING, "search", "full", "full_service"))
TAXONOMIES = frozenset((*PAGING, "search"))
TERMS = frozenset((*PAGING, "search", "taxonomy_id", "top_only", "parent_id"))
ONE_ORGANIZATION = frozenset(("full_service",))
DAYS = {
    "monday": "MO", "tuesday": "TU", "wednesday": "WE", "thursday": "TH", "friday": "FR",
    "saturday": "SA", "sunday": "SU",
}  # fmt: skip
CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)(?::00)?")


@dataclass(slots=True)
class Asked:
    """The parameters of one request; "" and None are what was not asked.

    ``start_time`` and ``end_time`` are minutes after midnight, ``day`` a code such as MO,
    ``proximity`` metres.
    """

    page: int = 1
    per_page: int = USUAL
    format: str = "json"
    search: str = ""
    taxonomy_term_id: str = ""
    taxonomy_id: str = ""
    organization_id: str = ""
    parent_id: str = ""
    modified_after: datetime | None = None
    minimal: bool = False
    full: bool = False
    full_service: bool = False
    top_only: bool = False
    postcode: str = ""
    proximity: float | None = None
    minimum_age: int | None = None
    maximum_age: int | None = None
    start_time: int | None = None
    end_time: int | None = None
    day: str = ""

    @property
    def is_lines(self) -> bool:
        """Whether all results are wanted as lines."""
        return self.format == "ndjson"


def asked(request: HttpRequest, known: frozenset[str]) -> Asked:
    """The request's parameters. Raises Problem for one that is not known or makes no sense."""
    found = Asked()
    for name, value in said(request).items():
        if name not in known:
            names = ", ".join(sorted(known))
            raise Problem(
                400, f"there is no parameter “{name[:40]}” here; there are {names}", field=name[:40]
            )
        if value != "" or not is_form(request):
            try:
                setattr(found, name, READ[name](value))
            except (ValueError, OverflowError) as error:
                raise Problem(400, f"{name}: {error}", field=name) from None
    if found.proximity is not None and not found.postcode:
        raise Problem(400, "proximity is measured from a postcode; give one", field="proximity")
    most = MOST_MINIMAL if found.minimal else MOST
    if found.per_page > most:
        sentence = f"per_page is at most {most}; ask for further pages, or for ndjson"
        raise Problem(400, sentence, field="per_page")
    return found


def is_form(request: HttpRequest) -> bool:
    """Say whether the parameters came as forms send them: empty ones are there, and say nothing."""
    return request.method != "POST" or request.content_type == FORM


def said(request: HttpRequest) -> Mapping[str, Any]:
    """Names and values as they were sent. Raises Problem for a body that is no object."""
    if request.method != "POST":
        return once(request.GET.lists())
    if request.GET:
        raise Problem(400, "a POST has its parameters in the body")
    kind = request.content_type or ""
    if kind == FORM:
        return once(form(request).lists())
    if kind != "application/json":
        raise Problem(415, "send the parameters as a JSON object, or as a form")
    return json_object(request)


def form(request: HttpRequest) -> QueryDict:
    """The fields of a form, which is UTF-8 whatever it calls itself. Raises Problem."""
    try:
        return QueryDict(read(request), encoding="utf-8")
    except TooManyFieldsSent:
        raise Problem(413, "the form has more fields than there are parameters") from None


def json_object(request: HttpRequest) -> dict[str, Any]:
    """The JSON object in a body. Raises Problem."""
    body = read(request)
    try:
        return msgspec.json.decode(body or b"{}", type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Problem(400, "the body is no JSON object") from None


def text(value: Any) -> str:
    """A text that can be looked for."""
    if not isinstance(value, str) or len(value) > LONGEST or not value.isprintable():
        raise ValueError(f"a text of at most {LONGEST} letters")
    return value


def flag(value: Any) -> bool:
    """True or false."""
    known = {"true": True, "1": True, "false": False, "0": False}
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in known:
        return known[value.lower()]
    raise ValueError("true or false")


def whole(least: int, most: int) -> Callable[[Any], int]:
    """Reads a whole number between two others."""

    def read(value: Any) -> int:
        is_digits = isinstance(value, str) and re.fullmatch(r"\d{1,10}", value, re.ASCII)
        is_number = isinstance(value, int) and not isinstance(value, bool)
        if not (is_digits or is_number) or not least <= int(value) <= most:
            raise ValueError(f"a whole number from {least} to {most}")
        return int(value)

    return read


def metres(value: Any) -> float:
    """A distance."""
    try:
        far = float(value) if not isinstance(value, bool) else -1.0
    except (TypeError, ValueError):
        far = -1.0
    if not 0 <= far <= FARTHEST:
        raise ValueError(f"metres from 0 to {FARTHEST}")
    return far


def moment(value: Any) -> datetime:
    """A date or moment; without a zone in UTC."""
    try:
        found = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError("a date or moment such as 2026-01-31T12:00:00Z") from None
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)


def clock(value: Any) -> int:
    """A time of day as minutes after midnight."""
    match = CLOCK.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise ValueError("a time of day such as 18:00")
    return int(match[1]) * 60 + int(match[2])


def weekday(value: Any) -> str:
    """The code of a weekday, by code or English name."""
    name = value.strip().lower() if isinstance(value, str) else ""
    code = DAYS.get(name, name.upper())
    if code not in DAYS.values():
        raise ValueError("a weekday such as MO or Monday")
    return code


def identity(value: Any) -> str:
    """A UUID as text."""
    try:
        return str(UUID(value))
    except (TypeError, ValueError, AttributeError):
        raise ValueError("a UUID") from None


def shape(value: Any) -> str:
    """How the answer is to be written."""
    if value not in ("json", "ndjson"):
        raise ValueError("json or ndjson")
    return str(value)


READ: dict[str, Callable[[Any], Any]] = {
    "page": whole(1, 10**9),
    "per_page": whole(1, MOST_MINIMAL),
    "format": shape,
    "search": text,
    "taxonomy_term_id": identity,
    "taxonomy_id": identity,
    "organization_id": identity,
    "parent_id": identity,
    "modified_after": moment,
    "minimal": flag,
    "full": flag,
    "full_service": flag,
    "top_only": flag,
    "postcode": text,
    "proximity": metres,
    "minimum_age": whole(0, OLDEST),
    "maximum_age": whole(0, OLDEST),
    "start_time": clock,
    "end_time": clock,
    "day": weekday,
}
