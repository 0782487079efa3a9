"""Takes in what sources say of organisations."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

import msgspec
from stdnum.no import orgnr

from knutepunkt.collect.drafts import OrganisationDraft, Step
from knutepunkt.collect.fingerprint import folded
from knutepunkt.directory.actions.writing import Write, uid_for
from knutepunkt.directory.models import Group, Organisation, OrganisationClaim
from knutepunkt.directory.ourselves import node_id
from knutepunkt.directory.shown import RANK

ENCODE = msgspec.json.Encoder().encode


def organisation_ids(write: Write, drafts: Sequence[OrganisationDraft | None]) -> list[int | None]:
    """The organisation each draft speaks of; made, or shown anew, when that is needed."""
    told = {key_of(draft): (draft, ENCODE(draft)) for draft in drafts if draft is not None}
    news = {
        key: draft
        for key, (draft, said) in told.items()
        if write.organisations.get(key, (0, b""))[1] != said
    }
    for key, id_ in taken_in(write, news).items():
        write.organisations[key] = (id_, told[key][1])
    return [write.organisations[key_of(draft)][0] if draft else None for draft in drafts]


def key_of(draft: OrganisationDraft) -> str:
    """The source's id of an organisation, or its folded name."""
    return draft.key or f"name:{folded(draft.name)}"


def taken_in(write: Write, news: Mapping[str, OrganisationDraft]) -> dict[str, int]:
    """Record the source's claims and return the organisations' ids, by key."""
    if not news:
        return {}
    claims = OrganisationClaim.objects.filter(source=write.source, key__in=list(news))
    known = {claim.key: claim for claim in claims.select_related("organisation")}
    strangers: dict[str, OrganisationDraft] = {}
    ids: dict[str, int] = {}
    for key, draft in news.items():
        if key in known:
            ids[key] = claimed_again(write, known[key], draft)
        elif (organisation := matching(write, draft)) is not None and is_own(draft):
            ids[key] = int(organisation.pk)
        elif organisation is not None:
            claim(write, key, draft, organisation)
            show(write, organisation)
            ids[key] = int(organisation.pk)
        elif is_told_elsewhere(draft):
            ids[key] = made(write, {key: draft})[key]
        else:
            strangers[key] = draft
    return ids | made(write, strangers)


def is_own(draft: OrganisationDraft) -> bool:
    """Say whether what is told came from this node: an echo claims nothing."""
    return bool(draft.road) and any(step.node == node_id() for step in draft.road)


def is_told_elsewhere(draft: OrganisationDraft) -> bool:
    """Say whether another record of the same batch could mean the same organisation."""
    return bool(draft.legal_id or uuid_of(draft.key))


def claimed_again(write: Write, known: OrganisationClaim, draft: OrganisationDraft) -> int:
    """Replace what the source said before, when it says something else now."""
    statement = msgspec.to_builtins(draft)
    if known.statement != statement:
        known.statement, known.taken_in_at = statement, write.moment
        known.save(update_fields=["statement", "taken_in_at"])
        show(write, known.organisation)
    return known.organisation_id


def claim(
    write: Write, key: str, draft: OrganisationDraft, organisation: Organisation
) -> OrganisationClaim:
    """A new claim of the source about an organisation, saved."""
    return OrganisationClaim.objects.create(
        source=write.source,
        organisation=organisation,
        key=key,
        statement=msgspec.to_builtins(draft),
        taken_in_at=write.moment,
    )


def made(write: Write, strangers: Mapping[str, OrganisationDraft]) -> dict[str, int]:
    """New organisations that nobody spoke of before, each with its first claim."""
    organisations = {}
    for key, draft in strangers.items():
        uid = uuid_of(draft.key) or uid_for(write.source.pk, f"organisation {key}")
        organisations[key] = Organisation(
            uid=uid, is_fictitious=write.source.is_fictitious or draft.is_fictitious
        )
        fill(write, organisations[key], [(draft, write.moment)], write.source.pk)
    Organisation.objects.bulk_create(organisations.values())
    OrganisationClaim.objects.bulk_create(
        OrganisationClaim(
            source=write.source,
            organisation=organisations[key],
            key=key,
            statement=msgspec.to_builtins(draft),
            taken_in_at=write.moment,
        )
        for key, draft in strangers.items()
    )
    ids = {key: int(organisation.pk) for key, organisation in organisations.items()}
    adopt(write, ids, strangers)
    return ids


