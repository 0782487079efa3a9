"""Everything the page of one group tells, and nothing it must not tell."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from knutepunkt.directory.models import Group, Organisation
from knutepunkt.site import provenance, words
from knutepunkt.site.meetings import MeetingShown, in_week, meeting_shown, web
from knutepunkt.site.own_words import OwnWords, own_words
from knutepunkt.site.terms import Named, terms_of

# Who comes now is not let in, so the next best stands first.
SHUT = {"full", "paused", "closed", "ended"}


@dataclass(frozen=True, slots=True)
class OrganisationShown:
    """Who stands behind a group; its contacts are private and never come here."""

    name: str
    legal_id: str
    url: str
    page: str
    own_words: list[OwnWords]


@dataclass(frozen=True, slots=True)
class GroupPage:
    """A group as its page shows it. Texts are empty where no source says anything."""

    uid: UUID
    name: str
    is_fictitious: bool
    is_tender: bool
    is_shut: bool
    state: str
    state_told: str
    mode: str
    own_words: list[OwnWords]
    meetings: list[MeetingShown]
    how_to_join: str
    fee: str
    accessibility: str
    ages: str
    url: str
    terms: list[Named]
    own_terms: list[Named]
    organisation: OrganisationShown | None
    freshness: str
    confirmed_by: str
    sources: list[provenance.SourceShown]
    report: str

    @property
    def calendar(self) -> str:
        """Where its meetings are as a calendar; "" when there is none to put into one."""
        is_any = any(meeting.next for meeting in self.meetings)
        return f"/feeds/group/{self.uid}.ics" if is_any else ""

    @property
    def has_online_link(self) -> bool:
        """A link to a meeting is a way to join."""
        return any(meeting.online_url for meeting in self.meetings)


def group_page(group: Group, now: datetime) -> GroupPage:
    """The page of a group fetched with its organisation. Five queries, however much it says."""
    terms = terms_of(group)
    meetings = sorted(group.meetings.select_related("place").order_by("id"), key=in_week)
    organisation = group.organisation
    return GroupPage(
        uid=group.uid,
        name=group.name,
        is_tender=terms.is_tender,
        is_shut=group.state in SHUT,
        is_fictitious=group.is_fictitious,
        state=words.word(words.STATES, group.state),
        state_told=words.word(words.STATES_TOLD, group.state),
        mode=words.word(words.MODES, group.mode),
        own_words=own_words(group.own_words),
        meetings=[
            # What its only meeting is called and how it is held, the group itself says already.
            meeting_shown(meeting, terms.of(meeting) if len(meetings) > 1 else [], now)
            for meeting in meetings
        ],
        how_to_join=group.how_to_join,
        fee=group.fee,
        accessibility=group.accessibility,
        ages=ages(group.minimum_age, group.maximum_age),
        url=web(group.url),
        terms=terms.ours,
        own_terms=terms.theirs,
        organisation=organisation_shown(organisation) if organisation else None,
        freshness=provenance.freshness(group, now.date()),
        confirmed_by=provenance.confirmed_by(group),
        sources=provenance.sources_of(group),
        report=report(group),
    )


def report(group: Group) -> str:
    """Where to say that something is wrong, with a neutral subject; "" without a steward."""
    to, short = settings.KNUTEPUNKT_CONTACT, str(group.uid)[:8]
    return f"mailto:{to}?subject=Knutepunkt%20{short}" if to else ""


def organisation_shown(organisation: Organisation) -> OrganisationShown:
    """The organisation in its own words."""
    return OrganisationShown(
        organisation.name,
        organisation.legal_id,
        web(organisation.url),
        reverse("organisation", args=[organisation.uid]),
        own_words(organisation.own_words),
    )


def ages(least: int | None, most: int | None) -> str:
    """How old one should be."""
    if least is not None and most is not None:
        return _("%(least)d til %(most)d år") % {"least": least, "most": most}
    if least is not None:
        return _("Fra %(least)d år") % {"least": least}
    return _("Opp til %(most)d år") % {"most": most} if most is not None else ""
