"""Where places are put on the map, and how much of them may be shown."""

from typing import Any

import pytest

from knutepunkt.directory import queries
from knutepunkt.directory.disclosure import ShownPlace, shown_place
from knutepunkt.directory.models import Place
from knutepunkt.directory.placing import placed
from tests.directory.made import draft, meeting, place, source, told

OSLO = "Europe/Oslo"
STREET = {"name": "Frivilligsentralen", "address": "Storgata 1", "notes": "Ring på klokka"}


@pytest.mark.parametrize(
    ("said", "point_from", "municipality"),
    [
        ({"latitude": 59.9, "longitude": 10.7, "postal_code": "0155"}, "source", "0301"),
        ({"postal_code": "5003"}, "postal-code", "4601"),
        ({"municipality": "Bergen"}, "municipality", "4601"),
        ({"postal_code": "5003", "city": "Oslo"}, "", ""),
        ({"city": "Ingensteds"}, "", ""),
        ({}, "", ""),
    ],
)
def test_point_is_of_the_best_kind_there_is_and_says_which(
    said: dict[str, Any], point_from: str, municipality: str
) -> None:
    row = placed(place(**said), OSLO)

    assert (row.point_from, row.municipality) == (point_from, municipality)
    assert (row.latitude is None) == (point_from == "")


@pytest.mark.parametrize("half", [{"latitude": 59.9}, {"longitude": 10.7}])
def test_half_a_point_is_none(half: dict[str, float]) -> None:
    row = placed(place(**half), OSLO)

    assert (row.latitude, row.longitude, row.point_from) == (None, None, "")


@pytest.mark.parametrize(
    ("said", "timezone"),
    [
        ({"postal_code": "5003", "country": "SE"}, OSLO),
        ({"postal_code": "5003", "city": "Somewhere"}, "America/New_York"),
        ({"city": "Bergen", "country": "US"}, "America/New_York"),
    ],
)
def test_places_of_other_countries_are_left_as_they_are(
    said: dict[str, str], timezone: str
) -> None:
    row = placed(place(**said), timezone)

    assert (row.point_from, row.municipality, row.county) == ("", "", "")
    assert (row.city, row.postal_code) == (said.get("city", ""), said.get("postal_code", ""))


@pytest.mark.django_db
def test_meetings_without_a_point_are_listed_once_with_their_own_source() -> None:
    lost = meeting(place=place(address="Ukjent vei 1", city="Ingensteds"))
    told(source("near", "organisation"), draft("n", meetings=[lost, meeting(mode="online")]))
    group = told(source("far", "import"), draft("f", meetings=[lost]))

    rows = queries.unplaced()

    assert rows == [
        {
            "id": str(group.uid),
            "group": "Håp",
            "place": "Ukjent vei 1, Ingensteds",
            "record": "n",
            "source": "near",
        }
    ]


@pytest.mark.django_db
def test_same_place_is_one_row() -> None:
    here = place(address="Storgata 1", postal_code="0155")
    told(source("s"), draft("a", meetings=[meeting(place=here), meeting(place=here, key="2")]))

    told(source("t"), draft("b", meetings=[meeting(place=here)]))

    assert Place.objects.count() == 1


def stored(**said: Any) -> Place:
    """The row of a place, unsaved."""
    return Place(**placed(place(**said), OSLO)._asdict())


def test_exact_place_is_shown_whole() -> None:
    shown = shown_place(stored(postal_code="0155", latitude=59.91234, longitude=10.74567, **STREET))

    assert (shown.name, shown.address, shown.notes) == tuple(STREET.values())
    assert (shown.latitude, shown.longitude, shown.is_area) == (59.91234, 10.74567, False)


def test_area_is_shown_by_its_town_and_a_coarse_point() -> None:
    shown = shown_place(
        stored(
            postal_code="0155", city="Oslo", latitude=59.91234, longitude=10.74567,
            disclosure="area", **STREET,
        )
    )  # fmt: skip

    assert shown == ShownPlace(
        city="Oslo", municipality="Oslo", latitude=59.91, longitude=10.75, is_area=True
    )


def test_hidden_place_is_shown_by_its_municipality_alone() -> None:
    shown = shown_place(
        stored(
            postal_code="0155", city="Oslo", latitude=59.91234, longitude=10.74567,
            disclosure="hidden", **STREET,
        )
    )  # fmt: skip

    told_only = {name for name in ShownPlace.__slots__ if getattr(shown, name)}
    assert told_only == {"municipality", "latitude", "longitude", "is_area"}
    assert (shown.latitude, shown.longitude) != (59.91234, 10.74567)


def test_hidden_place_nobody_can_place_shows_nothing() -> None:
    assert shown_place(stored(city="Ingensteds", disclosure="hidden", **STREET)) == ShownPlace(
        is_area=True
    )


def test_point_of_a_postal_code_is_told_as_an_area() -> None:
    assert shown_place(stored(postal_code="5003", **STREET)).is_area
