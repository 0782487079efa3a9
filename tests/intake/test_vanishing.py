"""Records that a source no longer has: marked once, withdrawn twice, and welcome back."""

from pathlib import Path

import pytest

from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.models import Rejection, Run
from knutepunkt.directory.models import Claim, Group
from tests.intake.feeds import (
    Feed,
    counts,
    fingerprint_of_database,
    meeting,
    meeting_uid_of,
    shown_names,
    uid_of,
)

pytestmark = pytest.mark.django_db

A, B = meeting("a", "Alfa"), meeting("b", "Beta")
B_BROKEN = meeting("b", "Beta", day="Blursday")


def test_record_missing_once_is_still_shown(feed: Feed) -> None:
    feed.collect([A, B])

    report = feed.collect([A])

    assert (report.missing, report.withdrawn, report.vanished) == (1, 0, 1)
    assert shown_names() == ["Alfa", "Beta"]


def test_same_bytes_confirm_that_a_record_is_gone(feed: Feed) -> None:
    feed.collect([A, B])
    feed.collect([A])

    report = feed.collect()

    assert (report.missing, report.withdrawn) == (0, 1)
    assert counts(report) == (1, 0, 0, 1, 0)
    assert shown_names() == ["Alfa"]


def test_other_bytes_confirm_that_a_record_is_gone(feed: Feed) -> None:
    feed.collect([A, B])
    feed.collect([A])

    report = feed.collect([meeting("a", "Alfa", notes="Ta med kopp")])

    assert (report.missing, report.withdrawn) == (0, 1)
    assert shown_names() == ["Alfa"]


def test_tombstone_keeps_its_row_and_id(feed: Feed) -> None:
    feed.collect([A, B])
    uid = uid_of("b")
    feed.collect([A])
    feed.collect()

    tombstone = Group.objects.get(uid=uid)

    assert tombstone.withdrawn_at is not None


def test_third_run_of_the_same_bytes_writes_nothing(feed: Feed) -> None:
    feed.collect([A, B])
    feed.collect([A])
    feed.collect()
    before = fingerprint_of_database()

    report = feed.collect()

    assert report.vanished == 0
    assert fingerprint_of_database() == before


def test_missing_record_that_comes_back_is_no_longer_missing(feed: Feed) -> None:
    feed.collect([A, B])
    feed.collect([A])

    feed.collect([A, B])
    report = feed.collect()

    assert report.vanished == 0
    assert shown_names() == ["Alfa", "Beta"]


def test_withdrawn_record_that_comes_back_has_its_old_ids(feed: Feed) -> None:
    feed.collect([A, B])
    uids = uid_of("b"), meeting_uid_of("b")
    feed.collect([A])
    feed.collect()

    feed.collect([A, B])

    assert (uid_of("b"), meeting_uid_of("b")) == uids
    assert shown_names() == ["Alfa", "Beta"]


def test_source_whose_records_are_all_gone_takes_them_in_again(feed: Feed) -> None:
    feed.collect([A])
    uid = uid_of("a")
    feed.collect([B_BROKEN])
    feed.collect()

    report = feed.collect([A])

    assert counts(report) == (1, 0, 1, 0, 0)
    assert uid_of("a") == uid
    assert shown_names() == ["Alfa"]


def test_broken_record_keeps_its_last_good_version(feed: Feed) -> None:
    feed.collect([A, B])

    first, again = feed.collect([A, B_BROKEN]), feed.collect()

    assert (first.vanished, again.vanished) == (0, 0)
    assert shown_names() == ["Alfa", "Beta"]
    assert Claim.objects.filter(missing_since=None).count() == 2


def test_missing_record_that_comes_back_broken_is_not_withdrawn(feed: Feed) -> None:
    feed.collect([A, B])
    feed.collect([A])

    feed.collect([A, B_BROKEN])
    report = feed.collect()

    assert report.withdrawn == 0
    assert shown_names() == ["Alfa", "Beta"]


def test_rejected_record_that_is_mended_is_taken_in_and_forgotten_as_rejected(feed: Feed) -> None:
    feed.collect([A, B_BROKEN])

    report = feed.collect([A, B])

    assert counts(report) == (2, 1, 0, 1, 0)
    assert Rejection.objects.count() == 0
    assert shown_names() == ["Alfa", "Beta"]


def test_record_that_breaks_and_is_mended_unchanged_stays_the_same(feed: Feed) -> None:
    feed.collect([A, B])
    uid = uid_of("b")
    feed.collect([A, B_BROKEN])

    report = feed.collect([A, B])

    assert counts(report) == (2, 0, 0, 2, 0)
    assert uid_of("b") == uid
    assert Rejection.objects.count() == 0


def test_rejection_of_a_record_that_is_no_longer_sent_is_forgotten(feed: Feed) -> None:
    feed.collect([A, B_BROKEN])

    feed.collect([A])

    assert Rejection.objects.count() == 0


def test_empty_feed_of_a_source_with_records_is_refused(feed: Feed) -> None:
    feed.collect([A])
    before = fingerprint_of_database()

    with pytest.raises(CollectError, match="the feed is empty, but the source had 1 records"):
        feed.collect([])

    assert fingerprint_of_database() == before


def test_empty_feed_is_refused_when_the_last_records_are_missing(feed: Feed) -> None:
    feed.collect([A])
    feed.collect([B_BROKEN])

    with pytest.raises(CollectError, match="the feed is empty"):
        feed.collect([])

    assert shown_names() == ["Alfa"]


def test_empty_feed_of_a_new_source_is_a_report_of_zeros(feed: Feed) -> None:
    report = feed.collect([])

    assert counts(report) == (0, 0, 0, 0, 0)
    assert report.groups == 0


def test_group_that_another_source_speaks_of_stays(tmp_path: Path) -> None:
    near, far = Feed(tmp_path / "near.ndjson", "near"), Feed(tmp_path / "far.ndjson", "far")
    uid = "6b3f8a52-8a3e-4d3f-9f0c-2f7f2a9d1c11"
    shared = {"key": "g", "group": {"name": "Gamma", "uid": uid, "key": uid}}
    other = {"key": "h", "group": {"name": "Eta"}}
    near.collect([shared, other], kind="organisation", format="knutepunkt")
    far.collect([shared], kind="aggregator", format="knutepunkt")

    near.collect([other])
    near.collect()

    assert Claim.objects.get(source="near", record="g").withdrawn_at is not None
    assert Group.objects.get(uid=uid).withdrawn_at is None


def test_runs_tell_what_went_missing_and_what_was_withdrawn(feed: Feed) -> None:
    feed.collect([A, B])
    feed.collect([A])
    feed.collect()

    told = Run.objects.order_by("id").values_list("differences__kind", "differences__record")

    assert list(told) == [(None, None), ("missing", "b"), ("withdrawn", "b")]
