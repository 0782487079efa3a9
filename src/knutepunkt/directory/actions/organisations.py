"""Takes in what sources say of organisations."""

from uuid import UUID

import msgspec
from stdnum.no import orgnr

from knutepunkt.collect.drafts import OrganisationDraft
from knutepunkt.collect.fingerprint import folded
from knutepunkt.directory.actions.writing import Write, uid_for
from knutepunkt.directory.models import Organisation, OrganisationClaim
from knutepunkt.directory.shown import RANK

ENCODE = msgspec.json.Encoder().encode


def organisation_id(write: Write, draft: OrganisationDraft) -> int:
    """The organisation a draft speaks of; made, and its shown values chosen anew, when needed."""
    key = draft.key or f"name:{folded(draft.name)}"
    said = ENCODE(draft)
    known = write.organisations.get(key)
    if known is None or known[1] != said:
        known = (claimed(write, key, draft), said)
        write.organisations[key] = known
    return known[0]


def claimed(write: Write, key: str, draft: OrganisationDraft) -> int:
    """Record the source's claim and return the organisation's id."""
    statement = msgspec.to_builtins(draft)
    claim = (
        OrganisationClaim.objects.select_related("organisation")
        .filter(source=write.source, key=key)
        .first()
    )
    if claim is None:
        organisation = matching(write, draft) or made(write, key, draft)
        OrganisationClaim.objects.create(
            source=write.source,
            organisation=organisation,
            key=key,
            statement=statement,
            taken_in_at=write.moment,
        )
    else:
        organisation = claim.organisation
        if claim.statement == statement:
            return int(organisation.pk)
        claim.statement, claim.taken_in_at = statement, write.moment
        claim.save(update_fields=["statement", "taken_in_at"])
    show(write, organisation)
    return int(organisation.pk)


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


def made(write: Write, key: str, draft: OrganisationDraft) -> Organisation:
    """A new organisation; its values are filled in by ``show``."""
    return Organisation.objects.create(
        uid=uuid_of(draft.key) or uid_for(write.source.pk, f"organisation {key}"),
        name=draft.name[:500],
        folded_name=folded(draft.name)[:500],
        is_fictitious=write.source.is_fictitious,
    )


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
    """Choose the organisation's shown values anew among all claims, by precedence."""
    claims = organisation.claims.select_related("source")
    ordered = sorted(claims, key=lambda claim: (RANK[claim.source.kind], claim.source_id))
    drafts = [msgspec.convert(claim.statement, OrganisationDraft) for claim in ordered]
    organisation.name = next(draft.name for draft in drafts if draft.name)[:500]
    organisation.folded_name = folded(organisation.name)[:500]
    organisation.legal_id = free_legal_id(organisation, drafts)
    organisation.url = next((draft.url for draft in drafts if draft.url), "")
    organisation.contacts = next(([*map(list, d.contacts)] for d in drafts if d.contacts), [])
    words = {
        language: {"language": language, "text": text, "by": organisation.name, "on": ""}
        for draft in reversed(drafts)
        for language, text in draft.own_words
    }
    organisation.own_words = list(words.values())
    organisation.parent_id = parent_id(write, drafts)
    if organisation.parent_id == organisation.pk:
        organisation.parent_id = None
    organisation.edition = write.edition
    organisation.save()


def free_legal_id(organisation: Organisation, drafts: list[OrganisationDraft]) -> str:
    """The first valid number that no other organisation holds."""
    for number in filter(None, map(legal_id_of, drafts)):
        if not Organisation.objects.filter(legal_id=number).exclude(pk=organisation.pk).exists():
            return number
    return ""


def parent_id(write: Write, drafts: list[OrganisationDraft]) -> int | None:
    """The organisation above, when the source has told of it."""
    keys = [draft.parent_key for draft in drafts if draft.parent_key]
    found = OrganisationClaim.objects.filter(source=write.source, key__in=keys).first()
    return found.organisation_id if found else None
