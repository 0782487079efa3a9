from itertools import combinations
from math import dist

import msgspec
import pytest
from django.test import Client

from knutepunkt.collect.drafts import MeetingDraft
from knutepunkt.site.maps import showing as showing_map
from knutepunkt.site.maps.coast import kept_land
from knutepunkt.site.maps.dots import Dot, apart
from tests.site.made import TUESDAYS, draft, record, taken_in
from tests.site.read import Page, page

TRONDHEIM = {"county": "50", "municipality": "5001", "view": "map"}


def placed(**said: object) -> MeetingDraft:
    return msgspec.structs.replace(TUESDAYS, place=msgspec.structs.replace(TUESDAYS.place, **said))


def shown(seeker: Client, **asked: str) -> Page:
    return page(seeker.post("/sok", {"view": "map", **asked}, follow=True))


def dots(found: Page) -> list[str]:
    at = [n for n, (tag, _) in enumerate(found.attributes) if tag == "svg"][-1]
    return [its["aria-label"] for tag, its in found.attributes[at:] if tag == "a" and
            its.get("aria-label")]  # fmt: skip


def test_the_map_of_the_country_says_what_is_beyond_it(seeker: Client) -> None:
    taken_in(record())

    told = [page(seeker.post("/sok", {"view": "map", **more}, follow=True)).text
            for more in ({}, {"county": "50"})]  # fmt: skip

    said = "Grupper på nett, på Svalbard og i andre land står bare i lista."
    assert [said in one for one in told] == [True, False]


def test_no_dot_stands_over_the_edge_or_on_another() -> None:
    many = [Dot(x, 395.0, 30.0, 1, "", "") for x in (5.0, 10.0, 15.0, 300.0, 310.0, 635.0)]

    at = [(one.x, one.y) for one in apart(many, 640, 400)]

    assert all(30 <= x <= 610 and 30 <= y <= 370 for x, y in at)
    assert min(dist(*two) for two in combinations(at, 2)) >= 60


@pytest.mark.parametrize(
    ("asked", "told"),
    [({}, ["Trøndelag: 2 grupper"]), ({"county": "50"}, ["Trondheim: 2 grupper"]),
     (TRONDHEIM, ["A, B"])],
    ids=["country", "county", "municipality"],
)  # fmt: skip
def test_what_lies_together_is_one_dot_at_each_scale(
    seeker: Client, asked: dict[str, str], told: list[str]
) -> None:
    taken_in(record(draft("A")), record(draft("B")))

    assert dots(shown(seeker, **asked)) == told


def test_near_a_place_the_map_is_of_the_municipalities_there(seeker: Client) -> None:
    far = placed(municipality="5501", latitude=69.65, longitude=18.96)
    taken_in(record(draft("A")), record(draft("B"), far))

    assert dots(shown(seeker, place="Trondheim", within="50")) == ["Trondheim: 1 gruppe"]


@pytest.mark.parametrize("asked", [TRONDHEIM, {"place": "Trondheim", "within": "50"}])
def test_a_map_of_what_somebody_asked_is_not_kept(seeker: Client, asked: dict[str, str]) -> None:
    taken_in(record(draft("A")))
    before = kept_land.cache_info()

    shown(seeker, view="map", **{key: said for key, said in asked.items() if key != "view"})

    assert kept_land.cache_info() == before


def test_the_area_that_was_chosen_on_the_map_is_said(seeker: Client) -> None:
    taken_in(record())

    said = [shown(seeker, **asked).headings[0][1] for asked in ({"county": "50"}, TRONDHEIM)]

    assert said == ["Viser grupper i Trøndelag", "Viser grupper i Trondheim"]


def test_the_map_says_where_on_it_a_narrow_screen_begins(seeker: Client) -> None:
    taken_in(record(draft("A")), record(draft("B")))

    found = shown(seeker, **TRONDHEIM)

    assert found.has("div", **{"class": "scroll map-frame at-5"})  # One dot is in the middle.


def test_a_dot_leads_to_the_same_question_there(seeker: Client) -> None:
    taken_in(record(draft("A")))
    found = shown(seeker, weekday="TU")
    url = next(its["href"] for tag, its in found.attributes if tag == "a" and "aria-label" in its)

    nearer = page(seeker.get(url))

    assert dots(nearer) == ["Trondheim: 1 gruppe"]


def test_an_area_is_a_pale_dot(seeker: Client) -> None:
    taken_in(record(draft("A"), placed(disclosure="area")))

    found = shown(seeker, **TRONDHEIM)

    assert found.has("circle", **{"class": "area"})


def test_a_hidden_place_has_no_dot(seeker: Client) -> None:
    taken_in(record(draft("A"), placed(disclosure="hidden")), record(draft("B")))

    assert dots(shown(seeker, **TRONDHEIM)) == ["B"]


def test_the_list_stands_below_the_map(seeker: Client) -> None:
    taken_in(record(draft("A")))

    assert "1 gruppe" in shown(seeker).text


def test_a_hidden_place_alone_leaves_the_map_empty_and_says_so(seeker: Client) -> None:
    taken_in(record(draft("A"), placed(disclosure="hidden")))

    found = shown(seeker, **TRONDHEIM)

    assert (dots(found), "Ingen av gruppene har et sted" in found.text) == ([], True)


def test_an_address_found_where_the_municipality_is_counted_is_an_area(seeker: Client) -> None:
    molde = {"postal_code": "6413", "city": "Molde", "municipality": "1506"}
    taken_in(record(draft("A"), placed(latitude=None, longitude=None, **molde)))

    found = shown(seeker, county="15", municipality="1506")

    assert (dots(found), found.has("circle", **{"class": "area"})) == (["A"], True)


def test_a_group_that_meets_at_two_doors_is_one(seeker: Client) -> None:
    next_door = msgspec.structs.replace(placed(name="Nabohuset", latitude=63.4301), key="2")
    taken_in(record(draft("A"), placed(), next_door))

    found = shown(seeker, **TRONDHEIM)

    assert (dots(found), found.has("circle", r="27.1")) == (["A"], True)  # as large as one is


def test_a_map_that_cannot_show_all_says_how_many(
    seeker: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(showing_map, "MOST_POINTS", 1)
    taken_in(record(draft("A")), record(draft("B")))

    assert "Kartet viser de 1 første av 2 grupper." in shown(seeker, **TRONDHEIM).text
