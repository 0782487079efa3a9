import tracemalloc
from collections import deque
from itertools import islice

import pytest

from knutepunkt.collect.drafts import GroupDraft, RecordDraft
from knutepunkt.sample.groups import records


def test_the_same_seed_makes_the_same_records() -> None:
    assert list(records(120, seed=7)) == list(records(120, seed=7))


def test_another_seed_makes_other_records() -> None:
    first, other = list(records(60, seed=1)), list(records(60, seed=2))

    assert [one for one, another in zip(first, other, strict=True) if one == another] == []


@pytest.mark.parametrize("count", [1, 50, 51, 110])
def test_a_smaller_sample_is_the_beginning_of_a_larger_one(count: int) -> None:
    smaller = list(records(count))

    assert list(islice(records(400), len(smaller))) == smaller


def test_2500_groups_come_with_150_organisations(sample: tuple[RecordDraft, ...]) -> None:
    alone = [record for record in sample if record.group is None]

    assert (len(sample), len(alone)) == (2_650, 150)


def test_every_record_has_a_key_of_its_own(sample: tuple[RecordDraft, ...]) -> None:
    assert len({record.key for record in sample}) == len(sample)


def test_a_quarter_of_the_groups_stands_alone(sample: tuple[RecordDraft, ...]) -> None:
    alone = [record for record in sample if record.group and record.organisation is None]

    assert 550 < len(alone) < 700


def test_a_fifth_of_the_groups_has_several_meetings(sample: tuple[RecordDraft, ...]) -> None:
    several = [record for record in sample if len(record.meetings) > 1]

    assert 400 < len(several) < 600


def test_meetings_of_a_group_have_keys_of_their_own(sample: tuple[RecordDraft, ...]) -> None:
    doubled = [
        record.key
        for record in sample
        if len({meeting.key for meeting in record.meetings}) < len(record.meetings)
    ]

    assert doubled == []


def test_an_organisation_is_told_before_its_groups_and_always_alike(
    sample: tuple[RecordDraft, ...],
) -> None:
    told = {}
    for record in sample:
        owner = record.organisation
        if owner is not None and record.group is None:
            told[owner.key] = owner
        elif owner is not None:
            assert told[owner.key] == owner


def test_a_local_branch_names_a_parent_that_came_before(sample: tuple[RecordDraft, ...]) -> None:
    names: dict[str, str] = {}
    parents = []
    for record in sample:
        if record.group is None and record.organisation is not None:
            names[record.organisation.key] = record.organisation.name
            if key := record.organisation.parent_key:
                parents.append((names[key], record.organisation.parent_name))

    assert len(parents) > 5
    assert [pair for pair in parents if pair[0] != pair[1]] == []


def test_a_group_that_has_ended_neither_meets_nor_takes_anybody_in(
    sample: tuple[RecordDraft, ...],
) -> None:
    ended = [record for record in sample if record.group and record.group.state == "ended"]

    assert ended
    assert [one.key for one in ended if one.meetings or (one.group and one.group.how_to_join)] == []


def test_a_confirmation_is_never_older_than_the_change(sample: tuple[RecordDraft, ...]) -> None:
    early = [one.key for one in sample if one.confirmed_on and one.confirmed_on < one.said_on]

    assert early == []


def test_ages_are_in_order(groups: tuple[GroupDraft, ...]) -> None:
    wrong = [
        group.key
        for group in groups
        if group.minimum_age and group.maximum_age and group.minimum_age > group.maximum_age
    ]

    assert wrong == []


def peak_of(count: int) -> int:
    tracemalloc.start()
    deque(records(count), maxlen=0)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def test_memory_does_not_grow_with_the_number_of_groups() -> None:
    deque(records(3_000), maxlen=0)  # so that what is read once is there already

    # A group takes more than a kilobyte: 5,400 that were kept would be five times as much.
    assert peak_of(6_000) < peak_of(600) + 1_000_000
