"""What a record from another node brings with it: its ids, whose words they are, its road."""

import pytest
from msgspec.structs import replace

from knutepunkt.collect.drafts import GroupDraft, OrganisationDraft, RecordDraft, Step
from knutepunkt.directory.models import Classification, Confirmation, Group, Meeting, Organisation
from knutepunkt.directory.ourselves import node_id
from tests.directory.made import draft, meeting, source, term, told

pytestmark = pytest.mark.django_db

THERE = Step("5f0c8f57-3d0c-4d57-9f3c-6f9d31f6a001", "https://there.example", "feed")
MEETING = "0f9b6c1e-7a44-4b77-8d0e-0d5f8b7f1a22"


def from_there(**fields: object) -> RecordDraft:
    return replace(draft(**fields), road=(THERE,))  # type: ignore[arg-type]


def test_the_road_ends_with_the_source_it_came_by_here() -> None:
    group = told(source("there"), from_there())

    assert group.road == [
        {"node": THERE.node, "site": THERE.site, "source": "feed"},
        {"node": "", "source": "there"},
    ]


def test_a_meeting_keeps_the_id_it_was_given() -> None:
    told(source("there"), from_there(meetings=[meeting(uid=MEETING)]))

    assert str(Meeting.objects.get().uid) == MEETING


def test_words_stand_under_the_name_and_day_they_were_written_under() -> None:
    words = {"own_words": (("nb", "Vi møtes."),), "words_by": (("nb", "Håp", "2025-03-01"),)}

    group = told(source("there"), from_there(said_on="2026-01-01", **words))

    assert group.own_words == [
        {"language": "nb", "text": "Vi møtes.", "by": "Håp", "on": "2025-03-01"}
    ]


def test_confirmations_stand_as_they_are_and_none_is_added() -> None:
    record = replace(
        from_there(), confirmed_on="2026-02-01", confirmations=(("", "phone", "2026-02-01"),)
    )

    told(source("there"), record)

    assert list(Confirmation.objects.values_list("by", "how")) == [("", "phone")]


def test_terms_of_meetings_are_no_terms_of_the_group_beyond_its_own() -> None:
    told(source("there"), from_there(meetings=[meeting(terms=(term("strange"),))]))

    assert Classification.objects.count() == 0


def test_an_example_stays_one_on_another_node() -> None:
    told(source("there"), from_there(is_fictitious=True))

    assert Group.objects.get().is_fictitious is True


def test_a_group_changes_when_its_organisation_is_told_otherwise() -> None:
    there, owner = source("there"), OrganisationDraft("Håp", key="håp")
    told(there, replace(draft(), organisation=owner))
    before = Group.objects.get().edition

    other = RecordDraft("other", GroupDraft("Mot", key="m"), organisation=replace(owner, name="Nå"))
    told(there, other)

    assert Group.objects.get(name="Håp").edition > before
    assert Organisation.objects.get().name == "Nå"


def test_a_node_has_one_lasting_id() -> None:
    assert node_id() == node_id()
