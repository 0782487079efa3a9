"""Organisations as HSDS has them; their contacts never leave the house."""

from knutepunkt.collect.drafts import Step
from knutepunkt.collect.formats.hsds.profile import GROUP, ROAD, WORDS, GroupFacts, WordsFacts
from knutepunkt.distribute.handing import road
from knutepunkt.distribute.hsds.ids import id_of
from knutepunkt.distribute.hsds.rows import Row, told
from knutepunkt.distribute.hsds.written import Part, fact, rows_under
from knutepunkt.distribute.published import OwnWords, PublishedOrganisation
from knutepunkt.distribute.uris import uri


def basic_organisation(owner: PublishedOrganisation) -> Row:
    """The fields that are no lists."""
    row = {"id": owner.id, "name": owner.name, "description": description(owner.own_words)}
    return row | told({"website": uri(owner.url), "parent_organization_id": owner.parent})


def organisation(owner: PublishedOrganisation, here: Step) -> Row:
    """An organisation with its number and its own words, language by language."""
    own = GroupFacts(
        url=owner.url if uri(owner.url) != owner.url else "", is_fictitious=owner.is_fictitious
    )
    facts = (
        fact(GROUP, "organization", own),
        fact(ROAD, "organization", road(owner.road, here)),
        *words(owner.own_words, "organization"),
    )
    return basic_organisation(owner) | {
        "organization_identifiers": identifiers(owner),
        "attributes": rows_under(owner.id, "link_id", facts),
    }


def identifiers(owner: PublishedOrganisation) -> list[Row]:
    """The number in Enhetsregisteret."""
    if not owner.legal_id:
        return []
    return [
        {
            "id": id_of(owner.id, "legal"),
            "organization_id": owner.id,
            "identifier_scheme": "NO-BRREG",
            "identifier_type": "organisasjonsnummer",
            "identifier": owner.legal_id,
        }
    ]


def description(said: tuple[OwnWords, ...]) -> str:
    """The first own words there are, letter by letter; a description may not be missing."""
    return said[0].text if said else ""


def words(said: tuple[OwnWords, ...], entity: str) -> list[Part]:
    """A row for each language somebody describes itself in."""
    return [
        fact(WORDS, entity, WordsFacts(one.language, one.text, one.by, one.on), number)
        for number, one in enumerate(said)
    ]
