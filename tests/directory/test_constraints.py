"""What the database itself refuses, whoever writes."""

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from knutepunkt.collect.models import Rejection, Run, Source
from knutepunkt.directory.models import (
    Claim,
    Classification,
    Confirmation,
    Edition,
    Group,
    Meeting,
    Organisation,
    OrganisationClaim,
    Place,
)
from knutepunkt.vocabulary.models import Concept, Scheme
from tests.directory.made import NOON

pytestmark = pytest.mark.django_db


def group(**fields: object) -> Group:
    return Group.objects.create(
        **{"uid": uuid4(), "name": "Håp", "added_at": NOON, "edition": 1, **fields}
    )


def source(**fields: object) -> Source:
    return Source.objects.create(**{"id": "s", "name": "S", "kind": "import", **fields})


def claim(by: Source, **fields: object) -> Claim:
    return Claim.objects.create(
        **{"source": by, "record": "r", "statement": {}, "taken_in_at": NOON, **fields}
    )


def meeting(**fields: object) -> Meeting:
    return Meeting.objects.create(**{"uid": uuid4(), "group": group(), **fields})


def twice(make: Callable[[], object]) -> None:
    make()
    make()


def organisation_claim(by: Source) -> None:
    OrganisationClaim.objects.create(
        source=by, organisation=organisation(), key="k", statement={}, taken_in_at=NOON
    )


def organisation(legal_id: str = "") -> Organisation:
    return Organisation.objects.create(name="Ringen", folded_name="ringen", legal_id=legal_id)


def rejection(by: Source) -> None:
    Rejection.objects.create(source=by, record="r", field="f", first_seen_at=NOON)


def confirmation(of: Group) -> None:
    Confirmation.objects.create(group=of, by="b", how="mail", confirmed_on=date(2026, 1, 1))


def classification(of: Group) -> None:
    scheme, _ = Scheme.objects.get_or_create(id="local-s", defaults={"kind": "local"})
    concept, _ = Concept.objects.get_or_create(scheme=scheme, code="c")
    Classification.objects.create(group=of, concept=concept, origin="stated")


REFUSED: dict[str, Callable[[], object]] = {
    "source_kind_is_known": lambda: source(kind="rumour"),
    "quarantined_run_keeps_its_bytes": lambda: Run.objects.create(
        source=source(), started_at=NOON, outcome="quarantined"
    ),
    "one_rejection_per_record": lambda: (lambda by: twice(lambda: rejection(by)))(source()),
    "only_one_edition": lambda: Edition.objects.create(id=2, number=1),
    "state_known": lambda: group(state="resting"),
    "mode_known": lambda: group(mode="by-post"),
    "group_has_a_name": lambda: group(name=""),
    "ages_are_in_order": lambda: group(minimum_age=30, maximum_age=20),
    "group_uid": lambda: (lambda uid: twice(lambda: group(uid=uid)))(uuid4()),
    "concept_once_per_group": lambda: (lambda of: twice(lambda: classification(of)))(group()),
    "confirmed_once_a_day": lambda: (lambda of: twice(lambda: confirmation(of)))(group()),
    "one_claim_per_record": lambda: (lambda by: twice(lambda: claim(by)))(source()),
    "withdrawn_after_missing": lambda: claim(source(), withdrawn_at=NOON),
    "one_claim_per_organisation": lambda: (lambda by: twice(lambda: organisation_claim(by)))(
        source()
    ),
    "one_organisation_per_legal_id": lambda: twice(lambda: organisation("974760673")),
    "legal_id_has_nine_digits: short": lambda: organisation("97476067"),
    "legal_id_has_nine_digits: letters": lambda: organisation("NO9747606"),
    "point_is_whole: half": lambda: Place.objects.create(
        digest="d", latitude=59.9, point_from="source"
    ),
    "point_is_whole: no origin": lambda: Place.objects.create(
        digest="d", latitude=59.9, longitude=10.7
    ),
    "point_is_whole: off the globe": lambda: Place.objects.create(
        digest="d", latitude=99, longitude=10.7, point_from="source"
    ),
    "point_is_whole: origin of nothing": lambda: Place.objects.create(
        digest="d", point_from="source"
    ),
    "place_digest": lambda: twice(lambda: Place.objects.create(digest="d")),
    "a_time_has_a_zone": lambda: meeting(start="18:00"),
    "start_is_a_time_of_day: hour 24": lambda: meeting(start="24:00", timezone="Europe/Oslo"),
    "start_is_a_time_of_day: short": lambda: meeting(start="8:00", timezone="Europe/Oslo"),
    "meeting_uid": lambda: (lambda uid: twice(lambda: meeting(uid=uid)))(uuid4()),
}


@pytest.mark.parametrize("make", REFUSED.values(), ids=REFUSED)
def test_database_refuses(make: Callable[[], object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make()


def test_every_constraint_of_these_tables_is_tried() -> None:
    tables = (
        Source, Run, Rejection, Edition, Group, Classification, Confirmation, Claim,
        OrganisationClaim, Organisation, Place, Meeting,
    )  # fmt: skip
    declared = {one.name for table in tables for one in table._meta.constraints}

    tried = {name.partition(":")[0] for name in REFUSED}

    assert {name for name in declared if not any(name.startswith(one) for one in tried)} == set()
