from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.gazetteer import spot_named, spots_named

SPELLINGS = [
    # what someone writes, what it is, its code or the municipality it lies in
    ("Karasjok", "municipality", "5610"),
    ("Kárášjohka", "municipality", "5610"),
    ("karasjohka", "municipality", "5610"),
    ("Kaarasjoki", "municipality", "5610"),
    ("Kárášjohka - Karasjok", "municipality", "5610"),
    ("Karasjok/Kárášjohka", "municipality", "5610"),
    ("Gáivuotna-Kåfjord-Kaivuono", "municipality", "5540"),
    ("Porsanger Porsáŋgu Porsanki", "municipality", "5622"),
    ("Unjarga", "municipality", "5636"),
    ("Hamarøy", "municipality", "1875"),
    ("Tråante", "municipality", "5001"),
    ("Tromsø", "municipality", "5501"),
    ("Tromsö", "municipality", "5501"),
    ("TROMSO", "municipality", "5501"),
    ("Romsa", "municipality", "5501"),
    ("Aalesund", "municipality", "1508"),
    ("Ålesund", "municipality", "1508"),
    ("A\u030alesund", "municipality", "1508"),
    ("Alesund", "municipality", "1508"),
    ("Baerum", "municipality", "3201"),
    ("Nord Fron", "municipality", "3436"),
    ("Kristiania", "municipality", "0301"),
    ("Trondhjem", "municipality", "5001"),
    ("Nøtterøy", "municipality", "3911"),
    ("Haram", "municipality", "1580"),
    ("Skodje kommune", "municipality", "1508"),
    ("Mandal", "settlement", "4205"),
    ("Drobak", "settlement", "3214"),
    ("Mo", "settlement", "1833"),
    ("Havøysund", "settlement", "5618"),
    ("Sande (Vestfold)", "settlement", "3903"),
    ("Herøy, Nordland", "municipality", "1818"),
    ("Herøy (Møre og Romsdal)", "municipality", "1515"),
    ("Os i Østerdalen", "postal-code", "3430"),
    ("Os (Hordaland)", "municipality", "4624"),
    ("Bø i Telemark", "postal-code", "4020"),
    ("Bø, Vesterålen", "municipality", "1867"),
    ("Nes (Buskerud)", "municipality", "3322"),
    ("Longyearbyen", "territory", "2100"),
    ("Ny-Ålesund", "postal-code", "2100"),
    ("7011", "postal-code", "5001"),
    ("7011 Trondheim", "postal-code", "5001"),
    ("Storgata 1, 7011 Trondheim", "postal-code", "5001"),
    ("Storgata 5, Oslo, Norge", "municipality", "0301"),
]


@pytest.mark.parametrize(("text", "kind", "municipality"), SPELLINGS)
def test_a_place_is_found_by_any_of_its_names(text: str, kind: str, municipality: str):
    spot = spot_named(text)

    assert spot is not None
    assert (spot.kind, spot.municipality) == (kind, municipality)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Herøy", ["1515", "1818"]),
        ("Våler", ["3419", "3114"]),
        ("Nes", ["3228", "3322"]),
        ("Sandvika", ["3201", "5042"]),
        ("Tysfjord", ["1806", "1875"]),
        ("7011 Bergen", ["4601", "5001"]),
    ],
)
def test_a_name_of_several_places_gives_them_all(text: str, places: list[str]):
    assert [spot.municipality for spot in spots_named(text)] == places


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Oslo", ["municipality", "county"]),
        ("Oslo fylke", ["county", "municipality"]),
        ("Oslo kommune", ["municipality", "county"]),
        ("Romsa", ["municipality", "county"]),
    ],
)
def test_a_county_comes_last_unless_the_text_says_county(text: str, kinds: list[str]):
    assert [spot.kind for spot in spots_named(text)] == kinds


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Trøndelag", ["50"]),
        ("Trööndelage", ["50"]),
        ("Finnmárku", ["56"]),
        ("Sør-Trøndelag", ["50"]),
        ("Viken", ["32", "33", "31"]),
        ("Troms og Finnmark", ["55", "56"]),
    ],
)
def test_a_county_is_found_by_its_names_and_former_names(text: str, codes: list[str]):
    assert [spot.code for spot in spots_named(text) if spot.kind == "county"] == codes


def test_a_town_and_its_municipality_of_the_same_name_come_once():
    assert [spot.kind for spot in spots_named("Trondheim")] == ["municipality"]


def test_an_exact_spelling_comes_before_one_without_marks():
    places = [spot.municipality for spot in spots_named("Ås")]

    assert places[0] == "3218"


def test_larger_towns_come_first():
    towns = [spot.population or 0 for spot in spots_named("Dale") if spot.kind == "settlement"]

    assert len(towns) > 1
    assert all(larger >= smaller for larger, smaller in pairwise(towns))


def test_a_name_with_a_county_it_is_not_in_gives_nothing():
    assert spots_named("Herøy, Finnmark") == ()


@pytest.mark.parametrize("text", ["63.43,10.39", "63.43 10.39", "63,43 10,39", "63.43; 10.39"])
def test_coordinates_give_a_point(text: str):
    spot = spot_named(text)

    assert spot is not None
    assert (spot.kind, spot.latitude, spot.longitude) == ("point", 63.43, 10.39)


@pytest.mark.parametrize("text", ["", " ", "Atlantis", "99.1,10.2", "0000", "-", "kommune"])
def test_a_text_that_names_no_place_gives_nothing(text: str):
    assert spots_named(text) == ()


@given(st.text())
def test_any_text_can_be_asked_for(text: str):
    assert isinstance(spots_named(text), tuple)


@given(st.text(alphabet="0123456789 ,.;-/()iåøNOáŋ", max_size=30))
def test_any_text_that_looks_like_a_place_can_be_asked_for(text: str):
    assert isinstance(spots_named(text), tuple)
