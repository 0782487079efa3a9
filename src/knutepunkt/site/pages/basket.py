"""The groups a professional has put aside for somebody: a sealed address, and no cookie."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from knutepunkt.directory.models import Group
from knutepunkt.directory.queries import published
from knutepunkt.distribute.formats.printed.setting import drawing
from knutepunkt.site.group.known import meetings_of
from knutepunkt.site.group.page import GroupPage, group_page
from knutepunkt.site.group.terms import terms_of
from knutepunkt.site.short import short_of


@dataclass(frozen=True, slots=True)
class Handed:
    """One group as it is handed over. ``address`` names no theme; ``qr`` is its code, drawn."""

    uid: UUID
    page: GroupPage
    address: str
    qr: str

    @property
    def typed(self) -> str:
        """The address as people type it."""
        return self.address.removeprefix("https://")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is handed over: each group in full, in the order they were put aside."""

    groups: list[Handed]
    has_fictitious: bool


def sheet(ids: Sequence[str], now: datetime) -> Sheet:
    """The sheet for some groups; one that is gone since is left out. Five queries each."""
    found: dict[UUID, Group] = {
        group.uid: group for group in published().select_related("organisation").filter(uid__in=ids)
    }
    groups = [handed(group, now) for group in map(found.get, map(UUID, ids)) if group]
    return Sheet(groups, any(one.page.is_fictitious for one in groups))


def handed(group: Group, now: datetime) -> Handed:
    """A group with the short address of its page, as a text and as a code."""
    leads_on = reverse("group_short", args=[short_of(group.uid)])
    address = settings.KNUTEPUNKT_SITE.rstrip("/") + leads_on
    page = group_page(group, terms_of(group), meetings_of(group), now)
    return Handed(group.uid, page, address, drawing(address))
