"""The rows by which a Knutepunkt node tells, in HSDS, what HSDS has no field for.

Each is an ``attribute`` whose ``link_type`` is one of the names below and whose ``value`` is JSON
text: of ``GroupFacts``, ``WordsFacts``, a ``MeetingDraft`` without its place, a ``PlaceDraft``, or
a list of ``Step``. Confirmations are ``metadata``. See docs/reference/hsds-profile.md.
"""

import msgspec

from knutepunkt.collect.drafts import Mode, State

BEFORE = "knutepunkt/"
GROUP, WORDS, ROAD = f"{BEFORE}group", f"{BEFORE}own-words", f"{BEFORE}road"
ORDER, MEETING, PLACE = f"{BEFORE}meetings", f"{BEFORE}meeting", f"{BEFORE}place"
STATED, MAPPED, ITSELF = f"{BEFORE}stated", f"{BEFORE}mapped", f"{BEFORE}itself"
CONFIRMED, CLAIMED = "confirmed", "claimed"
LOCAL = "local-"


class GroupFacts(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a service cannot say of a group, and an organisation of itself.

    ``url`` is the address as written, where it is no URI letter by letter.
    """

    state: State = "active"
    mode: Mode = ""
    accessibility: str = ""
    url: str = ""
    is_fictitious: bool = False


class WordsFacts(msgspec.Struct, frozen=True):
    """What somebody says of itself in one language, under which name and when."""

    language: str
    text: str
    by: str
    on: str
