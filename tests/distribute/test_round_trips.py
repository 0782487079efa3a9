"""What a format can say comes back through the node's own reader."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from knutepunkt.collect.drafts import RecordDraft
from knutepunkt.directory.models import Group
from knutepunkt.distribute.formats.meeting_guide.ways_in import has_way_in
from knutepunkt.distribute.handing import here, stated
from knutepunkt.distribute.published import stream
from knutepunkt.distribute.spoken import weekly_days
from knutepunkt.sample.groups import records
from knutepunkt.vocabulary import actions, files
from tests.distribute.made import HOUSE, TUESDAYS, at, record, taken_in
from tests.distribute.reading import exported, read_back, round_trip

pytestmark = pytest.mark.django_db
READERS = {"ndjson": "knutepunkt"}


@pytest.fixture(scope="class")
def sample(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[list[Group]]:
    # Once for all that look at it: what a test itself writes is taken back before the next.
    with django_db_blocker.unblock(), transaction.atomic():
        actions.load(files.DATA)
        yield taken_in(*(one for one in records(120) if one.group))
        transaction.set_rollback(True)


def named(drafts: list[RecordDraft]) -> set[str]:
    return {draft.group.name for draft in drafts if draft.group}


def said(group: object) -> dict[str, object]:
    """What two nodes must agree on: all but what each makes itself, and who it heard it from."""
    told = msgspec.to_builtins(group)
    for name in ("number", "edition", "added_at", "claims", "road"):
        del told[name]
    if told["organisation"]:
        told["organisation"] = told["organisation"]["name"]
    for meeting in told["meetings"]:
        meeting.get("place", {}).pop("id", None)
    for term in told["terms"]:
        del term["concept"]
    return told


def weekly(*, each_day: bool) -> set[tuple[str, str]]:
    """The rules and times of the weekly meetings there are, a day at a time or together."""
    found = set()
    for group in stream():
        for meeting in stated(group, here()).meetings:
            days = weekly_days(meeting)
            told = days if each_day else filter(None, [",".join(days)])
            can_stand = each_day or meeting.mode != "online" or has_way_in(meeting)
            if group.state != "ended" and meeting.start and can_stand:
                found.update((f"FREQ=WEEKLY;BYDAY={day}", meeting.start) for day in told)
    return found


class TestSample:
    @pytest.mark.parametrize("form", ["ndjson", "meeting-guide", "bmlt", "csv", "xlsx"])
    def test_our_reader_knows_the_format_and_has_nothing_to_mend(
        self, sample: list[Group], tmp_path: Path, form: str
    ) -> None:
        written = exported(form, tmp_path)

        format_, _, reading = read_back(written.path, tmp_path / "room")

        assert format_.name == READERS.get(form, form)
        assert [(issue.field, issue.value, issue.problem) for issue in reading.issues] == []

    @pytest.mark.parametrize("form", ["ndjson", "csv", "xlsx"])
    def test_every_group_comes_back(self, sample: list[Group], tmp_path: Path, form: str) -> None:
        drafts = round_trip(form, tmp_path)

        assert named(drafts) == {group.name for group in sample}

    def test_our_own_records_come_back_the_same(self, sample: list[Group], tmp_path: Path) -> None:
        drafts = round_trip("ndjson", tmp_path)

        assert [draft for draft in drafts if draft.group] == [
            stated(group, here()) for group in stream()
        ]

    def test_the_whole_directory_is_the_same_on_the_next_node(
        self, sample: list[Group], tmp_path: Path
    ) -> None:
        first = list(stream())
        drafts = [draft for draft in round_trip("ndjson", tmp_path) if draft.group]
        for group in sample:
            group.claims.all().delete()
        Group.objects.all().delete()

        taken_in(*drafts, source="neste")

        assert [said(group) for group in stream()] == [said(group) for group in first]

    @pytest.mark.parametrize(("form", "each_day"), [("meeting-guide", False), ("bmlt", True)])
    def test_weekly_meetings_come_back_on_their_days(
        self, sample: list[Group], tmp_path: Path, form: str, *, each_day: bool
    ) -> None:
        drafts = round_trip(form, tmp_path)

        back = {(meeting.rrule, meeting.start) for one in drafts for meeting in one.meetings}
        assert back == weekly(each_day=each_day)


def test_a_meeting_guide_keeps_time_place_words_and_types(words: None, tmp_path: Path) -> None:
    meeting = at(HOUSE, mode="hybrid", online_url="https://rom.example/1", minutes=120)
    taken_in(record("Håp", meeting, own_words=[["nb", "Vi møtes."]], url="https://hap.example/"))

    (draft,) = round_trip("meeting-guide", tmp_path)

    back = draft.meetings[0]
    assert draft.group is not None
    assert draft.group.own_words == (("", "Vi møtes."),)
    assert (back.rrule, back.start, back.minutes, back.timezone, back.mode, back.online_url) == (
        TUESDAYS.rrule, "18:00", 120, "Europe/Oslo", "hybrid", "https://rom.example/1",
    )  # fmt: skip
    assert back.place is not None
    assert (back.place.name, back.place.city, back.place.latitude) == (
        "Eksempelhuset", "Trondheim", HOUSE.latitude,
    )  # fmt: skip


@pytest.mark.parametrize(
    "rrule",
    [
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        "FREQ=MONTHLY;BYDAY=1MO,3MO",
        "FREQ=MONTHLY;BYDAY=-1TH",
        "FREQ=MONTHLY;BYMONTHDAY=15",
        "FREQ=WEEKLY;BYDAY=MO,TH",
        "FREQ=DAILY",
    ],
)
def test_the_table_keeps_a_rule_in_words(tmp_path: Path, db: None, rrule: str) -> None:
    taken_in(record("Håp", msgspec.structs.replace(TUESDAYS, rrule=rrule)))

    (draft,) = round_trip("csv", tmp_path)

    assert draft.meetings[0].rrule == rrule


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize(
    ("said", "back"),
    [
        ([["", "Vi møtes."]], [("", "Vi møtes.")]),
        ([["nb", "Vi møtes."], ["en", "We meet."]], [("nb", "Vi møtes."), ("en", "We meet.")]),
        ([["se", "Bures boahtin."]], [("", "Bures boahtin.")]),
    ],
)
def test_a_table_keeps_what_a_group_says_in_any_language(
    words: None, tmp_path: Path, form: str, said: list[list[str]], back: list[tuple[str, str]]
) -> None:
    taken_in(record("Håp", at(HOUSE), own_words=said))

    (draft,) = round_trip(form, tmp_path)

    assert draft.group is not None
    assert sorted(draft.group.own_words) == sorted(back)
