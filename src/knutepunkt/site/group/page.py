"""Everything the page of one group tells, and nothing it must not tell."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from knutepunkt.directory.enums import State
from knutepunkt.directory.models import Group, Meeting, Organisation
from knutepunkt.distribute.published.texts import text
from knutepunkt.site import words
from knutepunkt.site.group import provenance
from knutepunkt.site.group.first_time import FirstTime, first_time
from knutepunkt.site.group.for_machines import json_ld
from knutepunkt.site.group.meetings import SHUT, MeetingShown, meeting_shown, web
from knutepunkt.site.group.own_words import OwnWords, own_words
from knutepunkt.site.group.terms import Named, Terms
from knutepunkt.site.writing.prepared import Prepared
from knutepunkt.vocabulary.models import Definition

MOST_UNDERSTANDINGS = 3
UNDERSTANDINGS = Prepared(
    lambda owner: (
        Definition.objects.filter(owner=owner)
        .order_by("-dated", "id")
        .values_list("text", "language", "dated")[:MOST_UNDERSTANDINGS]
    ),
    ("one", "another"),
)

# Who comes now is not let in yet. For all of these, the next best stands first; a group that is
# starting stands before others, since who comes now is let in.
LATER = {"waiting-list"}
FROM_HOME = {("format", "phone"), ("format", "correspondence")}


@dataclass(frozen=True, slots=True)
class OrganisationShown:
    """Who stands behind a group; its contacts are private and never come here."""

    name: str
    legal_id: str
    url: str
    page: str
    own_words: tuple[OwnWords, ...]
    understandings: tuple[OwnWords, ...]


@dataclass(frozen=True, slots=True)
class GroupPage:
    """A group as its page shows it. Texts are empty where no source says anything."""

    uid: UUID
    name: str
    is_fictitious: bool
    may_be_watched: bool
    has_others_first: bool
    takes_new: bool
    has_ended: bool
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
    first_time: FirstTime
    unsaid: list[str]
    terms: list[Named]
    own_terms: list[Named]
    organisation: OrganisationShown | None
    freshness: str
    is_stale: bool
    confirmed_told: str
    sources: list[provenance.SourceShown]
    road: str
    report: str
    json_ld: str
    is_here: bool

    @property
    def calendar(self) -> str:
        """Where its meetings are as a calendar; "" when there is none to put into one."""
        is_any = any(meeting.next for meeting in self.meetings)
        return f"/feeds/group/{self.uid}.ics" if is_any else ""

    @property
    def is_from_anywhere(self) -> bool:
        """Say whether one may join from another country, where the clock differs."""
        return any(meeting.moment for meeting in self.meetings)

    @property
    def can_be_reached(self) -> bool:
        """Say whether there is anybody to ask, or a meeting to call or open from home."""
        told = self.how_to_join or self.url or (self.organisation and self.organisation.url)
        ways = (one.online_url or one.dial_in or one.url for one in self.meetings)
        return bool(told) or any(ways)

    @property
    def by_meeting(self) -> str:
        """A link or a number to a meeting is a way to join a group that takes in new people."""
        if self.takes_new and any(meeting.online_url for meeting in self.meetings):
            return _("Bruk lenka ved møtet.")
        if self.takes_new and any(meeting.dial_in for meeting in self.meetings):
            return _("Ring nummeret ved møtet.")
        return ""


def group_page(
    group: Group, terms: Terms, meetings: list[Meeting], now: datetime, zone: str = ""
) -> GroupPage:
    """The page of a group fetched with its organisation. Three queries, however much it says."""
    today = timezone.localdate(now)
    confirmed = provenance.confirmed(group, today)
    organisation = group.organisation
    return GroupPage(
        uid=group.uid,
        name=group.name,
        may_be_watched=terms.may_be_watched,
        has_others_first=group.state in LATER | SHUT,
        takes_new=group.state not in SHUT,
        has_ended=group.state == State.ENDED,
        is_fictitious=group.is_fictitious,
        state=words.word(words.STATES, group.state),
        state_told=words.word(words.STATES_TOLD, group.state),
        mode=words.word(words.MODES, group.mode),
        own_words=own_words(group.own_words),
        # Nobody comes to a group that has ended, whenever and wherever it met.
        meetings=[]
        if group.state == State.ENDED
        else [
            # What its only meeting is called and how it is held, the group itself says already.
            meeting_shown(
                meeting,
                terms.of(meeting) if len(meetings) > 1 else [],
                now,
                zone,
                is_from_home=not FROM_HOME.isdisjoint(terms.by_code),
            )
            for meeting in meetings
        ],
        how_to_join=text(group.how_to_join),
        fee=text(group.fee),
        accessibility=text(group.accessibility),
        ages=ages(group.minimum_age, group.maximum_age),
        url=web(group.url),
        first_time=first_time(terms.by_code, (meeting.minutes for meeting in meetings)),
        unsaid=unsaid(group, terms),
        terms=terms.ours,
        own_terms=terms.theirs,
        organisation=organisation_shown(organisation) if organisation else None,
        freshness=provenance.freshness(group, today, confirmed.by),
        is_stale=words.is_stale(group.confirmed_on, today),
        confirmed_told=confirmed.told,
        sources=provenance.sources_of(group),
        road=provenance.road_of(group),
        report=report(group),
        json_ld=json_ld(group, meetings, terms),
        is_here=not zone,
    )


def unsaid(group: Group, terms: Terms) -> list[str]:
    """What one may want to know and the group has not said."""
    schemes = {scheme for scheme, _code in terms.by_code}
    said = {
        _("pris"): bool(group.fee),
        _("tilgjengelighet"): bool(group.accessibility) or "accessibility" in schemes,
        _("språk"): "language" in schemes,
        _("hvem den er for"): "target-group" in schemes or group.minimum_age is not None,
    }
    return [name for name, is_said in said.items() if not is_said]


def report(group: Group) -> str:
    """Where to say that something is wrong: to the node, to the group, or to who stands behind.

    The subject of a mail is neutral; "" when none of them has a place to write to.
    """
    if to := settings.KNUTEPUNKT_CONTACT:
        return f"mailto:{to}?subject=Knutepunkt%20{str(group.uid)[:8]}"
    return web(group.url) or (web(group.organisation.url) if group.organisation else "")


def organisation_shown(organisation: Organisation) -> OrganisationShown:
    """The organisation in its own words."""
    return OrganisationShown(
        organisation.name,
        organisation.legal_id,
        web(organisation.url),
        reverse("organisation", args=[organisation.uid]),
        tuple(own_words(organisation.own_words)),
        tuple(understandings(organisation)),
    )


def understandings(organisation: Organisation) -> list[OwnWords]:
    """What an organisation has said that words such as self-help mean, newest first. One query."""
    return own_words(
        {"text": text, "language": language, "by": organisation.name, "on": f"{dated}"}
        for text, language, dated in UNDERSTANDINGS.rows(organisation.name)
    )


def ages(least: int | None, most: int | None) -> str:
    """How old one should be."""
    if least is not None and most is not None:
        return _("%(least)d til %(most)d år") % {"least": least, "most": most}
    if least is not None:
        return _("Fra %(least)d år") % {"least": least}
    return _("Opp til %(most)d år") % {"most": most} if most is not None else ""
