"""Which records are one group, and what becomes of groups that part or merge."""

from pathlib import Path

import pytest

from knutepunkt.directory.models import Claim, Group, Meeting
from knutepunkt.intake import flow
from knutepunkt.intake.request import Request
from knutepunkt.vocabulary import actions
from tests.intake.feeds import Feed, meeting, meeting_uid_of, shown_names, uid_of

pytestmark = pytest.mark.django_db

OSLO = {"city": "Oslo", "postal_code": "0155", "address": "Storgata 1", "formatted_address": ""}
BERGEN = {"city": "Bergen", "postal_code": "5003", "address": "Kaia 2", "formatted_address": ""}


def homes(*records: str) -> list[str]:
    """The group of each record."""
    return [uid_of(record) for record in records]


def test_records_with_one_group_id_are_one_group(feed: Feed) -> None:
    report = feed.collect(
        [
            meeting("a", group="Håp", group_id="7"),
            meeting("b", group="Haap", group_id="7", **BERGEN),
        ]
    )

    assert report.groups == 1
    assert uid_of("a") == uid_of("b")


def test_groups_that_nobody_sorted_by_theme_are_counted_and_told(tmp_path: Path) -> None:
    actions.load()
    table = tmp_path / "grupper.csv"
    table.write_text("Navn,Tema,Sted\nNattlyset,Angst,Oslo\nMorgenlyset,,Oslo\nFyret,,Molde\n")

    first, again = flow.collect(Request(str(table))), flow.collect(Request(str(table)))

    assert (first.groups, first.without_theme, again.without_theme) == (3, 2, 2)
    assert [line for line in first.lines() if line.startswith("2 of the groups have no theme")]


def test_records_with_one_name_organisation_and_town_are_one_group(feed: Feed) -> None:
    feed.collect(
        [
            meeting("a", "Håp", **OSLO),
            meeting("b", "Håp", **OSLO | {"address": "Torget 3"}),
            meeting("c", "Håp", **BERGEN),
        ],
        organisation="Eksempelringen",
    )

    a, b, c = homes("a", "b", "c")

    assert (a == b, a == c) == (True, False)


def test_records_with_one_name_and_place_are_one_group(feed: Feed) -> None:
    feed.collect(
        [
            meeting("a", "Håp", **OSLO),
            meeting("b", "Håp", day=4, **OSLO),
            meeting("c", "Håp", **OSLO | {"address": "Torget 3"}),
        ]
    )

    a, b, c = homes("a", "b", "c")

    assert (a == b, a == c) == (True, False)


def test_each_meeting_keeps_its_own_name_terms_place_and_record(feed: Feed) -> None:
    feed.collect(
        [
            meeting("a", "Morgenmøte", group="Håp", group_id="7", types=["O", "W"], **OSLO),
            meeting("b", "Kveldsmøte", group="Håp", group_id="7", types=["[open]"], **BERGEN),
        ]
    )

    rows = Meeting.objects.order_by("record").values_list("record", "name", "terms", "place__city")

    assert list(rows) == [
        ("a", "Morgenmøte", [["meeting-guide", "O", ""], ["meeting-guide", "W", ""]], "Oslo"),
        ("b", "Kveldsmøte", [["meeting-guide", "[open]", ""]], "Bergen"),
    ]


def test_group_that_parts_keeps_most_of_its_records(feed: Feed) -> None:
    three = [meeting(slug, group="Håp", **OSLO) for slug in "abc"]
    feed.collect(three)
    group, uids = uid_of("a"), [meeting_uid_of(slug) for slug in "abc"]

    feed.collect([*three[:2], meeting("c", group="Lys", **OSLO)])

    assert homes("a", "b") == [group, group]
    assert uid_of("c") != group
    assert [meeting_uid_of(slug) for slug in "abc"] == uids
    assert shown_names() == ["Håp", "Lys"]


def test_groups_that_merge_leave_a_tombstone(feed: Feed) -> None:
    feed.collect([meeting("a", group="Håp", **OSLO), meeting("b", group="Lys", **OSLO)])
    kept, left = homes("a", "b")

    feed.collect([meeting("a", group="Håp", **OSLO), meeting("b", group="Håp", **OSLO)])

    assert homes("a", "b") == [kept, kept]
    assert Group.objects.get(uid=left).withdrawn_at is not None
    assert shown_names() == ["Håp"]


