"""What an answer is narrowed by that no filter shows: whose, from where, how fresh, where on a map.

Each is chosen where it stands: on the page of an organisation or of a group, on the map, beside the
words.
"""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from knutepunkt.collect.drafts import OrganisationDraft
from knutepunkt.directory.models import Organisation
from knutepunkt.site.asking.addresses import opened_question
from knutepunkt.site.asking.cut import box_of, cut_around
from knutepunkt.site.asking.question import Question
from tests.site.made import draft, record, taken_in
from tests.site.read import Page, page
from tests.site.test_showing_map import TRONDHEIM, dots, placed, shown

A_TOWN_CENTRE = "63.4,10.3,63.45,10.45"
OURS = OrganisationDraft(name="Eksempellaget")


def searched(seeker: Client, **asked: object) -> Page:
    return page(seeker.post("/sok", asked, follow=True))


def titles(found: Page) -> list[str]:
    return [text for level, text in found.headings if level == 3]


def buttons(found: Page, field: str) -> list[str]:
    """The values of the hidden fields of a name."""
    return [its["value"] for tag, its in found.attributes if tag == "input"
            if its.get("name") == field]  # fmt: skip


def asked_by(found: Page, class_: str) -> list[Question]:
    """The questions that links of a class lead to."""
    there = [its["href"] for tag, its in found.attributes
             if tag == "a" and its.get("class") == class_]  # fmt: skip
    return [opened_question(url.rpartition("/")[2]) for url in there]


def test_the_page_of_an_organisation_leads_to_a_search_in_its_groups(seeker: Client) -> None:
    taken_in(record(draft("Vår"), organisation=OURS), record(draft("En annens")))
    uid = Organisation.objects.get(name=OURS.name).uid

    (chosen,) = buttons(page(seeker.get(f"/organisasjon/{uid}")), "organisation")
    found = searched(seeker, organisation=chosen)

    assert titles(found) == ["Vår"]
    assert OURS.name in found.text


def test_the_page_of_a_group_leads_to_all_from_the_same_source(seeker: Client) -> None:
    group, _ = taken_in(record(draft("A")), record(draft("B")))

    (chosen,) = buttons(page(seeker.get(f"/gruppe/{group.uid}")), "source")
    found = searched(seeker, source=chosen)

    assert sorted(titles(found)) == ["A", "B"]
    assert "Fra kilden Eksempelforeningen" in found.text


def test_only_what_was_confirmed_lately_can_be_asked_for(seeker: Client) -> None:
    today = timezone.localdate()
    days = {"Fersk": 20, "Eldre": 150, "Gammel": 700}
    taken_in(
        *(record(draft(name), confirmed_on=f"{today - timedelta(days=ago)}")
          for name, ago in days.items()),
        record(draft("Aldri")),
    )  # fmt: skip

    found = {
        months: sorted(titles(searched(seeker, confirmed=months))) for months in ("3", "6", "")
    }

    assert found == {
        "3": ["Fersk"], "6": ["Eldre", "Fersk"], "": ["Aldri", "Eldre", "Fersk", "Gammel"],
    }  # fmt: skip


def test_a_dot_of_the_nearest_map_leads_to_those_it_stands_for(seeker: Client) -> None:
    far = placed(latitude=63.30, longitude=10.60)
    taken_in(record(draft("A")), record(draft("B")), record(draft("C"), far))
    found = shown(seeker, **TRONDHEIM)
    there = {its["aria-label"]: its["href"] for tag, its in found.attributes
             if tag == "a" and "aria-label" in its}  # fmt: skip

    led = {told: sorted(titles(page(seeker.get(url)))) for told, url in there.items()}

    assert led == {"A, B": ["A", "B"], "C": ["C"]}


def test_a_municipality_is_let_go_of_before_its_county(seeker: Client) -> None:
    taken_in(record())

    (less,) = asked_by(searched(seeker, county="50", municipality="5001"), "ds-button chip")

    assert less == Question(county="50")


def test_the_map_of_a_part_leads_out_to_the_whole_municipality(seeker: Client) -> None:
    far = placed(latitude=63.30, longitude=10.60)
    taken_in(record(draft("A")), record(draft("C"), far))

    near = shown(seeker, **TRONDHEIM, box=A_TOWN_CENTRE)
    out = asked_by(near, "onward")[0]

    assert dots(near) == ["A"]
    assert near.headings[0][1] == "Viser grupper i Trondheim i dette utsnittet av kartet"
    assert (out.municipality, out.box) == ("5001", "")


@pytest.mark.parametrize(
    "asked",
    [{"box": A_TOWN_CENTRE}, {"source": "eksempel"}, {"confirmed": "12"}],
    ids=lambda asked: next(iter(asked)),
)
def test_each_can_be_let_go_of_and_stays_until_then(seeker: Client, asked: dict[str, str]) -> None:
    (field,) = asked
    today = timezone.localdate()
    taken_in(record(draft("A"), confirmed_on=f"{today}"))

    found = searched(seeker, **asked)
    (less,) = asked_by(found, "ds-button chip")

    assert less == Question()
    if field != "confirmed":  # which is a field one can see
        assert buttons(found, field) == [asked[field]]


@pytest.mark.parametrize(
    "asked",
    [
        {"box": "1,2,3"}, {"box": "nan,1,nan,2"}, {"box": "91,0,92,1"}, {"box": "inf,0,inf,1"},
        {"organisation": "12345678-1234-5678-1234-567812345678"}, {"organisation": "x"},
        {"source": "fins-ikke"}, {"source": "../x"}, {"confirmed": "7"},
    ],
)  # fmt: skip
def test_what_leads_nowhere_is_refused(seeker: Client, asked: dict[str, str]) -> None:
    taken_in(record())

    assert seeker.post("/sok", asked).status_code == 422


def test_a_part_of_the_map_holds_the_points_it_was_made_around() -> None:
    points = [(63.4305, 10.3951), (63.43051234, 10.395)]

    south, west, north, east = box_of(cut_around(points)) or (0, 0, 0, 0)

    assert all(south < lat < north and west < lon < east for lat, lon in points)
