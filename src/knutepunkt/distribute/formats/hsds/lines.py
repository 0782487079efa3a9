"""Whole services of HSDS 3.0, a line each, then the organisations that none belongs to."""

from collections.abc import Iterable, Iterator

import msgspec

from knutepunkt.distribute.formats.base import Account, Format, Frame, counted
from knutepunkt.distribute.handing import here
from knutepunkt.distribute.hsds.bodies import services_of_choice
from knutepunkt.distribute.hsds.organisations import organisation
from knutepunkt.distribute.published import organisation_stream

ENCODE = msgspec.json.Encoder().encode
CANNOT_SAY = (
    "which sources stand behind a group, beyond their names and kinds",
    "contacts, e-mail addresses and phones (never published)",
    "places a group hides; of an area the town and a rounded point",
)


def chunks(services: Iterable[bytes], frame: Frame, account: Account) -> Iterator[bytes]:
    """The services as the API gives them; organisations alone only when all is asked for."""
    for body in counted(services, account):
        yield body + b"\n"
    if not frame.choice.is_narrow:
        node = here()
        for owner in organisation_stream(alone=True):
            yield ENCODE(organisation(owner, node)) + b"\n"


FORMAT = Format(
    name="hsds",
    label="HSDS 3.0 (Open Referral), services as lines of JSON",
    ending="ndjson",
    media_type="application/x-ndjson",
    cannot_say=CANNOT_SAY,
    chunks=chunks,
    items=services_of_choice,
)
