"""Tables whose rows are organisations, without groups."""

from msgspec.structs import replace

from knutepunkt.collect.drafts import RecordDraft
from knutepunkt.collect.fingerprint import folded
from knutepunkt.collect.formats.table.beside import contacts_of, extra_of
from knutepunkt.collect.formats.table.days import moment_of
from knutepunkt.collect.formats.table.links import link_of
from knutepunkt.collect.formats.table.organisation import told
from knutepunkt.collect.formats.table.row import Row

WHERE = (
    "place address postal_code city municipality county area country latitude longitude "
    "coordinates place_notes fee notes state".split()
)


def organisation_record(row: Row, name: str, key: str) -> RecordDraft:
    """A record that only describes an organisation; its address is kept beside."""
    said = told(row)
    url = said.url or link_of(row, "url")
    words = row.language_pairs("own_words")
    organisation = replace(
        said,
        name=name,
        key=key or said.legal_id,
        own_words=said.own_words or words,
        url=url,
        contacts=contacts_of(row),
    )
    where = [(column, value) for target in WHERE for column, value in row.pairs(target)]
    return RecordDraft(
        key=key,
        group=None,
        organisation=organisation,
        fingerprint=() if key else (folded(name), said.legal_id, ""),
        said_on=moment_of(row, "updated"),
        confirmed_on=moment_of(row, "confirmed"),
        extra=(*where, *extra_of(row)),
    )
