"""How true groups are: which sources speak of them, and who said that they are right."""

from collections.abc import Sequence

from knutepunkt.directory.models import Claim, Confirmation
from knutepunkt.distribute.published.plain import Day, Moment, Question, moment, perhaps
from knutepunkt.distribute.published.records import PublishedClaim, PublishedConfirmation

CLAIMS = Question(
    lambda among: Claim.objects.filter(group_id__in=among, withdrawn_at=None).order_by("id"),
    "group_id", "source_id", "source__name", "source__kind", Moment("said_on"),
    Moment("taken_in_at"), Moment("missing_since"),
)  # fmt: skip
CONFIRMATIONS = Question(
    lambda among: Confirmation.objects.filter(group_id__in=among).order_by("confirmed_on", "id"),
    "group_id", "by", "how", Day("confirmed_on"),
)  # fmt: skip


def claims_of(groups: Sequence[int]) -> dict[int, list[PublishedClaim]]:
    """The standing claims about each group, oldest first. One query."""
    found: dict[int, list[PublishedClaim]] = {}
    for group, source, name, kind, said_on, taken_in_at, missing in CLAIMS.of(groups):
        one = PublishedClaim(
            source, name, kind, perhaps(said_on), moment(taken_in_at), perhaps(missing)
        )
        found.setdefault(group, []).append(one)
    return found


def confirmations_of(groups: Sequence[int]) -> dict[int, list[PublishedConfirmation]]:
    """The confirmations of each group, oldest first. One query."""
    found: dict[int, list[PublishedConfirmation]] = {}
    for group, by, how, on in CONFIRMATIONS.of(groups):
        named = by if how == "feed" else ""  # otherwise it is a person
        one = PublishedConfirmation(named, how, on)
        found.setdefault(group, []).append(one)
    return found
