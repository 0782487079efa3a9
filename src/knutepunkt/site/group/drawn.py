"""The page of a group, put together of parts, each by a stencil of its own."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from knutepunkt.site.answers.cards import Card
from knutepunkt.site.group.first_time import TELLING
from knutepunkt.site.group.meetings import MeetingShown
from knutepunkt.site.group.own_words import OwnWords, paragraphs
from knutepunkt.site.group.page import GroupPage, OrganisationShown
from knutepunkt.site.words import page_language
from knutepunkt.site.writing.frame import framed
from knutepunkt.site.writing.shaping import shaped
from knutepunkt.site.zones import ZONES

NOTHING = SafeString()
ACCESS = "accessibility"
# Of a group that has ended nobody asks when it meets and what the first time is like.
STAYING_AWAY = dict.fromkeys(("meetings", "joining", "first_time"), NOTHING)


def group_drawn(request: HttpRequest, group: GroupPage, similar: Iterable[Card]) -> SafeString:
    """The whole page."""
    others = similar_drawn(similar)
    return framed(
        request,
        "site/group.html",
        is_loud=group.may_be_watched,
        is_elsewhere=not group.is_here,
        json_ld=group.json_ld,
        is_fictitious=group.is_fictitious,
        name=group.name,
        state_told=group.state_told,
        freshness=group.freshness,
        is_stale=group.is_stale,
        others_first=group.has_others_first and others,
        own_words=words_drawn(group.own_words),
        **(
            coming_drawn(group, has_similar=bool(others.strip()))
            if not group.has_ended
            else STAYING_AWAY
        ),
        terms=terms_drawn(group),
        organisation=group.organisation and box_drawn(group.organisation, page_language()),
        provenance=provenance_drawn(group),
        doors=doors_drawn(group),
        others=NOTHING if group.has_others_first else others,
    )


def coming_drawn(group: GroupPage, *, has_similar: bool) -> dict[str, SafeString]:
    """When and where one comes, how, and what to expect."""
    return {
        "meetings": meetings_drawn(group),
        "joining": joining_drawn(group, has_similar=has_similar),
        "first_time": first_time_drawn(group),
    }


def similar_drawn(similar: Iterable[Card]) -> SafeString:
    """Groups about the same."""
    return shaped("site/parts/similar.html", similar=[card.drawn for card in similar])


def words_drawn(texts: Sequence[OwnWords]) -> SafeString:
    """What somebody says of itself."""
    if not texts:
        return NOTHING
    said = [
        {"paragraphs": one.paragraphs, "language": one.language, "named": one.named,
         "by": one.by, "on": one.on, "read": one.read}
        for one in texts
    ]  # fmt: skip
    return shaped("site/parts/own_words.html", texts=said)


def meetings_drawn(group: GroupPage) -> SafeString:
    """When and where."""
    meetings = SafeString("".join([meeting_drawn(one, group) for one in group.meetings]))
    return shaped(
        "site/parts/meetings.html",
        mode=group.mode,
        meetings=meetings,
        can_be_reached=group.can_be_reached,
        zone=zone_drawn(group),
    )


def meeting_drawn(meeting: MeetingShown, group: GroupPage) -> SafeString:
    """One meeting; what its group says already, it does not say again."""
    return shaped(
        "site/parts/meeting.html",
        meeting={
            "name": "" if meeting.name == group.name else meeting.name,
            "when": meeting.when,
            "state": "" if meeting.state == group.state else meeting.state,
            "under_way": meeting.under_way,
            "apart": meeting.apart,
            "next": meeting.next,
            "next_at_home": meeting.next_at_home,
            "next_there": meeting.next_there,
            "moment": meeting.moment,
            "place": meeting.place,
            "mode": meeting.mode,
            "is_nowhere": meeting.is_nowhere,
            "secrecy": meeting.secrecy,
            # Who cannot be asked tells nobody.
            "told_later": meeting.told_later if group.can_be_reached else "",
            "place_notes": paragraphs(meeting.place_notes),
            "online_url": meeting.online_url,
            "takes_new": meeting.takes_new,
            "online_notes": paragraphs(meeting.online_notes),
            "dial_in": meeting.dial_in,
            "dial": meeting.dial,
            "notes": paragraphs(meeting.notes),
            "has_secret": meeting.has_secret,
            "terms": " · ".join(meeting.terms),
            "url": meeting.url,
        },
    )


def zone_drawn(group: GroupPage) -> SafeString:
    """Where one asks for the clock of another country."""
    if not group.is_from_anywhere:
        return NOTHING
    address = reverse("group_zone", args=[group.uid])
    offered = zones_drawn(page_language())
    return shaped("site/parts/zone.html", address=address, is_here=group.is_here, zones=offered)


@lru_cache(maxsize=10)
def zones_drawn(tongue: str) -> SafeString:
    """The countries to choose from, in a language."""
    del tongue
    return SafeString(render_to_string("site/parts/zones.html", {"zones": ZONES}))


def joining_drawn(group: GroupPage, *, has_similar: bool) -> SafeString:
    """How to join, and what one should know before."""
    return shaped(
        "site/parts/joining.html",
        group={
            "takes_new": group.takes_new,
            "how_to_join": paragraphs(group.how_to_join),
            "url": group.url,
            "by_meeting": group.by_meeting,
            "ages": group.ages,
            "no_way": no_way_drawn(group, has_similar=has_similar),
            "ask_at": group.organisation.url if group.organisation else "",
            "fee": group.fee,
            "accessibility": paragraphs(group.accessibility),
            "access": names_of(group, ACCESS),
        },
    )


def no_way_drawn(group: GroupPage, *, has_similar: bool) -> SafeString:
    """What to do instead, where nobody has said whom to ask."""
    if group.can_be_reached:
        return NOTHING
    themes = [link for one in group.terms if one.scheme == "theme" for link in one.links]
    return shaped(
        "site/parts/no_way.html", has_similar=has_similar, themes=themes, report=group.report
    )


def names_of(group: GroupPage, scheme: str) -> list[str]:
    """The names of what a group carries of one vocabulary."""
    return [name for one in group.terms if one.scheme == scheme for name in one.names]


def first_time_drawn(group: GroupPage) -> SafeString:
    """What to expect."""
    first = group.first_time
    said = {"told": first.told, "lasts": first.lasts, "asks": first.asks}
    can_be_asked = group.can_be_reached
    return shaped("site/parts/first_time.html", first=said, can_be_asked=can_be_asked)


def terms_drawn(group: GroupPage) -> SafeString:
    """What and whom it is for; what stands above already does not stand here again."""
    told = () if group.has_ended else (*TELLING, ACCESS)
    rows = [
        shaped("site/parts/term.html", title=one.title, links=one.links)
        for one in group.terms
        if one.scheme not in told
    ]
    rows += [
        shaped("site/parts/term.html", title=one.title or _("Med kildens egne ord"),
               links=one.links)
        for one in group.own_terms
    ]  # fmt: skip
    if not rows and not group.unsaid:
        return NOTHING
    unsaid = ", ".join(group.unsaid)
    return shaped("site/parts/terms.html", rows=SafeString("".join(rows)), unsaid=unsaid)


@lru_cache(maxsize=500)
def box_drawn(organisation: OrganisationShown, tongue: str) -> SafeString:
    """Who stands behind it: kept by all that is said there, for many groups have the same."""
    del tongue
    return shaped(
        "site/parts/organisation.html",
        organisation={
            "page": organisation.page,
            "name": organisation.name,
            "legal_id": organisation.legal_id,
            "url": organisation.url,
            "own_words": words_drawn(organisation.own_words),
            "understandings": words_drawn(organisation.understandings),
        },
    )


def provenance_drawn(group: GroupPage) -> SafeString:
    """How sure this is."""
    sources = [
        {"id": one.id, "name": one.name, "kind": one.kind, "said": one.said,
         "read": one.read, "is_missing": one.is_missing}
        for one in group.sources
    ]  # fmt: skip
    return shaped(
        "site/parts/provenance.html",
        group={
            "freshness": group.freshness,
            "confirmed_told": group.confirmed_told,
            "sources": sources,
            "road": group.road,
        },
    )


def doors_drawn(group: GroupPage) -> SafeString:
    """What to take along, and where to say that something is wrong."""
    return shaped(
        "site/parts/group_doors.html",
        group={
            "uid": str(group.uid),
            "has_ended": group.has_ended,
            "calendar": group.calendar,
            "report": group.report,
            "can_be_reached": group.can_be_reached,
            "is_mail": group.report.startswith("mailto:"),
        },
    )
