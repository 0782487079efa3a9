"""Questions whose SQL is kept give what Django gives, for every value."""

from uuid import UUID

import msgspec
import pytest
from django.test import Client

from knutepunkt.collect.drafts import OrganisationDraft
from knutepunkt.directory.models import Group, Meeting, Place
from knutepunkt.site.group.known import group_known, meetings_of
from knutepunkt.site.writing.prepared import by_number
from tests.site.made import ONLINE, TUESDAYS, draft, record, taken_in

pytestmark = pytest.mark.django_db


def cells(made: Group | Meeting | Place | None) -> dict[str, object] | None:
    return made and {field.attname: field.value_from_object(made)
                     for field in made._meta.concrete_fields}  # fmt: skip


def test_groups_with_their_organisation_are_as_django_reads_them(seeker: Client) -> None:
    behind = OrganisationDraft(name="Eksempelforeningen")
    taken_in(record(organisation=behind), record(draft(name="En uten")))

    for group in Group.objects.select_related("organisation"):
        known = group_known(group.uid)

        assert known is not None
        assert cells(known) == cells(group)
        assert cells(known.organisation) == cells(group.organisation)


def test_meetings_with_their_place_are_as_django_reads_them(seeker: Client) -> None:
    nowhere = msgspec.structs.replace(ONLINE, place=None)
    group = taken_in(record(None, TUESDAYS, nowhere))[0]

    known = meetings_of(group)

    ours = {one.pk: (cells(one), cells(one.place)) for one in known}
    theirs = group.meetings.select_related("place")
    assert ours == {one.pk: (cells(one), cells(one.place)) for one in theirs}


def test_a_group_that_nobody_knows_is_none(seeker: Client) -> None:
    taken_in(record())

    assert [group_known(UUID(int=number)) for number in (0, 1, 2)] == [None, None, None]


def test_a_value_stands_wherever_the_question_has_it(seeker: Client) -> None:
    one, other = taken_in(record(), record(draft(name="En annen")))
    either = by_number(
        lambda id_: (
            (Group.objects.filter(id=id_) | Group.objects.filter(organisation__id=id_))
            .order_by("id")
            .values_list("name")
        )
    )

    assert [either.rows(group.pk) for group in (one, other, one)] == [
        [[one.name]], [[other.name]], [[one.name]],
    ]  # fmt: skip