def test_group_that_merged_and_parts_again_is_two(feed: Feed) -> None:
    apart = [meeting("a", group="Håp", **OSLO), meeting("b", group="Lys", **OSLO)]
    feed.collect(apart)
    kept = uid_of("a")
    feed.collect([apart[0], meeting("b", group="Håp", **OSLO)])

    feed.collect(apart)

    assert uid_of("a") == kept
    assert shown_names() == ["Håp", "Lys"]


def test_whole_group_that_is_renamed_keeps_its_id(feed: Feed) -> None:
    feed.collect([meeting(slug, group="Håp", **OSLO) for slug in "abc"])
    group = uid_of("a")

    feed.collect([meeting(slug, group="Lys", **OSLO) for slug in "abc"])

    assert homes("a", "b", "c") == [group, group, group]
    assert shown_names() == ["Lys"]


def test_group_that_is_renamed_while_a_record_vanishes_keeps_its_id(feed: Feed) -> None:
    feed.collect([meeting(slug, group="Håp", **OSLO) for slug in "ab"])
    group = uid_of("b")

    feed.collect([meeting("b", group="Lys", **OSLO)])
    feed.collect()

    assert uid_of("b") == group
    assert shown_names() == ["Lys"]


def test_record_that_returns_under_the_old_name_of_its_group_parts_from_it(feed: Feed) -> None:
    feed.collect([meeting(slug, group="Håp", **OSLO) for slug in "ab"])
    feed.collect([meeting("b", group="Lys", **OSLO)])

    feed.collect([meeting("a", group="Håp", **OSLO), meeting("b", group="Lys", **OSLO)])

    assert shown_names() == ["Håp", "Lys"]


def test_new_record_with_the_old_name_of_a_group_is_not_drawn_into_it(feed: Feed) -> None:
    feed.collect([meeting(slug, group="Håp", **OSLO) for slug in "ab"])
    feed.collect([meeting("b", group="Lys", **OSLO)])
    feed.collect([meeting("b", group="Lys", **OSLO), meeting("x", group="Mot", **OSLO)])

    feed.collect([meeting("b", group="Lys", **OSLO), meeting("c", group="Håp", **OSLO)])

    assert uid_of("c") != uid_of("b")


def test_group_is_paused_when_all_its_meetings_are(feed: Feed) -> None:
    feed.collect(
        [
            meeting("a", "Suspended: A", group="Håp", **OSLO),
            meeting("b", "Suspended: B", group="Håp", **OSLO),
            meeting("c", "Suspended: C", group="Lys", **OSLO),
            meeting("d", "D", group="Lys", **OSLO),
        ]
    )

    states = Group.objects.order_by("name").values_list("name", "state")

    assert list(states) == [("Håp", "paused"), ("Lys", "active")]


def test_group_with_meetings_of_both_kinds_is_hybrid(feed: Feed) -> None:
    room = {"conference_url": "https://example.org/rom", "attendance_option": "online"}
    feed.collect(
        [
            meeting("a", group="Håp", **OSLO),
            meeting("b", group="Håp", **OSLO, **room),
            meeting("c", group="Lys", **OSLO),
            meeting("d", group="Mot", **OSLO, **room),
        ]
    )

    modes = Group.objects.order_by("name").values_list("name", "mode")

    assert list(modes) == [("Håp", "hybrid"), ("Lys", "in-person"), ("Mot", "online")]


def test_every_claim_of_one_group_key_is_in_one_group(feed: Feed) -> None:
    feed.collect([meeting(slug, group="Håp", **OSLO) for slug in "abc"])
    feed.collect([meeting("a", group="Lys", **OSLO), meeting("b", group="Håp", **OSLO)])
    feed.collect()

    feed.collect([meeting("a", group="Lys", **OSLO), meeting("c", group="Lys", **OSLO)])

    by_key: dict[str, set[int | None]] = {}
    for key, group in Claim.objects.values_list("group_key", "group_id"):
        by_key.setdefault(key, set()).add(group)
    assert [len(groups) for groups in by_key.values()] == [1, 1]


def test_a_group_is_not_as_new_as_a_day_to_come(feed: Feed) -> None:
    report = feed.collect([meeting("a", updated="2999-12-31 23:59:59")])

    assert Group.objects.get().updated_at is None
    assert [issue.problem for issue in report.issues] == [
        "this day has not come yet; it was left out"
    ]
