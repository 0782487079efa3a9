import pytest
from msgspec.json import decode

from knutepunkt.collect.drafts import OrganisationDraft, Step, Term
from knutepunkt.collect.formats.hsds.profile import GROUP, GroupFacts
from knutepunkt.distribute.hsds.bodies import ENCODE, made
from knutepunkt.distribute.hsds.ids import id_of
from knutepunkt.distribute.hsds.once import Once
from knutepunkt.distribute.hsds.rows import attribute
from knutepunkt.distribute.hsds.services import basic_service, whole_service
from knutepunkt.distribute.hsds.written import fact, inside, rows_under
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


def test_rows_under_a_holder_have_the_ids_made_one_by_one() -> None:
    names = ["b", "blåbær", ""]

    found = rows_under("å", "link_id", [(name.encode(), b',"a":1}') for name in names])

    assert decode(found) == [{"id": id_of("å", name), "link_id": "å", "a": 1} for name in names]


def test_a_fact_under_its_holder_is_the_row_it_is_elsewhere() -> None:
    found = rows_under("å", "link_id", [fact(GROUP, "service", GroupFacts(url="«»"), number=2)])

    assert decode(found) == [attribute("å", "service", GROUP, GroupFacts(url="«»"), 2)]


def test_nothing_stands_inside_an_empty_row() -> None:
    assert inside({}) == b""
