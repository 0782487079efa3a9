"""Who is who from run to run: ids stay when name, day and address change."""

import pytest

from knutepunkt.directory.models import Claim, Group, Meeting
from tests.intake.feeds import Feed, Record, counts, meeting, meeting_uid_of, shown_names, uid_of

pytestmark = pytest.mark.django_db

HERE = {"formatted_address": "Storgata 1, 0155 Oslo"}
THERE = {"formatted_address": "Kirkegata 9, 5003 Bergen"}


def nameless(name: str, day: int = 1, **fields: str) -> Record:
    """A record without an id."""
    return meeting("", name, day=day, **(fields or HERE))


def ids() -> set[tuple[str, str]]:
    """The ids of every group that is shown, with the id of its meeting."""
    rows = Meeting.objects.filter(group__withdrawn_at=None).values_list("group__uid", "uid")
    return {(str(group), str(one)) for group, one in rows}


@pytest.mark.parametrize(
    "change",
    [{"name": "Nytt navn"}, {"day": 4}, THERE, {"time": "20:30"}, {"name": "X", "day": 5, **THERE}],
)
def test_record_with_an_id_keeps_its_ids_when_it_changes(feed: Feed, change: Record) -> None:
    feed.collect([meeting("a"), meeting("b", "Beta")])
    before = uid_of("a"), meeting_uid_of("a")

    report = feed.collect([meeting("a") | change, meeting("b", "Beta")])

    assert counts(report) == (2, 0, 1, 1, 0)
    assert (uid_of("a"), meeting_uid_of("a")) == before


@pytest.mark.parametrize(
    "after",
    [nameless("Annet"), nameless("Alfa", day=4), nameless("Alfa", **THERE)],
    ids=["name", "day", "place"],
)
def test_record_without_an_id_is_known_by_two_of_three(feed: Feed, after: Record) -> None:
    feed.collect([nameless("Alfa"), meeting("b", "Beta")])
    before = ids()

    report = feed.collect([after, meeting("b", "Beta")])

    assert counts(report) == (2, 0, 1, 1, 0)
    assert report.vanished == 0
    assert ids() == before


def test_record_without_an_id_is_another_when_two_of_three_changed(feed: Feed) -> None:
    feed.collect([nameless("Alfa"), meeting("b", "Beta")])

    report = feed.collect([nameless("Annet", day=4), meeting("b", "Beta")])

    assert counts(report) == (2, 1, 0, 1, 0)
    assert report.missing == 1


def test_identity_is_not_taken_over_when_two_new_records_fit(feed: Feed) -> None:
    feed.collect([nameless("Alfa"), meeting("b", "Beta")])

    report = feed.collect([nameless("Alfa", day=3), nameless("Alfa", day=4), meeting("b", "Beta")])

    assert counts(report) == (3, 2, 0, 1, 0)
    assert report.missing == 1


def test_identity_is_not_taken_over_when_two_lost_records_fit(feed: Feed) -> None:
    feed.collect([nameless("Alfa", day=3), nameless("Alfa", day=4), meeting("b", "Beta")])

    report = feed.collect([nameless("Alfa", day=5), meeting("b", "Beta")])

    assert counts(report) == (2, 1, 0, 1, 0)
    assert report.missing == 2


def test_changed_record_without_an_id_is_known_after_having_been_missing(feed: Feed) -> None:
    feed.collect([nameless("Alfa"), meeting("b", "Beta")])
    before = ids()
    feed.collect([meeting("b", "Beta")])

    report = feed.collect([nameless("Alfa", day=4), meeting("b", "Beta")])

    assert (report.created, report.withdrawn) == (0, 0)
    assert ids() == before


def test_record_without_an_id_can_return_to_what_it_was_before(feed: Feed) -> None:
    feed.collect([nameless("Alfa"), meeting("b", "Beta")])
    before = ids()
    feed.collect([nameless("Alfa", day=4), meeting("b", "Beta")])

    report = feed.collect([nameless("Alfa"), meeting("b", "Beta")])

    assert counts(report) == (2, 0, 1, 1, 0)
    assert ids() == before


def test_new_record_may_be_what_another_was_before(feed: Feed) -> None:
    feed.collect([nameless("Alfa"), meeting("b", "Beta")])
    before = ids()
    feed.collect([nameless("Alfa", day=4), meeting("b", "Beta")])

    report = feed.collect([nameless("Alfa", day=4), nameless("Alfa"), meeting("b", "Beta")])

    assert counts(report) == (3, 1, 0, 2, 0)
    assert before <= ids()


@pytest.mark.parametrize("runs_without", [1, 2])
def test_record_that_returns_is_itself_though_another_that_vanished_is_like_it(
    feed: Feed, runs_without: int
) -> None:
    first, second = nameless("Alfa"), nameless("Alfa", day=4)
    feed.collect([first, second, meeting("b", "Beta")])
    for _ in range(runs_without):
        feed.collect([second, meeting("b", "Beta")])

    report = feed.collect([first, meeting("b", "Beta")])

    assert counts(report) == (2, 0, 1, 1, 0)
    assert report.missing == 1


def test_same_id_twice_keeps_both_records_and_says_so(feed: Feed) -> None:
    report = feed.collect([meeting("a", "Alfa"), meeting("a", "Beta")])

    assert shown_names() == ["Alfa", "Beta"]
    assert [(issue.record, issue.field) for issue in report.issues] == [("a~2", "id")]


def test_nothing_is_lost_when_a_new_record_takes_the_id_of_one_behind_it(feed: Feed) -> None:
    feed.collect([meeting("a", "Alfa")])

    report = feed.collect([meeting("a", "Beta"), meeting("a", "Alfa")])

    assert report.read == report.created + report.changed + report.unchanged == 2
    assert shown_names() == ["Alfa", "Beta"]


def test_record_whose_meeting_moves_to_another_group_keeps_the_meetings_id(feed: Feed) -> None:
    feed.collect([meeting("a", group="Alfa"), meeting("b", group="Beta")])
    before = meeting_uid_of("a")

    feed.collect([meeting("a", group="Beta"), meeting("b", group="Beta")])

    assert meeting_uid_of("a") == before


def test_two_nodes_that_collect_the_same_source_give_the_same_ids(feed: Feed) -> None:
    feed.collect([meeting("a"), meeting("b", "Beta")])
    before = ids()
    for model in (Meeting, Claim, Group):
        model._default_manager.all().delete()
    feed.write([meeting("b", "Beta"), meeting("a")])

    feed.collect()

    assert ids() == before
