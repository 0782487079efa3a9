"""What may be public of the directory, read in one place: every door leads through here.

The columns that are read are named one by one, so that what nobody named never leaves the
database: contacts, records as sources wrote them, addresses of feeds, groups that are not
published. Places come as ``directory.disclosure`` lets them; passwords of online rooms are taken
out once more. All records are frozen.

>>> choice = Choice.of(theme="grief", municipality="5001")     # doctest: +SKIP
>>> for group in stream(choice):                               # doctest: +SKIP
...     print(group.name)
"""

from knutepunkt.distribute.published.choosing import Choice, ChoiceError
from knutepunkt.distribute.published.gone import gone
from knutepunkt.distribute.published.organisations import (
    organisation_stream,
    organisations_of,
    public_organisations,
)
from knutepunkt.distribute.published.reading import group_known, groups_of, stream
from knutepunkt.distribute.published.records import (
    Gone,
    OwnWords,
    PublishedClaim,
    PublishedConfirmation,
    PublishedGroup,
    PublishedMeeting,
    PublishedOrganisation,
    PublishedPlace,
    PublishedTerm,
)
from knutepunkt.distribute.published.terms import public_concepts, public_schemes

__all__ = [
    "Choice",
    "ChoiceError",
    "Gone",
    "OwnWords",
    "PublishedClaim",
    "PublishedConfirmation",
    "PublishedGroup",
    "PublishedMeeting",
    "PublishedOrganisation",
    "PublishedPlace",
    "PublishedTerm",
    "gone",
    "group_known",
    "groups_of",
    "organisation_stream",
    "organisations_of",
    "public_concepts",
    "public_organisations",
    "public_schemes",
    "stream",
]
