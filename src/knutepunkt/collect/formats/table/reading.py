"""Reads one row of a table into a draft."""

import re
from collections.abc import Mapping

from knutepunkt.collect.clean.ids import real_id
from knutepunkt.collect.clean.text import one_line
from knutepunkt.collect.drafts import GroupDraft, MeetingDraft, RecordDraft, State
from knutepunkt.collect.errors import CollectError, RecordRejected
from knutepunkt.collect.fingerprint import fingerprint, folded
from knutepunkt.collect.formats.meeting_guide.attendance import name_and_pause
from knutepunkt.collect.formats.table.beside import contacts_of, extra_of
from knutepunkt.collect.formats.table.days import moment_of
from knutepunkt.collect.formats.table.links import link_of
from knutepunkt.collect.formats.table.mapping import from_text
from knutepunkt.collect.formats.table.meetings import meetings_of
from knutepunkt.collect.formats.table.organisation import organisation_of
from knutepunkt.collect.formats.table.organisation_rows import organisation_record
from knutepunkt.collect.formats.table.row import Row
from knutepunkt.collect.formats.table.states import state_of
from knutepunkt.collect.formats.table.terms import group_terms, meeting_terms, mode_of
from knutepunkt.collect.opened import RawRecord, Reading

OWNER = (
    "the feed's owner: give every row a name; you: or say in the mapping file which column is it"
)
OURS = "the developers of Knutepunkt: mend the reader"
AGE = re.compile(r"\d{1,3}")


def read(raw: RawRecord, reading: Reading) -> RecordDraft:
    """One row: a group with its meeting, a meeting of a group, or an organisation."""
    row = row_of(raw, reading)
    name, is_paused = name_and_pause(row.one("name") or row.one("group"))
    key = "" if raw.get("id_is_shared") else real_id(row.one("id"))
    reading.record = key or name
    remark(raw, reading)
    if not name:
        raise RecordRejected("name", "", "the row has no name", OWNER)
    if row.mapping.rows == "organisations":
        return organisation_record(row, name, key)
    state = state_of(row, is_paused=is_paused)
    meetings = meetings_of(row, name, state)
    group = group_of(row, name, state, meetings)
    return RecordDraft(
        key=key,
        group=group,
        meetings=meetings,
        organisation=organisation_of(row),
        fingerprint=() if key else fingerprint(group, meetings),
        said_on=moment_of(row, "updated"),
        confirmed_on=moment_of(row, "confirmed"),
        extra=extra_of(row),
    )


def row_of(raw: RawRecord, reading: Reading) -> Row:
    """The row behind a raw record. Raises RecordRejected when it is not one of ours."""
    mapping, cells = raw.get("mapping"), raw.get("cells")
    if not isinstance(mapping, str) or not isinstance(cells, Mapping):
        raise RecordRejected("row", "", "this is no row of a table", OURS)
    try:
        return Row(from_text(mapping), cells, reading)
    except (ValueError, CollectError):
        raise RecordRejected("mapping", "", "the row's mapping cannot be read", OURS) from None


def remark(raw: RawRecord, reading: Reading) -> None:
    """Pass on what was seen while the table was opened, and say that an id was shared."""
    remarks = raw.get("remarks")
    for text in remarks if isinstance(remarks, list) else []:
        reading.note(one_line(text))
    if raw.get("id_is_shared"):
        reading.note("ids that several rows have were not used as ids")


def group_of(row: Row, name: str, state: State, meetings: tuple[MeetingDraft, ...]) -> GroupDraft:
    """The group that the row names, or the row itself as a group."""
    group_name = row.one("group")
    url = link_of(row, "url")
    is_meeting = bool(group_name and folded(group_name) != folded(name))
    return GroupDraft(
        name=group_name or name,
        key=real_id(row.one("group_id")),
        own_words=row.language_pairs("own_words"),
        state="active" if is_meeting and meetings else state,
        mode="" if meetings else mode_of(row),
        how_to_join=row.one("how_to_join"),
        fee=row.one("fee"),
        minimum_age=age(row, "minimum_age", 0),
        maximum_age=age(row, "maximum_age", 0) or age(row, "minimum_age", 1),
        url=url,
        terms=group_terms(row) + (() if meetings else meeting_terms(row)),
        contacts=contacts_of(row),
    )


def age(row: Row, target: str, place: int) -> int | None:
    """A number of years: of "18–25 år" the first or the second; None when there is none.

    Words without a number are kept beside.
    """
    text = row.one(target)
    found = AGE.findall(text)
    if text and not found:
        row.passed_over[target] = text
    return int(found[place]) if len(found) > place else None
