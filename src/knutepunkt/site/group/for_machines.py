"""A group's page as search engines read it: schema.org, from what the page has fetched already."""

from collections.abc import Iterable

from django.conf import settings
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from msgspec import convert

from knutepunkt.collect.drafts import Term
from knutepunkt.directory.disclosure import shown_place
from knutepunkt.directory.enums import Mode
from knutepunkt.directory.models import Group, Meeting, Organisation
from knutepunkt.distribute.formats.base import Frame
from knutepunkt.distribute.formats.jsonld import document
from knutepunkt.distribute.published import (
    OwnWords,
    PublishedGroup,
    PublishedMeeting,
    PublishedOrganisation,
    PublishedPlace,
    PublishedTerm,
)
from knutepunkt.distribute.published.texts import link, number, own_words, text
from knutepunkt.distribute.uris import uri
from knutepunkt.site.group.terms import Terms
from knutepunkt.site.words import language


def json_ld(group: Group, meetings: Iterable[Meeting], terms: Terms) -> SafeString:
    """The document to stand in a data block of the page; it is safe there. No queries."""
    site = settings.KNUTEPUNKT_SITE.rstrip("/")
    frame = Frame(uri(site), timezone.now(), language=language())
    told = document(spoken_of(group, meetings, terms), frame).decode()
    # Every character that could end the block is written as a number.
    return mark_safe(told)  # noqa: S308


def spoken_of(group: Group, meetings: Iterable[Meeting], terms: Terms) -> PublishedGroup:
    """The group as every door is given it, as far as schema.org has words for it."""
    owner = group.organisation
    return PublishedGroup(
        group.pk, str(group.uid), text(group.name), behind(owner) if owner else None,
        own_words(convert(group.own_words, tuple[OwnWords, ...])),
        group.state, group.mode, "", "", "",  # type: ignore[arg-type]
        group.minimum_age, group.maximum_age, link(group.url), group.is_fictitious,
        group.updated_at, "", group.added_at, group.edition, (), themes(terms),
        tuple(map(meeting_of, meetings)), (), (),
    )  # fmt: skip


def behind(owner: Organisation) -> PublishedOrganisation:
    """Who stands behind the group; never their contacts."""
    return PublishedOrganisation(
        str(owner.uid), text(owner.name), owner.legal_id, "", (), link(owner.url),
        owner.is_fictitious, owner.added_at, owner.edition, (),
    )  # fmt: skip


def themes(terms: Terms) -> tuple[PublishedTerm, ...]:
    """The themes in the language of the page."""
    return tuple(
        PublishedTerm(0, scheme, code, "own", {language(): name}, "stated")
        for (scheme, code), name in terms.by_code.items()
        if scheme == "theme"
    )


def meeting_of(meeting: Meeting) -> PublishedMeeting:
    """A meeting; its place as far as it may be told."""
    is_placed = meeting.place is not None and meeting.mode != Mode.ONLINE
    return PublishedMeeting(
        id=str(meeting.uid), name=text(meeting.name), rrule=meeting.rrule,
        first_on=meeting.first_on.isoformat() if meeting.first_on else "",
        last_on=meeting.last_on.isoformat() if meeting.last_on else "",
        start=meeting.start, minutes=meeting.minutes, timezone=meeting.timezone,
        except_on=tuple(meeting.except_on), also_on=tuple(meeting.also_on),
        mode=meeting.mode, place=place_of(meeting) if is_placed else None,  # type: ignore[arg-type]
        online_url=link(meeting.online_url), dial_in=number(meeting.dial_in),
        state=meeting.state, notes=text(meeting.notes), url=link(meeting.url),  # type: ignore[arg-type]
        terms=tuple(Term(*term) for term in meeting.terms),
    )  # fmt: skip


def place_of(meeting: Meeting) -> PublishedPlace:
    """A place as its disclosure lets it."""
    shown = shown_place(meeting.place)  # type: ignore[arg-type]
    return PublishedPlace(
        "", text(shown.name), text(shown.address), shown.postal_code, shown.city,
        shown.municipality, region=shown.region, country=shown.country,
        latitude=shown.latitude, longitude=shown.longitude, is_area=shown.is_area,
    )  # fmt: skip
