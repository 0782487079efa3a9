"""Who runs the group, or the organisation that a row is about."""

from msgspec.structs import replace

from knutepunkt.collect.clean.ids import real_id
from knutepunkt.collect.drafts import OrganisationDraft
from knutepunkt.collect.formats.table.links import link_of
from knutepunkt.collect.formats.table.row import Row

OWNER = "the feed's owner: name the organisation beside its number"


def organisation_of(row: Row) -> OrganisationDraft | None:
    """The organisation that the row or the user names; None when neither does."""
    name = row.one("organisation") or row.reading.options.organisation
    number = legal_id(row)
    if not name:
        if number:
            row.issue("organisation_number", number, "the number has no name", OWNER)
        return None
    return replace(told(row), name=name, key=real_id(row.one("organisation_id")))


def told(row: Row) -> OrganisationDraft:
    """What the row says of its organisation, but for name and id."""
    return OrganisationDraft(
        name="",
        legal_id=legal_id(row),
        parent_name=row.one("parent_organisation"),
        own_words=row.language_pairs("organisation_words"),
        url=link_of(row, "organisation_url"),
    )


def legal_id(row: Row) -> str:
    """The legal id; a number loses the spaces that people put in it."""
    text = row.one("organisation_number")
    squeezed = "".join(text.split())
    return squeezed if squeezed.isdigit() else text
