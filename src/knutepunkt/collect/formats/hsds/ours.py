"""Services and organisations of another Knutepunkt node: what its profile rows tell is exact."""

from collections.abc import Iterator

import msgspec

from knutepunkt.collect.errors import RecordRejected
from knutepunkt.collect.formats.hsds import profile
from knutepunkt.collect.formats.hsds.values import row, rows
from knutepunkt.collect.opened import RawRecord

OWNER = "the feed's owner: write the row as docs/reference/hsds-profile.md says"
DECODE = msgspec.json.Decoder().decode


def is_ours(holder: RawRecord) -> bool:
    """Say whether a service or an organisation has rows of the profile."""
    return any(kind == profile.GROUP for kind, _ in told(holder))


def told(holder: RawRecord) -> Iterator[tuple[str, RawRecord]]:
    """The rows of the profile, each with its kind."""
    for attribute in rows(holder.get("attributes")):
        kind = attribute.get("link_type")
        if isinstance(kind, str) and kind.startswith(profile.BEFORE):
            yield kind, attribute


def facts(holder: RawRecord, wanted: str) -> list[object]:
    """The values of one kind. Raises RecordRejected for one that is no JSON."""
    found = []
    for kind, attribute in told(holder):
        if kind == wanted:
            try:
                found.append(DECODE(str(attribute.get("value"))))
            except (msgspec.DecodeError, RecursionError):
                raise RecordRejected(kind, "", "the value is no JSON", OWNER) from None
    return found


def fact(holder: RawRecord, wanted: str) -> dict[str, object]:
    """The one value of a kind; empty when there is none, or when it is no object."""
    found = [value for value in facts(holder, wanted) if isinstance(value, dict)]
    return found[0] if found else {}


def record_of(service: RawRecord) -> RawRecord:
    """A service as one of our own records, still to be read. Raises RecordRejected."""
    words = [row(one) for one in facts(service, profile.WORDS)]
    group = fact(service, profile.GROUP)
    owner = row(service.get("organization"))
    is_alone = any(kind == profile.ITSELF for kind, _ in told(owner))
    return said(
        {
            "key": service.get("id"),
            "group": said(
                {
                    "name": service.get("name"),
                    "key": service.get("id"),
                    "uid": service.get("id"),
                    "url": service.get("url"),
                    "how_to_join": service.get("application_process"),
                    "fee": service.get("fees_description"),
                    "minimum_age": whole(service.get("minimum_age")),
                    "maximum_age": whole(service.get("maximum_age")),
                    "own_words": [[one.get("language"), one.get("text")] for one in words],
                    "words_by": [[one.get("language"), one.get("by"), one.get("on")]
                                 for one in words],
                    "terms": list(terms(service)),
                    **group,
                }
            ),
            "meetings": meetings(service),
            "organisation": organisation(owner) if owner and not is_alone else None,
            "said_on": service.get("last_modified"),
            "confirmed_on": service.get("assured_date"),
            "confirmations": list(confirmations(service)),
            "road": next(iter(facts(service, profile.ROAD)), []),
        }
    )  # fmt: skip


def said(raw: dict[str, object]) -> dict[str, object]:
    """The fields that say something; tables write what is not said as "" ."""
    return {name: value for name, value in raw.items() if value not in ("", None)}


def whole(value: object) -> object:
    """A number that a table wrote as text."""
    return int(value) if isinstance(value, str) and value.isdecimal() else value


def organisation(owner: RawRecord) -> RawRecord:
    """An organisation as one of our own records has it."""
    known = fact(owner, profile.GROUP)
    identifiers = rows(owner.get("organization_identifiers"))
    return said(
        {
            "name": owner.get("name"),
            "key": owner.get("id"),
            "legal_id": next((one.get("identifier") for one in identifiers), ""),
            "parent_key": owner.get("parent_organization_id"),
            "own_words": [[one.get("language"), one.get("text")]
                          for one in map(row, facts(owner, profile.WORDS))],
            "url": known.get("url") or owner.get("website"),
            "is_fictitious": known.get("is_fictitious", False),
            "road": next(iter(facts(owner, profile.ROAD)), []),
        }
    )  # fmt: skip


def organisation_record(owner: RawRecord) -> RawRecord:
    """An organisation that offers no service as one of our own records."""
    key = f"organisation-{owner.get('id')}"
    return {"key": key, "group": None, "organisation": organisation(owner)}


def meetings(service: RawRecord) -> list[dict[str, object]]:
    """The meetings with their places, in the order the node has them."""
    found: dict[object, dict[str, object]] = {}
    for schedule in rows(service.get("schedules")):
        found[schedule.get("id")] = fact(schedule, profile.MEETING)
    for link in rows(service.get("service_at_locations")):
        place = fact(row(link.get("location")), profile.PLACE)
        for schedule in rows(link.get("schedules")):
            meeting = fact(schedule, profile.MEETING)
            found[schedule.get("id")] = meeting | ({"place": place} if place else {})
    order = next(iter(facts(service, profile.ORDER)), [])
    first = order if isinstance(order, list) else []
    ids = [id_ for id_ in first if isinstance(id_, str) and id_ in found]
    return [found[id_] for id_ in dict.fromkeys([*ids, *found])]


def terms(service: RawRecord) -> Iterator[RawRecord]:
    """The terms sources stated; those a mapping brought are mapped anew here."""
    for kind, attribute in told(service):
        term = row(attribute.get("taxonomy_term"))
        if kind == profile.STATED:
            scheme = str(term.get("taxonomy", ""))
            is_named = scheme.startswith(profile.LOCAL) and term.get("description")
            label = term.get("name") if is_named else ""
            yield {"scheme": scheme, "code": code_of(attribute, term), "label": label}


def code_of(attribute: RawRecord, term: RawRecord) -> object:
    """The code of a term; in tables, where a code has its scheme before it, the row's value."""
    if not attribute.get("value"):
        return term.get("code")
    try:
        return DECODE(str(attribute["value"]))
    except (msgspec.DecodeError, RecursionError):
        raise RecordRejected(profile.STATED, "", "the value is no JSON", OWNER) from None


def confirmations(service: RawRecord) -> Iterator[list[object]]:
    """Who said that the group is right, how and on which day."""
    for entry in rows(service.get("metadata")):
        if entry.get("last_action_type") == profile.CONFIRMED:
            yield [entry.get("updated_by") or "", entry.get("replacement_value"),
                   entry.get("last_action_date")]  # fmt: skip
