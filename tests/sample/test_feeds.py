"""Every feed is one that the node's own readers know and take in."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from knutepunkt.collect.drafts import MeetingDraft, RecordDraft
from knutepunkt.collect.errors import RecordRejected
from knutepunkt.collect.formats.base import Format
from knutepunkt.collect.opened import Options, Reading
from knutepunkt.collect.opening import opened
from knutepunkt.collect.recognise import recognised
from knutepunkt.distribute.formats.meeting_guide.types import TYPES
from knutepunkt.sample.feeds import FEEDS, FeedError, write_feed
from knutepunkt.sample.feeds.hsds import schedule
from knutepunkt.sample.feeds.tsml import TYPES as WORDS
from knutepunkt.sample.groups import records
from knutepunkt.sample.schemes import concepts

ENDINGS = {
    "knutepunkt": "ndjson", "meeting-guide": "json", "tsml": "csv", "bmlt": "json",
    "hsds": "ndjson", "hsds-1.1": "zip", "csv": "csv", "xlsx": "xlsx",
}  # fmt: skip
READERS = {"hsds-1.1": "hsds"}
GROUPS = 150


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("feeds")
    for form in FEEDS:
        write_feed(form, records(GROUPS), folder / form / f"feed.{ENDINGS[form]}")
    return folder


Read = tuple[Format, list[RecordDraft], Reading, Counter[str]]


def read(folder: Path, form: str, room: Path) -> Read:
    """The format that is recognised, the drafts, what the reader said, and what it refused."""
    files = opened(sorted((folder / form).iterdir()), room)
    format_, _ = recognised(files)
    reading = Reading(Options(timezone="Europe/Oslo", timezone_is_default=False))
    drafts: list[RecordDraft] = []
    refused: Counter[str] = Counter()
    for raw in format_.records(files, reading.options):
        try:
            drafts.append(format_.read(raw, reading))
        except RecordRejected as why:
            refused[why.field] += 1
    return format_, drafts, reading, refused


@pytest.mark.parametrize("form", FEEDS)
def test_a_feed_is_known_for_what_it_is(written: Path, tmp_path: Path, form: str) -> None:
    format_, _, _, _ = read(written, form, tmp_path)

    assert format_.name == READERS.get(form, form)


@pytest.mark.parametrize("form", sorted(set(FEEDS) - {"bmlt"}))
def test_no_record_of_a_feed_is_refused(written: Path, tmp_path: Path, form: str) -> None:
    _, _, _, refused = read(written, form, tmp_path)

    assert refused == {}


def test_only_unpublished_meetings_of_bmlt_are_refused(written: Path, tmp_path: Path) -> None:
    _, _, _, refused = read(written, "bmlt", tmp_path)

    assert set(refused) == {"published"}


@pytest.mark.parametrize("form", sorted(set(FEEDS) - {"bmlt"}))
def test_nothing_in_a_feed_needs_mending(written: Path, tmp_path: Path, form: str) -> None:
    _, _, reading, _ = read(written, form, tmp_path)

    assert [(issue.field, issue.value) for issue in reading.issues] == []


@pytest.mark.parametrize("form", sorted(set(FEEDS) - {"bmlt", "tsml"}))
def test_every_group_arrives_under_its_name(written: Path, tmp_path: Path, form: str) -> None:
    _, drafts, _, _ = read(written, form, tmp_path)

    told = {draft.group.name for draft in drafts if draft.group}

    assert told == {record.group.name for record in records(GROUPS) if record.group}


def test_our_own_format_carries_everything(written: Path, tmp_path: Path) -> None:
    _, drafts, _, _ = read(written, "knutepunkt", tmp_path)

    assert drafts == list(records(GROUPS))


def test_the_table_carries_states_and_words(written: Path, tmp_path: Path) -> None:
    _, drafts, _, _ = read(written, "csv", tmp_path)

    told = {
        (draft.group.key, state_of(draft), tuple(sorted(draft.group.own_words)))
        for draft in drafts
        if draft.group
    }

    assert told == {
        (record.group.key, record.group.state, tuple(sorted(record.group.own_words)))
        for record in records(GROUPS)
        if record.group
    }


def state_of(draft: RecordDraft) -> str:
    """A row's state is its meeting's when it has one."""
    return draft.meetings[0].state if draft.meetings else draft.group.state if draft.group else ""


@pytest.mark.parametrize("form", sorted(set(FEEDS) - {"knutepunkt", "xlsx"}))
def test_a_hidden_place_is_not_sent(tmp_path: Path, form: str) -> None:
    path = tmp_path / "feed"
    hidden = next(
        record
        for record in records(600)
        if record.meetings
        and record.meetings[0].place
        and record.meetings[0].place.disclosure == "hidden"
        and record.meetings[0].place.address
    )

    write_feed(form, [hidden], path)

    place = hidden.meetings[0].place
    assert place is not None
    assert place.address not in content(path)


def content(path: Path) -> str:
    if path.read_bytes()[:2] != b"PK":
        return path.read_text(encoding="utf-8")
    with ZipFile(path) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())


def test_an_unknown_feed_is_said_to_be_unknown(tmp_path: Path) -> None:
    with pytest.raises(FeedError, match="there is no feed “rss”"):
        write_feed("rss", [], tmp_path / "feed")


def test_a_workbook_of_too_many_rows_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    record = next(record for record in records(1) if record.group)

    with pytest.raises(FeedError, match="49999 rows"):
        write_feed("xlsx", (record for _ in range(50_000)), tmp_path / "feed.xlsx")

    assert list(tmp_path.iterdir()) == []


def breaking_off() -> Iterator[RecordDraft]:
    yield from records(3)
    raise ConnectionError


@pytest.mark.parametrize("form", FEEDS)
def test_a_feed_that_breaks_off_leaves_the_old_file(tmp_path: Path, form: str) -> None:
    path = tmp_path / "feed"
    path.write_text("old")

    with pytest.raises(ConnectionError):
        write_feed(form, breaking_off(), path)

    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("feed", "old")]


def test_type_codes_are_those_of_the_meeting_guide() -> None:
    codes = {code for table in TYPES.values() for code in table.values()}

    assert codes - set(concepts("meeting-guide")) == set()
    assert codes == set(WORDS)


@pytest.mark.parametrize("scheme", TYPES)
def test_terms_that_become_types_are_known(scheme: str) -> None:
    assert set(TYPES[scheme]) - set(concepts(scheme)) == set()


def test_hsds_recurs_weekly_or_monthly() -> None:
    told = [schedule(record.key, one) for record in records(600) for one in record.meetings]

    assert {one.get("freq", "") for one in told} == {"", "WEEKLY", "MONTHLY"}


def test_hsds_tells_a_daily_meeting_as_every_day_of_the_week() -> None:
    told = schedule("1", MeetingDraft(rrule="FREQ=DAILY"))

    assert (told["freq"], told["byday"]) == ("WEEKLY", "MO,TU,WE,TH,FR,SA,SU")
