"""The weekly meetings among others, for formats that know no other rhythm."""

from collections.abc import Iterable, Iterator

from knutepunkt.collect.drafts import MeetingDraft, RecordDraft
from knutepunkt.distribute.formats.base import Account, Frame
from knutepunkt.distribute.spoken import last_day, weekly_days

NO_MEETING = "groups without a meeting"
BY_AGREEMENT = "meetings by agreement"
NOT_WEEKLY = "meetings that are not held every week"
OVER = "meetings that are over"
ENDED = "groups that have ended"
UNTIMED = "weekly meetings without a time of day"


def weekly_meetings(
    records: Iterable[RecordDraft], frame: Frame, account: Account
) -> Iterator[tuple[RecordDraft, MeetingDraft]]:
    """Each weekly meeting that is still held; why others are not is noted in the account."""
    today = frame.moment.date().isoformat()
    for record in records:
        if record.group is not None and record.group.state == "ended":
            account.leave_out(ENDED)
            continue
        if not record.meetings:
            account.leave_out(NO_MEETING)
        for meeting in record.meetings:
            if reason := why_not(meeting, today):
                account.leave_out(reason)
            else:
                yield record, meeting


def why_not(meeting: MeetingDraft, today: str) -> str:
    """Why a meeting does not stand in a weekly list; "" when it does."""
    if not meeting.rrule:
        return NOT_WEEKLY if meeting.first_on else BY_AGREEMENT
    if not weekly_days(meeting):
        return NOT_WEEKLY
    if meeting.state == "ended" or "" < last_day(meeting) < today:
        return OVER
    return "" if meeting.start else UNTIMED
