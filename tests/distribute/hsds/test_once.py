import pytest

from knutepunkt.collect.drafts import OrganisationDraft, Step, Term
from knutepunkt.distribute.hsds.bodies import ENCODE, made
from knutepunkt.distribute.hsds.ids import id_of, ids_under
from knutepunkt.distribute.hsds.once import Once
from knutepunkt.distribute.hsds.services import basic_service, whole_service
from knutepunkt.distribute.published import stream
from tests.distribute.made import GRIEF, HOUSE, PARENTS, at, load_words, record, taken_in

HERE = Step("0f9b6c1e-7a44-4b77-8d0e-0d5f8b7f1a22", "https://her.example")


@pytest.mark.django_db
def test_services_that_share_parts_are_those_made_one_by_one() -> None:
    load_words()
    owner = OrganisationDraft("Foreningen «Håp»", key="haap", url="https://haap.example/")
    taken_in(
        record("Én", at(HOUSE), at(HOUSE, key="igjen"), organisation=owner, terms=[GRIEF]),
        record("To", at(HOUSE), organisation=owner, terms=[GRIEF, Term("local", "på nett")]),
        record("Tre", at(None, mode="online", online_url="https://rom.example/a"), terms=[PARENTS]),
        record("Fire", at(None, mode="online", online_url="https://rom.example/b")),
    )
    groups, once = list(stream()), Once(HERE)

    together = [ENCODE(whole_service(one, basic_service(one), once)) for one in groups]

    alone = [ENCODE(whole_service(one, basic_service(one), Once(HERE))) for one in groups]
    assert together == alone


@pytest.mark.django_db
def test_an_organisation_and_a_meeting_with_one_id_keep_apart() -> None:
    both = "0f9b6c1e-7a44-4b77-8d0e-0d5f8b7f1a33"
    room = at(None, mode="online", online_url="https://rom.example/a", uid=both)
    groups = taken_in(record("Én", room, organisation=OrganisationDraft("Håp", key=both)))

    body = made([groups[0].pk])[groups[0].pk].whole

    assert body.count(b'"location_type":"virtual"') == 1


def test_ids_under_one_name_are_those_made_one_by_one() -> None:
    others = ["b", "blåbær", ""]

    found = list(ids_under("å", [other.encode() for other in others]))

    assert found == [id_of("å", other) for other in others]
