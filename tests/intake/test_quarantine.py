"""A run that looks like a broken feed waits for a steward, who can take it in once."""

import zipfile
from pathlib import Path

import pytest

from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.models import Run
from knutepunkt.directory.models import Claim, Group
from knutepunkt.intake import quarantine, register
from knutepunkt.intake.report import Report
from tests.intake.feeds import (
    Feed,
    counts,
    everything,
    fingerprint_of_database,
    many,
    meeting,
    shown_names,
)

pytestmark = pytest.mark.django_db

ADDRESS, PHONE = "formatted_address", "conference_phone"
WHY_VANISHED = "6 of 20 records vanished at once"


@pytest.mark.parametrize(
    ("before", "missing", "why"),
    [
        (20, 6, "6 of 20 records vanished at once"),
        (20, 5, ""),  # more than a tenth, but only five
        (60, 6, ""),  # a tenth, and no more
        (59, 6, "6 of 59 records vanished at once"),
        (0, 0, ""),
    ],
)
def test_run_waits_when_more_than_a_tenth_and_more_than_five_vanish(
    before: int, missing: int, why: str
) -> None:
    report = Report("feed", missing=missing)

    assert quarantine.suspicion(report, before) == why


@pytest.mark.parametrize(
    ("before", "moved", "why"),
    [
        (14, 3, "3 of 14 records changed address or phone number at once"),
        (15, 3, ""),  # a fifth, and no more
        (5, 2, ""),  # more than a fifth, but only two
        (10, 2, ""),
    ],
)
def test_run_waits_when_more_than_a_fifth_and_at_least_three_move(
    before: int, moved: int, why: str
) -> None:
    report = Report("feed", moved=moved)

    assert quarantine.suspicion(report, before) == why


def test_quarantined_run_changes_nothing_but_the_list_of_runs(feed: Feed) -> None:
    feed.collect(many(20))
    before = everything()

    report = feed.collect(many(14))

    after = everything()
    assert (report.is_quarantined, report.why_quarantined) == (True, WHY_VANISHED)
    assert {table for table in after if after[table] != before[table]} == {
        "collect_run", "collect_difference",
    }  # fmt: skip


def test_a_run_that_waits_tells_what_it_would_change(feed: Feed) -> None:
    feed.collect(many(20))

    report = feed.collect([meeting("ny"), *many(14)])

    told = [(one["kind"], one["name"]) for one in register.run(report.run or 0)["differences"]]
    assert told == [
        ("created", ""), *(("missing", f"Gruppe m{number}") for number in range(14, 20))
    ]  # fmt: skip


def test_records_that_move_together_wait(feed: Feed) -> None:
    feed.collect(many(10))

    report = feed.collect(
        [*many(7), *(meeting(f"m{n}", **{ADDRESS: f"Kaia {n}, 5003 Bergen"}) for n in (7, 8, 9))]
    )

    assert report.why_quarantined == "3 of 10 records changed address or phone number at once"


def test_phone_numbers_that_change_together_wait(feed: Feed) -> None:
    feed.collect(many(10, **{PHONE: "+4722000000"}))

    report = feed.collect(many(10, **{PHONE: "+4722999999"}))

    assert report.why_quarantined == "10 of 10 records changed address or phone number at once"


def test_records_that_get_their_first_phone_number_do_not_wait(feed: Feed) -> None:
    feed.collect(many(10))

    report = feed.collect(many(10, **{PHONE: "+4722000000"}))

    assert (report.is_quarantined, report.changed) == (False, 10)


def test_accepted_run_is_taken_in_from_the_kept_bytes(feed: Feed) -> None:
    feed.collect(many(20))
    waiting = feed.collect(many(14))
    feed.path.unlink()

    report = register.accept(waiting.run or 0)

    assert (report.missing, counts(report)) == (6, (14, 0, 0, 14, 0))
    assert Claim.objects.exclude(missing_since=None).count() == 6
    assert list(Run.objects.order_by("id").values_list("outcome", flat=True)) == [
        "taken-in",
        "accepted",
        "taken-in",
    ]


