import pytest
from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.gazetteer import contradiction, placed, tables
from knutepunkt.gazetteer import counties as counties_of_today

ADDRESSES = [
    # postal code, city, municipality, region → municipality, how
    ("7011", "Trondheim", "", "", "5001", "postal-code"),
    ("7011", "", "", "", "5001", "postal-code"),
    ("7011", "Lillegrenda", "", "", "5001", "postal-code"),
    ("555", "OSLO", "", "", "0301", "postal-code"),
    ("9700", "Porsáŋgu", "", "Troms og Finnmark", "5622", "postal-code"),
    ("4156", "Mosterøy", "Rennesøy", "Rogaland", "1103", "municipality"),
    ("", "Nesttun", "", "", "4601", "settlement"),
    ("", "Ski", "", "Viken", "3207", "settlement"),
    ("", "Trondheim", "", "Sør-Trøndelag", "5001", "municipality"),
    ("", "Herøy", "", "Nordland", "1818", "municipality"),
    ("", "Sande", "0713", "", "3903", "settlement"),
    ("", "Kjøpsvik", "1850", "", "1806", "settlement"),
    ("", "", "Gáivuotna", "", "5540", "municipality"),
    ("", "Lillegrenda", "5001", "", "5001", "municipality"),
    ("0000", "Bodø", "", "", "1804", "municipality"),
]


@pytest.mark.parametrize(("code", "city", "area", "region", "municipality", "how"), ADDRESSES)
def test_an_address_gets_a_point(
    code: str, city: str, area: str, region: str, municipality: str, how: str
):
    found = placed(code, city, area, region)

    assert found is not None
    assert (found[0].municipality, found[1]) == (municipality, how)


@pytest.mark.parametrize(
    ("code", "city", "area", "region", "field"),
    [
        ("7011", "Bergen", "", "", "city"),
        ("7011", "Trondheim", "Bergen", "", "municipality"),
        ("7011", "Trondheim", "", "Finnmark", "region"),
        ("", "Bergen", "5001", "", "municipality"),
        ("", "Oslo", "", "Akershus", "region"),
    ],
)
def test_an_address_that_contradicts_itself_gets_no_point(
    code: str, city: str, area: str, region: str, field: str
):
    assert contradiction(code, city, area, region) == field
    assert placed(code, city, area, region) is None


@pytest.mark.parametrize("city", ["Herøy", "Våler", "Sande", "Nes", "Sandvika", "Tysfjord"])
def test_a_name_that_fits_several_municipalities_gets_no_point(city: str):
    assert placed("", city, "", "") is None


def test_a_region_alone_is_too_large_for_a_point():
    assert placed("", "", "", "Nordland") is None


def test_an_empty_address_gets_no_point():
    assert placed("", "", "", "") is None


@given(st.text(), st.text(), st.text(), st.text())
def test_any_address_can_be_asked_for(code: str, city: str, area: str, region: str):
    found = placed(code, city, area, region)

    assert found is None or len(found) == 2


def test_every_postal_code_agrees_with_its_own_town_municipality_and_county():
    counties = {spot.code: spot.name for spot in counties_of_today()}
    disagreeing = [
        (code, town)
        for code, town, area, *_point in tables.rows("postal_codes")
        if contradiction(code, town, area, counties.get(area[:2], ""))
    ]

    assert disagreeing == []
