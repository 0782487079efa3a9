"""The same bytes again write nothing; reports of such runs tell what the first run told."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from knutepunkt.collect.models import Rejection
from tests.intake.feeds import Feed, counts, fingerprint_of_database, many, meeting

pytestmark = pytest.mark.django_db

WRITING = ("INSERT", "UPDATE", "DELETE", "REPLACE")
BROKEN = meeting("broken", day="Blursday")
ODD = meeting("odd", time="99:99")


@pytest.mark.parametrize(
    "records", [many(3), [*many(3), ODD], [*many(3), BROKEN], [BROKEN], [], [*many(2), ODD, BROKEN]]
)
def test_same_bytes_write_nothing(feed: Feed, records: list[object]) -> None:
    feed.collect(records)
    before = fingerprint_of_database()

    with CaptureQueriesContext(connection) as queries:
        feed.collect()

    assert [q["sql"] for q in queries if q["sql"].startswith(WRITING)] == []
    assert fingerprint_of_database() == before


def test_same_bytes_are_reported_unchanged_with_the_same_issues(feed: Feed) -> None:
    first = feed.collect([*many(2), ODD, BROKEN])

    again = feed.collect()

    assert counts(again) == (4, 0, 0, 3, 1)
    assert sorted(again.issues, key=str) == sorted(first.issues, key=str)
    assert again.groups == first.groups


def test_reformatted_json_is_unchanged(feed: Feed) -> None:
    feed.collect([*many(2), ODD, BROKEN])

    feed.write([*many(2), ODD, BROKEN], indent=4)
    again = feed.collect()

    assert counts(again) == (4, 0, 0, 3, 1)


def test_record_that_broke_is_counted_once_when_the_same_bytes_come_again(feed: Feed) -> None:
    feed.collect([meeting("a"), meeting("b")])
    broken = feed.collect([meeting("a"), meeting("b", day="Blursday")])

    again = feed.collect()

    assert counts(broken) == (2, 0, 0, 1, 1)
    assert counts(again) == (2, 0, 0, 1, 1)
    assert again.issues == broken.issues


def test_issue_that_was_mended_is_no_longer_told(feed: Feed) -> None:
    feed.collect([meeting("a", time="99:99")])

    mended = feed.collect([meeting("a", time="")])
    again = feed.collect()

    assert [issue.field for issue in mended.issues] == []
    assert [issue.field for issue in again.issues] == []


def test_same_bytes_with_another_zone_are_read_anew(feed: Feed) -> None:
    feed.collect([meeting("a")])

    again = feed.collect(timezone="Europe/Lisbon")

    assert counts(again) == (1, 0, 1, 0, 0)


def test_rejected_record_is_kept_whole(feed: Feed) -> None:
    feed.collect([BROKEN])

    kept = Rejection.objects.get()

    assert (kept.record, kept.field, kept.value) == ("broken", "day", "Blursday")
    assert '"formatted_address": "Storgata 1, 0155 Oslo"' in kept.raw


def test_item_that_is_no_record_costs_itself_alone(feed: Feed) -> None:
    report = feed.collect([meeting("a"), None, "text", meeting("b")])

    assert (report.read, report.created, report.rejected) == (4, 2, 2)