def test_run_is_accepted_once(feed: Feed) -> None:
    feed.collect(many(20))
    waiting = feed.collect(many(14))
    register.accept(waiting.run or 0)

    with pytest.raises(CollectError, match="does not wait for anybody"):
        register.accept(waiting.run or 0)


def test_accepted_bytes_are_deleted(feed: Feed, data_folder: Path) -> None:
    feed.collect(many(20))
    waiting = feed.collect(many(14))

    register.accept(waiting.run or 0)

    assert list((data_folder / "files" / "quarantine").iterdir()) == []


def test_same_bytes_after_they_were_accepted_confirm_what_is_gone(feed: Feed) -> None:
    feed.collect(many(20))
    register.accept(feed.collect(many(14)).run or 0)

    confirmed = feed.collect()
    before = fingerprint_of_database()
    again = feed.collect()

    assert (confirmed.withdrawn, again.vanished) == (6, 0)
    assert fingerprint_of_database() == before


def test_same_suspicious_bytes_wait_once(feed: Feed) -> None:
    feed.collect(many(20))

    first, second = feed.collect(many(14)), feed.collect()

    assert first.run == second.run
    assert Run.objects.filter(outcome="quarantined").count() == 1


def test_run_that_a_later_one_overtook_is_not_accepted(feed: Feed) -> None:
    feed.collect(many(20))
    waiting = feed.collect(many(14))
    feed.collect([*many(20), meeting("new")])

    with pytest.raises(CollectError, match="a later run of feed was taken in"):
        register.accept(waiting.run or 0)


def test_suspicious_bytes_that_come_again_after_another_run_can_be_accepted(feed: Feed) -> None:
    feed.collect(many(20))
    feed.collect(many(14))
    feed.collect([*many(20), meeting("new")])
    waiting = feed.collect(many(14))

    report = register.accept(waiting.run or 0)

    assert report.missing == 7


def test_accepted_run_is_read_as_it_was_asked_for(feed: Feed) -> None:
    feed.collect(many(20))
    waiting = feed.collect(many(14), timezone="Europe/Lisbon", organisation="Eksempelringen")

    report = register.accept(waiting.run or 0)

    assert report.timezone == "Europe/Lisbon"
    assert set(Group.objects.filter(claims__missing_since=None).values_list(
        "organisation__name", flat=True)) == {"Eksempelringen"}  # fmt: skip
    assert counts(feed.collect()) == (14, 0, 0, 14, 0)


def test_two_sources_with_the_same_bytes_wait_each_for_itself(feed: Feed) -> None:
    other = Feed(feed.path, "other")
    for one in (feed, other):
        one.collect(many(20))
    waiting = [one.collect(many(14)).run or 0 for one in (feed, other)]

    reports = [register.accept(number) for number in waiting]

    assert [report.missing for report in reports] == [6, 6]


def test_kept_files_never_leave_the_folder_of_the_run(feed: Feed, data_folder: Path) -> None:
    feed.collect(many(20))
    packed, text = feed.path.with_suffix(".zip"), feed.path
    feed.write(many(14))
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(text, "../../../../escaped.json")
    text.unlink()

    waiting = Feed(packed).collect()
    kept = sorted(path.parent.parent.name for path in data_folder.rglob("*.json"))
    register.accept(waiting.run or 0)

    assert kept == ["quarantine", "quarantine"]
    assert not list(data_folder.parent.rglob("escaped.json"))
    assert Claim.objects.exclude(missing_since=None).count() == 6


def test_dry_run_keeps_nothing(feed: Feed, data_folder: Path) -> None:
    feed.collect(many(20))
    before = fingerprint_of_database()

    report = feed.collect(many(14), is_dry=True)

    assert (report.is_dry, report.missing, report.run) == (True, 6, None)
    assert fingerprint_of_database() == before
    assert not (data_folder / "files").exists()


def test_dry_run_of_a_new_source_tells_what_would_be_made(feed: Feed) -> None:
    report = feed.collect(many(3), is_dry=True)

    assert (counts(report), report.groups) == ((3, 3, 0, 0, 0), 3)
    assert shown_names() == []
