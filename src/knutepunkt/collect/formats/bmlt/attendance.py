"""Whether people meet in person, online or both, and whether they meet at all just now."""

from knutepunkt.collect.clean.text import one_line
from knutepunkt.collect.drafts import Mode, State
from knutepunkt.collect.opened import RawRecord, Reading

VENUES: dict[str, Mode] = {"1": "in-person", "2": "online", "3": "hybrid"}
OWNER = "the feed's owner: give venue_type as 1 (in person), 2 (virtual) or 3 (hybrid)"
CLOSED, VIRTUAL, HYBRID = "TC", {"VM"}, {"HY", "HYBR"}


def mode_and_state(
    meeting: RawRecord, codes: set[str], *, is_remote: bool, has_address: bool, reading: Reading
) -> tuple[Mode, State]:
    """The mode of the meeting and its state.

    A closed place (``TC``) leaves a meeting online when there is a way in from afar, else paused.
    """
    mode = said_mode(meeting, reading) or derived(
        codes, is_remote=is_remote, has_address=has_address
    )
    if CLOSED not in codes and one_line(meeting.get("temporarily_virtual")).lower() != "true":
        return mode, "active"
    is_online = is_remote or mode == "online" or bool(codes & VIRTUAL)
    return ("online", "active") if is_online else (mode, "paused")


def said_mode(meeting: RawRecord, reading: Reading) -> Mode:
    """The venue type's mode; "" when there is none or an unknown one."""
    said = one_line(meeting.get("venue_type"))
    if said and said not in VENUES:
        reading.issue("venue_type", said, "there is no such venue type; it was left out", OWNER)
    return VENUES.get(said, "")


def derived(codes: set[str], *, is_remote: bool, has_address: bool) -> Mode:
    """The mode that formats, links and an address add up to."""
    if codes & HYBRID or (is_remote and has_address):
        return "hybrid"
    if codes & VIRTUAL or is_remote:
        return "online"
    return "in-person" if has_address else ""
