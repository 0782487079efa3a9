"""The organisation behind a service."""

from stdnum.no import orgnr

from knutepunkt.collect.clean.ids import real_id
from knutepunkt.collect.clean.links import web_address
from knutepunkt.collect.drafts import OrganisationDraft
from knutepunkt.collect.formats.hsds.contacts import contacts_of
from knutepunkt.collect.formats.hsds.values import Pairs, kept, line, row, rows, text
from knutepunkt.collect.opened import RawRecord, Reading

# "locations" are the organisation's offices; a service names its own.
USED = frozenset(
    "name description website url parent_organization_id parent_name services locations".split()
)
NORWEGIAN = ("no-", "brreg", "orgnr", "org.nr", "organisasjonsnummer", "enhetsregisteret")
UNKNOWN = "services name organisations that were not given; their ids are kept"
UNNAMED = "organisations without a name were left out; their services stay"


def organisation_of(service: RawRecord, reading: Reading) -> OrganisationDraft | None:
    """The service's organisation, else what the user called the owner."""
    owner = row(service.get("organization"))
    if line(owner.get("name"), reading):
        return drafted(owner, reading)
    if owner:
        reading.note(UNNAMED)
    elif service.get("organization_id"):
        reading.note(UNKNOWN)
    said = reading.options.organisation
    return OrganisationDraft(said) if said else None


def drafted(owner: RawRecord, reading: Reading) -> OrganisationDraft:
    """The organisation in its own words."""
    words = text(owner.get("description"), reading)
    url = owner.get("website") or owner.get("url")
    return OrganisationDraft(
        name=line(owner.get("name"), reading),
        key=real_id(owner.get("id")),
        legal_id=legal_id(owner, reading),
        parent_key=real_id(owner.get("parent_organization_id")),
        parent_name=line(owner.get("parent_name"), reading),
        own_words=(("", words),) if words else (),
        url=web_address(line(url, reading), "website", reading),
        contacts=contacts_of(owner),
    )


def legal_id(owner: RawRecord, reading: Reading) -> str:
    """The Norwegian organisation number, when one of the identifiers is one; else ""."""
    for identifier in rows(owner.get("organization_identifiers")):
        scheme = " ".join(line(identifier.get(field), reading).lower()
                          for field in ("identifier_scheme", "identifier_type"))  # fmt: skip
        number = norwegian(line(identifier.get("identifier"), reading))
        if number and (not scheme.strip() or any(word in scheme for word in NORWEGIAN)):
            return number
    return norwegian(line(owner.get("tax_id"), reading))


def norwegian(text_: str) -> str:
    """Nine digits with a right check digit that begin with 8 or 9; else "".

    Other countries' nine digits pass the check one time in eleven, hence the first digit.
    """
    number = orgnr.compact(text_.upper().removesuffix("MVA").removeprefix("NO").strip())
    return number if number[:1] in ("8", "9") and orgnr.is_valid(number) else ""


def rest_of(owner: RawRecord, reading: Reading) -> Pairs:
    """What else is said of the organisation; numbers of other registers are kept here."""
    used = set(USED)
    if owner.get("website"):
        used -= {"url"}  # 3.0 says "website", 1.1 says "url": with both, the second is kept
    if norwegian(line(owner.get("tax_id"), reading)):
        used |= {"tax_id"}
    return kept(owner, used, reading, "organization.")
