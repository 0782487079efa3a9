import msgspec
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from knutepunkt.collect.drafts import OrganisationDraft, Term
from knutepunkt.distribute.published import (
    Choice,
    ChoiceError,
    gone,
    group_known,
    organisation_stream,
    public_concepts,
    public_schemes,
    stream,
)
from knutepunkt.vocabulary.models import Concept
from tests.distribute.made import (
    GRIEF,
    HOUSE,
    LOSS,
    PARENTS,
    at,
    record,
    taken_in,
    unpublish,
    withdraw,
)

pytestmark = pytest.mark.django_db


def names(choice: Choice = Choice()) -> list[str]:  # noqa: B008 - frozen
    return [group.name for group in stream(choice)]


def test_every_published_group_comes_once_however_small_the_batches() -> None:
    taken_in(*(record(f"Gruppe {number}") for number in range(7)))

    found = [group.name for group in stream(batch=2)]

    assert found == [f"Gruppe {number}" for number in range(7)]


def test_unpublished_and_withdrawn_groups_do_not_come() -> None:
    groups = taken_in(record("Vises"), record("Skjult"), record("Borte"))
    unpublish(groups[1])
    withdraw(groups[2])

    found = names()

    assert found == ["Vises"]


def test_a_theme_includes_what_is_narrower(words: None) -> None:
    taken_in(record("Sorg", terms=[GRIEF]), record("Tap", terms=[LOSS]))
    taken_in(record("Foreldre", terms=[PARENTS]), source="andre")

    assert names(Choice.of(theme="loss")) == ["Sorg", "Tap"]
    assert names(Choice.of(theme="grief (nb)")) == ["Sorg"]


def test_a_theme_is_found_by_another_word_for_it_that_no_other_has(words: None) -> None:
    for code, told in (("grief", "Savn"), ("grief", "Tomrom"), ("parents", "tomrom")):
        theme = Concept.objects.get(scheme="theme", code=code)
        theme.labels.create(language="nb", kind="alternative", text=told)

    with pytest.raises(ChoiceError) as error:
        Choice.of(theme="tomrom")

    assert Choice.of(theme="savn").theme == "grief"
    assert str(error.value) == (
        "several themes are called “tomrom”; you: give the code of one: grief, parents."
    )


def test_a_municipality_is_found_by_name_and_by_a_former_code(words: None) -> None:
    oslo = msgspec.structs.replace(HOUSE, postal_code="0150", city="Oslo")
    taken_in(record("Nord"), record("Sør", at(oslo)), record("Nett", at(HOUSE, mode="online")))

    assert names(Choice.of(municipality="Trondheim")) == ["Nord"]
    assert names(Choice.of(municipality="1601")) == ["Nord"]


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        (
            {"theme": "ukjent"},
            "there is no theme “ukjent”; you: give its code, or its name as the site has it.",
        ),
        (
            {"theme": "u" * 3000},
            f"there is no theme “{'u' * 79}…”; you: give its code, or its name as the site has it.",
        ),
        (
            {"municipality": "Ingensteds"},
            "there is no municipality “Ingensteds”; you: give its name or its four digits.",
        ),
    ],
)
def test_what_does_not_exist_is_said(choice: dict[str, str], sentence: str) -> None:
    with pytest.raises(ChoiceError) as error:
        Choice.of(**choice)

    assert str(error.value) == sentence


def test_a_hidden_place_tells_its_municipality_and_no_more() -> None:
    hidden = msgspec.structs.replace(HOUSE, disclosure="hidden", notes="bak kirka")
    taken_in(record("Håp", at(hidden)))

    place = next(stream()).meetings[0].place

    assert place is not None
    told = msgspec.structs.asdict(place)
    assert (told.pop("latitude"), told.pop("longitude")) != (HOUSE.latitude, HOUSE.longitude)
    told.pop("id")
    assert {name: value for name, value in told.items() if value} == {
        "municipality": "Trondheim",
        "municipality_code": "5001",
        "county_code": "50",
        "is_area": True,
        "disclosure": "hidden",
    }


