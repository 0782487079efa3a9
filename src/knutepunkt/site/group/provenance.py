"""Where the information on a page comes from, and how sure one can be of it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Max
from django.utils.translation import gettext as _

from knutepunkt.alphabet import in_order
from knutepunkt.directory.enums import Mode
from knutepunkt.directory.models import Claim, Confirmation, Group
from knutepunkt.site import words
from knutepunkt.site.writing.prepared import by_number

CLAIMS = by_number(
    lambda group: (
        Claim.objects.filter(group=group, withdrawn_at=None)
        .values_list("source", "source__name", "source__kind")
        .annotate(Max("said_on"), Max("taken_in_at"), Max("missing_since"))
    )
)
CONFIRMATIONS = by_number(
    lambda group: (
        Confirmation.objects.filter(group=group)
        .order_by("-confirmed_on", "-id")
        .values_list("by", "how", "confirmed_on")[:1]
    )
)


@dataclass(frozen=True, slots=True)
class SourceShown:
    """One source of a group, with the days it spoke and was read."""

    id: str
    name: str
    kind: str
    said: str
    read: str
    is_missing: bool


def sources_of(group: Group) -> list[SourceShown]:
    """The sources that stand behind a group, by name; never their contacts. One query."""
    return [
        SourceShown(
            id=id_,
            name=name,
            kind=words.word(words.KINDS, kind),
            said=words.day(said_on.date()) if said_on else "",
            read=words.day(taken_in_at.date()),
            is_missing=missing_since is not None,
        )
        for id_, name, kind, said_on, taken_in_at, missing_since in sorted(
            CLAIMS.rows(group.pk), key=lambda row: in_order(row[1])
        )
    ]


def road_of(group: Group) -> str:
    """The other nodes a group came by, the first one first; "" when it was taken in here."""
    steps = [step for step in group.road or () if step.get("node")]
    return " → ".join(
        str(step.get("site") or step["node"]).removeprefix("https://").removeprefix("http://")
        for step in steps
    )


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Who last said that the entry is right: a name to put into a sentence, and more about it."""

    by: str = ""
    told: str = ""


def confirmed(group: Group, today: date) -> Confirmed:
    """Who confirmed a group last, and how we know; a person stays unnamed. One query."""
    for by, how, confirmed_on in CONFIRMATIONS.rows(group.pk):
        return confirmed_by(group, by, how, confirmed_on, today)
    return Confirmed()


def confirmed_by(group: Group, by: str, how: str, on: date, today: date) -> Confirmed:
    """The same for a confirmation of some day."""
    is_old = words.is_stale(on, today)
    day = words.day(on)
    if how == "feed":
        old, new = (
            _("Sist bekreftet i lista fra %(by)s %(day)s."),
            _("Det står i lista fra %(by)s."),
        )
        return Confirmed(told=(old if is_old else new) % {"by": by, "day": day})
    owner = group.organisation.name if group.organisation else ""
    by = owner if by == owner else _("gruppa")
    told = _("Sist bekreftet av %(by)s %(day)s.") % {"by": by, "day": day}
    return Confirmed(by, told if is_old else "")


def freshness(group: Group, today: date, by: str) -> str:
    """How sure one can be of a group's entry."""
    updated_on = group.updated_at.date() if group.updated_at else None
    is_online = group.mode == Mode.ONLINE
    return words.freshness(group.confirmed_on, updated_on, today, by=by, is_online=is_online)
