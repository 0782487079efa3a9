"""The groups a professional has put aside for somebody: a sealed address, and no cookie."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from knutepunkt.directory.models import Group
from knutepunkt.directory.queries import published
from knutepunkt.site.group_page import GroupPage, group_page


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is handed over: each group in full, in the order they were put aside."""

    groups: list[tuple[UUID, GroupPage]]
    has_fictitious: bool


def sheet(ids: Sequence[str], now: datetime) -> Sheet:
    """The sheet for some groups; one that is gone since is left out. Five queries each."""
    found: dict[UUID, Group] = {
        group.uid: group for group in published().select_related("organisation").filter(uid__in=ids)
    }
    groups = [
        (group.uid, group_page(group, now)) for group in map(found.get, map(UUID, ids)) if group
    ]
    return Sheet(groups, any(page.is_fictitious for _, page in groups))