def test_the_id_of_a_hidden_place_is_not_made_from_the_place() -> None:
    hidden = msgspec.structs.replace(HOUSE, disclosure="hidden")
    taken_in(record("En", at(hidden)), record("To", at(hidden)))

    ids = {group.meetings[0].place.id for group in stream() if group.meetings[0].place}

    assert len(ids) == 2


def test_passwords_of_online_rooms_stay_inside() -> None:
    meeting = at(
        None,
        mode="online",
        online_url="https://rom.example/1?pwd=hemmelig1",
        online_notes="Passord: hemmelig2",
        dial_in="+47 21 00 00 00,,123#,*hemmelig3*4#".replace("hemmelig3", "987654"),
    )
    taken_in(record("Nett", meeting, how_to_join="Passord er hemmelig5"))

    told = str(next(stream()))

    assert [secret for secret in ("hemmelig1", "hemmelig2", "987654", "hemmelig5") if secret in
            told] == []  # fmt: skip


def test_contacts_are_never_read() -> None:
    owner = OrganisationDraft("Lauget", contacts=(("phone", "90000001"),))
    taken_in(record("Håp", organisation=owner, contacts=[["email", "hemmelig@privat.example"]]))

    with CaptureQueriesContext(
        connection,
    ) as queries:
        told = str([*stream(), *organisation_stream()])

    assert "90000001" not in told
    assert "hemmelig@privat.example" not in told
    assert [query["sql"] for query in queries if '"contacts"' in query["sql"]] == []


def test_an_organisation_only_an_unpublished_group_tells_of_stays_inside() -> None:
    groups = taken_in(
        record("Vises", organisation=OrganisationDraft("Kjent")),
        record("Skjult", organisation=OrganisationDraft("Ukjent")),
    )
    unpublish(groups[1])

    assert [organisation.name for organisation in organisation_stream()] == ["Kjent"]


def test_a_term_only_an_unpublished_group_carries_stays_inside(words: None) -> None:
    groups = taken_in(
        record("Vises", terms=[Term("local", "kjent")]),
        record("Skjult", terms=[Term("local", "ukjent")]),
    )
    unpublish(groups[1])

    local = public_concepts().filter(scheme__kind="local").values_list("code", flat=True)

    assert list(local) == ["kjent"]


def test_a_list_of_terms_nobody_public_carries_stays_inside(words: None) -> None:
    (group,) = taken_in(record("Skjult", terms=[Term("local", "ukjent")]))
    unpublish(group)

    assert [scheme.id for scheme in public_schemes()] == ["theme"]


def test_the_number_of_queries_is_the_same_for_many_groups(words: None) -> None:
    taken_in(*(record(f"Gruppe {number}", terms=[GRIEF]) for number in range(30)))

    with CaptureQueriesContext(connection) as queries:
        found = list(stream())

    # Two for ids, one each for groups, meetings, places, terms, claims and confirmations, and two
    # for the concepts met.
    assert (len(found), len(queries)) == (30, 10)


def test_one_group_is_found_by_its_id() -> None:
    one, other = taken_in(record("Håp"), record("Skjult"))
    unpublish(other)

    found = group_known(one.uid)

    assert found is not None
    assert found.name == "Håp"
    assert group_known(other.uid) is None


def test_what_left_the_net_is_a_tombstone_after_its_edition() -> None:
    groups = taken_in(record("En"), record("To"), record("Tre"))
    withdraw(groups[0])
    withdraw(groups[2])
    groups[0].refresh_from_db()

    assert [one.id for one in gone(batch=1)] == [str(groups[0].uid), str(groups[2].uid)]
    assert [one.id for one in gone(since=groups[0].edition)] == [str(groups[2].uid)]


def test_a_person_who_confirmed_stays_unnamed() -> None:
    (group,) = taken_in(record("Håp", confirmed_on="2026-10-02"))
    group.confirmations.create(by="Kari Hemmelig", how="phone", confirmed_on="2026-10-03")

    told = next(stream()).confirmations

    assert [(one.by, one.how, one.on) for one in told] == [
        ("Eksempel", "feed", "2026-10-02"),
        ("", "phone", "2026-10-03"),
    ]
