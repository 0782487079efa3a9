"""Whether people meet in person, online or both, and whether they meet at all just now."""

import re
from collections.abc import Iterable

from knutepunkt.collect.clean.text import one_line
from knutepunkt.collect.drafts import Mode, PlaceDraft, State, Term
from knutepunkt.collect.opened import RawRecord

PAUSED = re.compile(
    r"^\W*(?:temporarily\s+)?(?:suspended|closed|inactive|paused|innstilt)\W*[:–-]\s*",
    re.IGNORECASE,
)
MODES: dict[str, Mode] = {
    "in_person": "in-person",
    "in-person": "in-person",
    "hybrid": "hybrid",
    "online": "online",
}


def name_and_pause(name: str) -> tuple[str, bool]:
    """The name without "Suspended:" before it, and whether that stood there."""
    found = PAUSED.match(name)
    return (name[found.end() :], True) if found and found.end() < len(name) else (name, False)


def mode_and_state(
    raw: RawRecord,
    place: PlaceDraft | None,
    terms: Iterable[Term],
    *,
    is_remote: bool,
    is_paused: bool,
) -> tuple[Mode, State]:
    """The format of the meeting and its state.

    ``TC`` means the place is closed for now: with a way in from afar the meeting goes on online,
    without one it is paused.
    """
    said = one_line(raw.get("attendance_option")).lower()
    codes = {term.code for term in terms}
    is_here = place is not None and place.disclosure == "exact" and "TC" not in codes
    if is_paused or said == "inactive" or ("TC" in codes and not is_remote and said != "online"):
        return MODES.get(said, ""), "paused"
    if said in MODES:
        return MODES[said], "active"
    if is_remote:
        return ("hybrid" if is_here else "online"), "active"
    return ("in-person" if is_here else "online" if "ONL" in codes else ""), "active"
