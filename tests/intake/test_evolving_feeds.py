"""Small feeds that change from run to run in every way, against a reckoning of our own."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from knutepunkt.collect.models import Rejection
from knutepunkt.directory.models import Claim, Group, Meeting
from tests.intake.expected import Expected
from tests.intake.feeds import Feed, Record, counts, fingerprint_of_database, meeting

pytestmark = pytest.mark.django_db

SLUGS = [f"s{number}" for number in range(9)]
TOWN = {"city": "Oslo", "formatted_address": ""}
CHANGES = ["stay"] * 6 + ["rename", "regroup", "move", "day", "drop", "break"]
records = st.fixed_dictionaries(
    {
        "group": st.sampled_from(["Håp", "Lys", "Mot", "Ro"]),
        "day": st.integers(0, 6),
        "address": st.sampled_from(["Storgata 1", "Kaia 2", "Torget 3"]),
        "name": st.sampled_from(["Morgen", "Kveld"]),
    }
)


@st.composite
def runs(draw: st.DrawFn) -> list[list[Record]]:
    """Three versions of one feed, in any order of records; "s0" is always there, and sound."""
    feed = {slug: draw(records) for slug in draw(st.sets(st.sampled_from(SLUGS), min_size=1))}
    versions = []
    for _ in range(3):
        sent = {}
        for slug in SLUGS:
            if slug not in feed:
                if slug == "s0" or draw(st.booleans()):
                    feed[slug] = sent[slug] = draw(records)
                continue
            change, other = draw(st.sampled_from(CHANGES)), draw(records)
            part = {"rename": "name", "regroup": "group", "move": "address", "day": "day"}
            if change in part:
                feed[slug] = feed[slug] | {part[change]: other[part[change]]}
            if change != "drop" or slug == "s0":
                is_broken = change == "break" and slug != "s0"
                sent[slug] = feed[slug] | ({"day": "Blursday"} if is_broken else {})
        order = draw(st.permutations(sorted(sent)))
        versions.append([meeting(slug, **{**TOWN, **sent[slug]}) for slug in order])
    return versions


def groups_by_record() -> dict[str, int]:
    """The group of each record that is sent."""
    standing = Claim.objects.filter(missing_since=None, group__withdrawn_at=None)
    return dict(standing.values_list("record", "group_id"))


def parted(homes: dict[str, int]) -> set[frozenset[str]]:
    """The records that share a group."""
    return {
        frozenset(slug for slug, other in homes.items() if other == home) for home in homes.values()
    }


def check_directory(expected: Expected) -> None:
    """The database holds what is expected: claims, groups, names, meetings, rejections."""
    claims = {claim.record: claim for claim in Claim.objects.all()}
    standing, groups = expected.standing(), expected.groups()
    homes = groups_by_record()
    assert claims.keys() == expected.good.keys()
    assert {slug for slug, claim in claims.items() if not claim.missing_since} == standing
    assert {slug for slug, claim in claims.items() if claim.withdrawn_at} == expected.withdrawn
    assert set(Rejection.objects.values_list("record", flat=True)) == expected.rejected
    assert parted(homes) == {frozenset(slugs) for slugs in groups.values()}
    shown = Meeting.objects.filter(group__withdrawn_at=None)
    assert sorted(shown.values_list("record", flat=True)) == sorted(standing | expected.missing)
    for slug, name, weekly in shown.values_list("record", "name", "rrule"):
        record = expected.good[slug]
        assert (name, weekly[-2:]) == (record["name"], "SUMOTUWETHFRSA"[record["day"] * 2 :][:2])


def check_names(expected: Expected) -> None:
    """Groups that no missing record belongs to are called what their records call them."""
    mixed = Claim.objects.filter(record__in=expected.missing).values("group")
    shown = Group.objects.filter(withdrawn_at=None).exclude(pk__in=mixed)
    names = {name for name, slugs in expected.groups().items()}
    assert {group.name for group in shown} <= names


def ids_of_meetings() -> dict[str, str]:
    """The id of each record's meeting that is shown."""
    rows = Meeting.objects.filter(group__withdrawn_at=None).values_list("record", "uid")
    return {record: str(uid) for record, uid in rows}


def follow(feed: Feed, versions: list[list[Record]]) -> None:
    """Collect each version, then the last again until nothing waits, and check every step."""
    expected = Expected()
    known: dict[str, str] = {}
    for sent in [*versions, versions[-1]]:
        names = {slug: record["group"] for slug, record in expected.good.items()}
        homes = groups_by_record()

        report = feed.collect(sent, is_accepted=True, organisation="Ringen")

        assert counts(report) == expected.take_in(sent)
        check_directory(expected)
        check_names(expected)
        found = ids_of_meetings()
        assert {slug: known.get(slug, uid) for slug, uid in found.items()} == found
        known |= found
        if {slug: expected.good[slug]["group"] for slug in names} == names:
            after = groups_by_record()
            same = homes.keys() & after.keys()
            assert {slug: after[slug] for slug in same} == {slug: homes[slug] for slug in same}
    before = fingerprint_of_database()
    feed.collect()
    assert fingerprint_of_database() == before


@settings(max_examples=max(4, settings().max_examples // 10))
@given(versions=runs())
def test_no_record_is_lost_and_ids_stay_however_a_feed_changes(
    versions: list[list[Record]],
) -> None:
    with TemporaryDirectory() as folder, transaction.atomic():
        follow(Feed(Path(folder) / "feed.json"), versions)

        transaction.set_rollback(True)