def adopt(write: Write, ids: Mapping[str, int], told: Mapping[str, OrganisationDraft]) -> None:
    """Put new organisations under parents that came with them, or that come after them."""
    for key, draft in told.items():
        if draft.parent_key and draft.parent_key != key:
            write.waiting.setdefault(draft.parent_key, []).append(ids[key])
    for key, id_ in ids.items():
        Organisation.objects.filter(pk__in=write.waiting.pop(key, ())).update(parent_id=id_)


def matching(write: Write, draft: OrganisationDraft) -> Organisation | None:
    """An organisation another source knows: by number, by UUID, or by the name the user gave."""
    legal_id = legal_id_of(draft)
    if legal_id and (found := Organisation.objects.filter(legal_id=legal_id).first()):
        return found
    if uid := uuid_of(draft.key):
        return Organisation.objects.filter(uid=uid).first()
    if folded(draft.name) == folded(write.source.organisation):
        return Organisation.objects.filter(folded_name=folded(draft.name)[:500]).first()
    return None


def uuid_of(text: str) -> UUID | None:
    """The UUID a text is, else None. The nil UUID is none."""
    try:
        uid = UUID(text) if len(text) in (32, 36) else None
    except ValueError:
        return None
    return uid if uid and uid.int else None


def legal_id_of(draft: OrganisationDraft) -> str:
    """A valid Norwegian organisation number, or ""."""
    return str(orgnr.compact(draft.legal_id)) if orgnr.is_valid(draft.legal_id) else ""


def show(write: Write, organisation: Organisation) -> None:
    """Choose the organisation's shown values anew among all claims, by precedence.

    Its groups are told by its name and words, so they change when these do.
    """
    before = told_of(organisation)
    claims = organisation.claims.select_related("source")
    said = [
        (msgspec.convert(one.statement, OrganisationDraft), one.source, one.taken_in_at)
        for one in claims
    ]
    # Of sources alike the nearest: what went a longer road may be what this node said before.
    said.sort(key=lambda one: (RANK[one[1].kind], len(one[0].road), one[1].pk))
    fill(write, organisation, [(draft, at) for draft, _, at in said], said[0][1].pk)
    organisation.save()
    if told_of(organisation) != before:
        Group.objects.filter(organisation=organisation).update(edition=write.edition)


def told_of(organisation: Organisation) -> tuple[object, ...]:
    """What anybody may read of an organisation."""
    return (
        organisation.name, organisation.legal_id, organisation.url, organisation.own_words,
        organisation.parent_id, organisation.road,
    )  # fmt: skip


def fill(
    write: Write,
    organisation: Organisation,
    said: list[tuple[OrganisationDraft, datetime]],
    first: str,
) -> None:
    """Set an organisation's values from what is said of it, the most believed first, and when.

    ``first`` is the source that is believed first.
    """
    drafts = [draft for draft, _ in said]
    road = (*drafts[0].road, Step("", source=first))
    organisation.road = msgspec.to_builtins(road)
    organisation.name = next(draft.name for draft in drafts if draft.name)[:500]
    organisation.folded_name = folded(organisation.name)[:500]
    organisation.legal_id = free_legal_id(organisation, drafts)
    organisation.url = next((draft.url for draft in drafts if draft.url), "")
    organisation.contacts = next(([*map(list, d.contacts)] for d in drafts if d.contacts), [])
    organisation.own_words = words_of(organisation, said)
    organisation.parent_id = parent_id(write, drafts)
    if organisation.pk and organisation.parent_id == organisation.pk:
        organisation.parent_id = None
    organisation.edition = write.edition


def words_of(
    organisation: Organisation, said: list[tuple[OrganisationDraft, datetime]]
) -> list[dict[str, str]]:
    """For each language an organisation's own words, and the day they were first read here.

    No source tells when they were written.
    """
    known = {(one["language"], one["text"]): one.get("read") for one in organisation.own_words}
    words = {
        language: {
            "language": language,
            "text": text,
            "by": organisation.name,
            "on": "",
            "read": known.get((language, text)) or at.date().isoformat(),
        }
        for draft, at in reversed(said)
        for language, text in draft.own_words
    }
    return list(words.values())


def free_legal_id(organisation: Organisation, drafts: list[OrganisationDraft]) -> str:
    """The first valid number that no other organisation holds."""
    for number in filter(None, map(legal_id_of, drafts)):
        if not Organisation.objects.filter(legal_id=number).exclude(pk=organisation.pk).exists():
            return number
    return ""


def parent_id(write: Write, drafts: list[OrganisationDraft]) -> int | None:
    """The organisation above, when the source has told of it."""
    keys = [draft.parent_key for draft in drafts if draft.parent_key]
    if not keys:
        return None
    found = OrganisationClaim.objects.filter(source=write.source, key__in=keys).first()
    return found.organisation_id if found else None
