"""The Meeting Guide feed: a JSON list of weekly meetings, as meeting finders everywhere read it."""

from collections.abc import Iterable, Iterator

import msgspec

from knutepunkt.collect.drafts import MeetingDraft, RecordDraft
from knutepunkt.distribute.counterparts import counterparts_in
from knutepunkt.distribute.drafting import draft_of
from knutepunkt.distribute.formats.base import Account, Format, Frame, counted, listed
from knutepunkt.distribute.formats.meeting_guide.items import item
from knutepunkt.distribute.formats.meeting_guide.types import SCHEME, Table
from knutepunkt.distribute.formats.meeting_guide.ways_in import has_way_in
from knutepunkt.distribute.formats.weekly import weekly_meetings
from knutepunkt.distribute.published import PublishedGroup

NO_WAY_IN = "online meetings without an address or a number to dial"
ENCODE = msgspec.json.Encoder().encode


def chunks(groups: Iterable[PublishedGroup], frame: Frame, account: Account) -> Iterator[bytes]:
    """The list, one weekly meeting at a time."""
    table = counterparts_in(SCHEME)
    for_each = weekly_meetings(map(draft_of, counted(groups, account)), frame, account)
    yield from listed(
        ENCODE(entry(record, meeting, frame, table))
        for record, meeting in for_each
        if may_stand(meeting, account)
    )


def may_stand(meeting: MeetingDraft, account: Account) -> bool:
    """Say whether the specification lets a meeting stand: one online must tell a way in."""
    if meeting.mode != "online" or has_way_in(meeting):
        return True
    account.leave_out(NO_WAY_IN)
    return False


def entry(
    record: RecordDraft, meeting: MeetingDraft, frame: Frame, table: Table
) -> dict[str, object]:
    """One meeting, with the address of the group's page here."""
    found = item(meeting.key, record, meeting, table)
    return found | {"url": meeting.url or frame.page_of(record.key)}


FORMAT = Format(
    name="meeting-guide",
    label="Meeting Guide",
    ending="json",
    media_type="application/json",
    cannot_say=(
        "meetings not held every week: fortnightly, monthly, once, by agreement (left out)",
        "groups without a meeting (left out)",
        "online meetings without an address or a number to dial (left out)",
        "hybrid meetings without them (told as in person)",
        "seasons, exceptions and extra dates (told in the notes)",
        "themes, target groups and working forms without a type code",
        "texts in more than one language (all in one field)",
        "what an organisation says of itself",
        "states other than paused",
        "ages; fees and how to join (told in the notes)",
        "hidden places",
        "who confirmed what",
    ),
    chunks=chunks,
)
