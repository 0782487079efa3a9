"""What an application asks: one declaration that is read, checked and described alike."""

import re
from datetime import date
from typing import Annotated, Any, Literal, TypeVar
from uuid import UUID

import msgspec
from django.http import HttpRequest
from msgspec import Meta, Struct

from knutepunkt.distribute.api.bodies import body_of
from knutepunkt.distribute.api.problems import Problem
from knutepunkt.search.query import MOST_DAYS, Fee, Language, Sort, State

MOST = 100
Clock = Annotated[str, Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$", examples=["17:00"])]
Degrees90 = Annotated[float, Meta(ge=-90, le=90)]
Degrees180 = Annotated[float, Meta(ge=-180, le=180)]
Kilometres = Annotated[float, Meta(ge=0, le=25_000)]
Days = Annotated[int, Meta(ge=0, le=MOST_DAYS)]
Weekday = Literal["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
Format = Literal["in-person", "online", "hybrid"]
Code = Annotated[str, Meta(max_length=100)]
Several = Meta(max_length=50)
T = TypeVar("T")


class Begins(Struct, frozen=True, forbid_unknown_fields=True, rename={"since": "from"}):
    """Between which times of day a meeting begins, both within; over midnight too."""

    since: Clock
    until: Clock


class Asked(Struct, frozen=True, forbid_unknown_fields=True):
    """A question. All of it must be met; of several values of one field, one is enough."""

    text: Annotated[
        str, Meta(max_length=300, description="In anybody's own words.", examples=["sorg"])
    ] = ""
    place: Annotated[
        str, Meta(max_length=100, description="A town, a municipality, a postal code or lat,lon.")
    ] = ""
    point: Annotated[
        tuple[Degrees90, Degrees180] | None,
        Meta(description="Latitude and longitude, in place of `place`."),
    ] = None
    within: Annotated[Kilometres | None, Meta(description="Kilometres from there at most.")] = None
    box: Annotated[
        tuple[Degrees90, Degrees180, Degrees90, Degrees180] | None,
        Meta(description="South, west, north, east in degrees; west may be greater than east."),
    ] = None
    municipalities: Annotated[
        tuple[Code, ...], Several, Meta(description="Norwegian codes of four digits.")
    ] = ()
    counties: Annotated[
        tuple[Code, ...], Several, Meta(description="Norwegian codes of two digits.")
    ] = ()
    concepts: Annotated[
        tuple[Code, ...], Several,
        Meta(description="`scheme:code`; of each facet one must be met. Narrower ones count.",
             examples=[["theme:angst"]]),
    ] = ()  # fmt: skip
    without: Annotated[
        tuple[Code, ...], Several,
        Meta(description="`scheme:code` of what no group may carry, narrower ones included.",
             examples=[["working-form:twelve-step"]]),
    ] = ()  # fmt: skip
    weekdays: Annotated[tuple[Weekday, ...], Several] = ()
    begins: Begins | None = None
    days: Annotated[Days | None, Meta(description="Held within so many days from now.")] = None
    zone: Annotated[
        str, Meta(max_length=50, description="Where the asker's clock is, as IANA names it.")
    ] = "Europe/Oslo"
    formats: Annotated[tuple[Format, ...], Several] = ()
    states: Annotated[tuple[State, ...], Several] = ()
    fees: Annotated[tuple[Fee, ...], Several] = ()
    organisations: Annotated[tuple[UUID, ...], Several] = ()
    sources: Annotated[tuple[Code, ...], Several] = ()
    confirmed_since: date | None = None
    sort: Annotated[
        Sort | None, Meta(description="By distance where there is a point, else by relevance.")
    ] = None
    limit: Annotated[int, Meta(ge=0, le=MOST, description="Groups a page; 0 only counts.")] = 20
    cursor: Annotated[
        str, Meta(max_length=2000, description="What the answer before gave; ask all else alike.")
    ] = ""
    language: Annotated[Language, Meta(description="Of names and times in words.")] = "nb"
    facets: Annotated[bool, Meta(description="Whether to count facets.")] = True
    why: Annotated[bool, Meta(description="Whether to tell the points behind each place.")] = False


class Public(Struct, frozen=True, forbid_unknown_fields=True):
    """What may stand in an address: a theme and a place, as on public pages."""

    theme: Annotated[str, Meta(max_length=100, description="The code of a theme.")] = ""
    municipality: Annotated[str, Meta(max_length=100, description="Four digits.")] = ""
    county: Annotated[str, Meta(max_length=100, description="Two digits.")] = ""
    sort: Literal["relevance", "next-meeting", "name"] | None = None
    limit: Annotated[int, Meta(ge=0, le=MOST, description="Groups a page; 0 only counts.")] = 20
    cursor: Annotated[str, Meta(max_length=2000, description="What the answer before gave.")] = ""
    language: Annotated[Language, Meta(description="Of names and times in words.")] = "nb"
    facets: Annotated[bool, Meta(description="Whether to count facets.")] = True


class Begun(Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody has typed so far."""

    text: Annotated[str, Meta(max_length=300, examples=["ensom"])]
    place: Annotated[str, Meta(max_length=100, description="Places near here come first.")] = ""
    language: Language = "nb"


def from_body(request: HttpRequest, shape: type[T]) -> T:
    """What the body asks. Raises Problem that names the field."""
    body = body_of(request)
    try:
        return msgspec.json.decode(body or b"{}", type=shape)
    except msgspec.ValidationError as error:
        raise fault(str(error), shape) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Problem(400, "the body is no JSON object in UTF-8") from None


def from_address(said: dict[str, str], shape: type[T]) -> T:
    """What an address asks. Raises Problem that names the field."""
    try:
        return msgspec.convert(said, shape, strict=False)
    except msgspec.ValidationError as error:
        raise fault(str(error), shape) from None


WHERE = re.compile(r"(?P<what>.*?)(?: - at `\$\.?(?P<field>[\w.-]*).*`)?", re.DOTALL)
KIND = re.compile(r"`([a-z]+)(?: \| null)?`")
KINDS = {"int": "a whole number", "float": "a number", "str": "a text", "array": "a list",
         "object": "an object", "bool": "true or false", "null": "null",
         "date": "a date such as 2026-01-31", "uuid": "a UUID"}  # fmt: skip
PATTERN = re.compile(r"expected a text matching regex .*", re.DOTALL)


def fault(said: str, shape: type) -> Problem:
    """A reader's words as a problem: which field, and what it should be."""
    found: Any = WHERE.fullmatch(said)
    what, field = found["what"], (found["field"] or "").partition(".")[0]
    if unknown := re.fullmatch(r"Object contains unknown field `(.*)`", what, re.DOTALL):
        field = field or unknown[1][:40]
        return Problem(400, f"there is no field “{unknown[1][:40]}” here", field=field)
    what = KIND.sub(lambda kind: KINDS.get(kind[1], kind[0]), what[:1].lower() + what[1:])
    what = PATTERN.sub("expected a time of day such as 17:00", what)
    if what.startswith("invalid enum value"):
        what = f"expected {' or '.join(known_to(shape, field))}, got{what[18:60]}"
    return Problem(400, f"{field or 'the body'}: {what[:200]}", field=field)


def known_to(shape: type, field: str) -> list[str]:
    """The words that a field knows, as its description has them."""
    said = msgspec.json.schema(shape)["$defs"][shape.__name__]["properties"][field]
    kinds = (said, said.get("items", {}), *said.get("anyOf", ()))
    return [word for kind in kinds for word in kind.get("enum", ())]
