"""How one takes part from afar, as the Meeting Guide has it: an address of the web or a number."""

import re

from knutepunkt.collect.drafts import MeetingDraft
from knutepunkt.distribute.uris import uri

FEWEST_DIGITS = 5
LONGEST = 15  # ITU-T E.164
# A number as people write it, with pauses (,) and codes (* #) after it; then whatever else is told.
NUMBER = re.compile(
    r"(?:tel:)?\s*(\+?[\d ()./\u00a0\u2010-\u2015-]*\d)([,;*# \d]*)(.*)",
    re.ASCII | re.DOTALL,
)
NO_NUMBER = re.compile(r"[^0-9+]")
NO_CODE = re.compile(r"[^0-9,*#]")


def ways_in(meeting: MeetingDraft) -> dict[str, object]:
    """The fields of a conference; empty where a meeting tells no way in that a program can take."""
    number = dialled(meeting.dial_in)
    url = uri(meeting.online_url) if meeting.online_url.startswith(("http://", "https://")) else ""
    return {
        "conference_url": url,
        "conference_url_notes": meeting.online_notes if url else "",
        "conference_phone": number,
        "conference_phone_notes": meeting.dial_in if number and is_more(meeting.dial_in) else "",
    }


def has_way_in(meeting: MeetingDraft) -> bool:
    """Say whether one can take part from afar by what the meeting tells."""
    found = ways_in(meeting)
    return bool(found["conference_url"] or found["conference_phone"])


def dialled(text: str) -> str:
    """A number to dial, digits and ``+ , * #`` alone; "" for a text that does not begin with one.

    >>> dialled("+47 21 40 00 00,,1234#"), dialled("21 40 00 00 (spør etter Lyset)")
    ('+4721400000,,1234#', '21400000')
    >>> dialled("ring oss"), dialled("24.12.")
    ('', '')
    """
    match = NUMBER.match(text.strip())
    if match is None:
        return ""
    number = NO_NUMBER.sub("", match[1])
    if not FEWEST_DIGITS <= len(number.removeprefix("+")) <= LONGEST:
        return ""
    code = NO_CODE.sub("", match[2])
    return number + code if code.strip(",") else number


def is_more(text: str) -> bool:
    """Say whether something stands beside a number, which the number alone does not tell."""
    match = NUMBER.match(text.strip())
    return match is not None and bool(match[3].strip(" ()./,;-"))
