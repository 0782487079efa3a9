"""Rows as the drivers give them say what Django's own models say, on every database."""

from datetime import UTC
from uuid import uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.collect.drafts import OrganisationDraft, Step, Term
from knutepunkt.directory.models import Claim, Confirmation, Group, Meeting, Organisation, Place
from knutepunkt.distribute.published import PublishedGroup, organisation_stream, places, stream
from tests.distribute.made import GRIEF, HOUSE, PARENTS, at, load_words, record, taken_in

MOTHER = OrganisationDraft("Moder", key="moder", own_words=(("nb", "Vi er «mor».\nTo linjer."),))
DAUGHTER = OrganisationDraft(
    "Datter", key="datter", parent_key="moder", legal_id="974760673",
    url="https://datter.example/?a=1&b=æ", is_fictitious=True,
)  # fmt: skip


@pytest.fixture
def rich() -> None:
    """Groups with all that a column can hold, and with nothing."""
    load_words()
    once = at(None, rrule="", first_on="2026-12-24", last_on="2026-12-24", minutes=None)
    taken_in(
        record("Alt", at(HOUSE, except_on=("2026-12-22",), also_on=("2026-12-23",),
                         terms=(Term("theme", "grief"),), notes="Ring på «B»"),
               once, organisation=DAUGHTER, terms=[GRIEF, Term("local", "på nett")],
               minimum_age=18, maximum_age=99, fee="50 kr", url="https://alt.example/",
               own_words=(("nb", "Ord 😀 \u2028 \\ \" slutt"), ("en", "Words")),
               confirmed_on="2026-11-01", said_on="2026-10-01T23:30:00+02:00"),
        record("Skjult", at(HOUSE, key="x"), organisation=MOTHER),
        record("Ingenting", at(None, mode="online"), said_on=""),
    )  # fmt: skip
    taken_in(record("Alt", terms=[PARENTS]), source="andre")
    Place.objects.update(latitude=63.0, longitude=-0.000001, point_from="source")


@pytest.mark.django_db
def test_groups_are_what_their_models_say(rich: None) -> None:
    found = list(stream())

    models = list(Group.objects.order_by("pk"))
    assert [told(one) for one in found] == [modelled(one) for one in models]
    assert [one.road for one in found] == [roads(one.road) for one in models]
    assert [[(w.language, w.text) for w in one.own_words] for one in found] == [
        [(w["language"], w["text"]) for w in one.own_words] for one in models
    ]


def told(one: PublishedGroup) -> tuple[object, ...]:
    """The fields of a group that are told as they are."""
    return (
        one.number, one.id, one.name, one.state, one.mode, one.how_to_join, one.fee,
        one.accessibility, one.minimum_age, one.maximum_age, one.url, one.is_fictitious,
        one.updated_at, one.confirmed_on, one.added_at, one.edition,
        one.organisation.id if one.organisation else None,
        sorted((term.concept, term.origin) for term in one.terms),
    )  # fmt: skip


def modelled(one: Group) -> tuple[object, ...]:
    """The same fields as Django reads them."""
    return (
        one.pk, str(one.uid), one.name, one.state, one.mode, one.how_to_join, one.fee,
        one.accessibility, one.minimum_age, one.maximum_age, one.url, one.is_fictitious,
        one.updated_at, one.confirmed_on.isoformat() if one.confirmed_on else "", one.added_at,
        one.edition, str(one.organisation.uid) if one.organisation else None,
        sorted(one.classifications.values_list("concept_id", "origin")),
    )  # fmt: skip


def roads(steps: list[dict[str, str]]) -> tuple[Step, ...]:
    return tuple(Step(**step) for step in steps)


@pytest.mark.django_db
def test_meetings_and_places_are_what_their_models_say(rich: None) -> None:
    found = [meeting for group in stream() for meeting in group.meetings]

    assert [
        (one.id, one.key, one.rrule, one.first_on, one.last_on, one.start, one.minutes,
         one.timezone, list(one.except_on), list(one.also_on), one.mode, one.state, one.notes,
         [(term.scheme, term.code, term.label) for term in one.terms],
         one.place and (one.place.name, one.place.address, one.place.latitude, one.place.longitude,
                        one.place.disclosure, one.place.point_from))
        for one in found
    ] == [
        (str(one.uid), one.key, one.rrule, one.first_on.isoformat() if one.first_on else "",
         one.last_on.isoformat() if one.last_on else "", one.start, one.minutes,
         one.timezone, one.except_on, one.also_on, one.mode, one.state, one.notes,
         [tuple(term) for term in one.terms],
         one.place and (one.place.name, one.place.address, one.place.latitude, one.place.longitude,
                        one.place.disclosure, one.place.point_from))
        for one in Meeting.objects.order_by("group_id", "pk")
    ]  # fmt: skip


@pytest.mark.django_db
def test_claims_and_confirmations_are_what_their_models_say(rich: None) -> None:
    groups = list(stream())

    claims = [
        (one.source, one.name, one.kind, one.said_on, one.taken_in_at, one.missing_since)
        for group in groups
        for one in group.claims
    ]
    assert claims == [
        (one.source.pk, one.source.name, one.source.kind, one.said_on, one.taken_in_at,
         one.missing_since)
        for one in Claim.objects.order_by("group_id", "pk")
    ]  # fmt: skip
    assert {one[4].tzinfo for one in claims} == {UTC}
    assert [(one.how, one.on) for group in groups for one in group.confirmations] == [
        (one.how, one.confirmed_on.isoformat())
        for one in Confirmation.objects.order_by("group_id", "confirmed_on", "pk")
    ]


@pytest.mark.django_db
def test_organisations_are_what_their_models_say(rich: None) -> None:
    found = list(organisation_stream())

    assert [
        (one.id, one.name, one.legal_id, one.parent, one.url, one.is_fictitious, one.added_at,
         one.edition, one.road, [(w.language, w.text) for w in one.own_words])
        for one in found
    ] == [
        (str(one.uid), one.name, one.legal_id, str(one.parent.uid) if one.parent else "", one.url,
         one.is_fictitious, one.added_at, one.edition, roads(one.road),
         [(w["language"], w["text"]) for w in one.own_words])
        for one in Organisation.objects.order_by("pk")
    ]  # fmt: skip


@given(st.text())
def test_an_id_of_a_place_is_a_uuid_of_version_five(said: str) -> None:

    assert places.id_of(said) == str(uuid5(places.NAMESPACE, said))
