"""Tables of the directory."""

from knutepunkt.directory.models.claim import Claim, OrganisationClaim
from knutepunkt.directory.models.group import Classification, Confirmation, Edition, Group, Mark
from knutepunkt.directory.models.meeting import Meeting, Place
from knutepunkt.directory.models.node import Node
from knutepunkt.directory.models.organisation import Organisation

__all__ = [
    "Claim",
    "Classification",
    "Confirmation",
    "Edition",
    "Group",
    "Mark",
    "Meeting",
    "Node",
    "Organisation",
    "OrganisationClaim",
    "Place",
]
