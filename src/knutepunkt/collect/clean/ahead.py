"""Days that must have been: nobody has changed or confirmed a record tomorrow.

Left as they are, they would make a group look freshly confirmed for years, and let the source win
over those that tell the truth.
"""

from datetime import date, datetime

import msgspec

from knutepunkt.collect.drafts import RecordDraft
from knutepunkt.collect.opened import Reading

PROBLEM = "this day has not come yet; it was left out"
OWNER = "the feed's owner: give the day on which it was"


def without_days_ahead(draft: RecordDraft, reading: Reading) -> RecordDraft:
    """The draft without what is said to have been after ``reading.options.latest``; "" for no end.

    Expects dates and moments in ISO form, as ``checks.checked`` leaves them.
    """
    if not reading.options.latest:
        return draft
    latest = date.fromisoformat(reading.options.latest)
    told = {name: getattr(draft, name) for name in ("said_on", "confirmed_on")}
    ahead = {name: day for name, day in told.items() if is_ahead(day, latest)}
    for name, day in ahead.items():
        reading.issue(name, day, PROBLEM, OWNER)
    kept = tuple(one for one in draft.confirmations if not is_ahead(one[2], latest))
    if len(kept) < len(draft.confirmations):
        reading.issue("confirmations", "", PROBLEM, OWNER)
    elif not ahead:
        return draft
    return msgspec.structs.replace(draft, confirmations=kept, **dict.fromkeys(ahead, ""))


def is_ahead(day: str, latest: date) -> bool:
    """Say whether an ISO date or moment lies after a day; "" never does."""
    return bool(day) and datetime.fromisoformat(day).date() > latest
