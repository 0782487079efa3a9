import pytest

from knutepunkt.gazetteer import county, municipality, name_in, postal_code


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("5610", "Kárášjohka - Karasjok"),
        ("2021", "Kárášjohka - Karasjok"),
        ("5437", "Kárášjohka - Karasjok"),
        ("1601", "Trondheim"),
        ("0713", "Holmestrand"),
        ("1534", "Haram"),
        ("1507", "Ålesund"),
        ("1850", "Narvik"),
        ("1214", "Vindafjord"),
        ("2100", "Svalbard"),
    ],
)
def test_a_code_of_any_year_leads_to_a_municipality_of_today(code: str, name: str):
    found = municipality(code)

    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(("code", "name"), [("50", "Trøndelag"), ("16", "Trøndelag")])
def test_a_code_of_any_year_leads_to_a_county_of_today(code: str, name: str):
    found = county(code)

    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("code", ["", "9999", "Oslo", "０３０１"])
def test_an_unknown_code_leads_nowhere(code: str):
    assert (municipality(code), county(code), postal_code(code)) == (None, None, None)


@pytest.mark.parametrize("written", ["0555", "555", "N-0555", "NO-0555", " 0555 "])
def test_a_postal_code_is_read_as_people_write_it(written: str):
    found = postal_code(written)

    assert found is not None
    assert (found.code, found.name, found.municipality) == ("0555", "Oslo", "0301")


@pytest.mark.parametrize(
    ("code", "municipality_code"),
    [("1592", "3114"), ("2436", "3419"), ("6092", "1515"), ("8850", "1818"), ("9840", "5636")],
)
def test_municipalities_that_share_a_name_are_told_apart(code: str, municipality_code: str):
    found = postal_code(code)

    assert found is not None
    assert found.municipality == municipality_code


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("nb", "Kåfjord"),
        ("sme", "Gáivuotna"),
        ("fkv", "Kaivuono"),
        ("sma", "Kåfjord"),
        ("official", "Gáivuotna - Kåfjord - Kaivuono"),
    ],
)
def test_a_municipality_is_named_in_the_language_asked_for_else_in_norwegian(
    language: str, name: str
):
    assert name_in("5540", language) == name


@pytest.mark.parametrize(
    ("code", "name"), [("5001", "Trondheim"), ("0301", "Oslo"), ("5610", "Kárášjohka - Karasjok")]
)
def test_a_spot_bears_all_official_names_only_where_a_sami_one_stands_first(code: str, name: str):
    found = municipality(code)

    assert found is not None
    assert found.name == name
