"""The data files hang together: each code that is named exists, each point is in Norway."""

from pathlib import Path

import pytest

from knutepunkt import gazetteer
from knutepunkt.gazetteer import areas, tables, towns

POSTAL_CODES = [row[0] for row in tables.rows("postal_codes")]
FILES = sorted(tables.DATA.glob("*.csv"))


def test_there_are_15_counties():
    assert len(gazetteer.counties()) == 15


def test_there_are_357_municipalities():
    assert len({spot.code for spot in gazetteer.municipalities()}) == 357


def test_each_county_has_municipalities_and_each_municipality_a_county():
    counties = {spot.code for spot in gazetteer.counties()}

    assert {spot.county for spot in gazetteer.municipalities()} == counties


def test_a_municipality_code_starts_with_that_of_its_county():
    strays = [spot for spot in gazetteer.municipalities() if spot.code[:2] != spot.county]

    assert strays == []


def test_no_two_municipalities_of_a_county_share_a_name():
    names = [(spot.county, spot.name) for spot in gazetteer.municipalities()]

    assert len(names) == len(set(names))


def test_postal_codes_are_unique():
    assert len(POSTAL_CODES) == len(set(POSTAL_CODES)) == 5146


def test_each_postal_code_leads_to_a_municipality_or_territory():
    astray = [row[0] for row in tables.rows("postal_codes") if not gazetteer.municipality(row[2])]

    assert astray == []


def test_each_municipality_has_a_postal_code():
    with_codes = {row[2] for row in tables.rows("postal_codes")}
    without = {spot.code for spot in gazetteer.municipalities()} - with_codes

    assert without == set()


def test_each_town_lies_in_a_municipality_of_today():
    today = {spot.code for spot in gazetteer.municipalities()}
    strays = [spot.name for spot, _names in towns.settlements() if spot.municipality not in today]

    assert strays == []


def test_points_are_inside_norway():
    spots = [*gazetteer.municipalities(), *gazetteer.counties()]
    spots += [spot for spot, _names in towns.settlements()]
    outside = [s for s in spots if not (57.9 < s.latitude < 71.3 and 4.4 < s.longitude < 31.3)]

    assert outside == []


def test_towns_lie_near_the_centre_of_their_municipality():
    """The longest municipalities are some 200 km across."""
    far = []
    for spot, _names in towns.settlements():
        centre = gazetteer.municipality(spot.municipality)
        assert centre is not None
        apart = gazetteer.kilometres(
            spot.latitude, spot.longitude, centre.latitude, centre.longitude
        )
        if apart > 110:
            far.append((spot.name, round(apart)))

    assert far == []


def test_former_codes_lead_to_areas_of_today():
    today = {spot.code for spot in (*gazetteer.counties(), *gazetteer.municipalities())}
    lost = [old for old in areas.former() if not old.present or not set(old.present) <= today]

    assert lost == []


def test_former_codes_are_not_in_use():
    today = {spot.code for spot in gazetteer.municipalities()}
    reused = {old.code for old in areas.former() if old.kind == "municipality"} & today

    assert reused == set()


@pytest.mark.parametrize(
    ("year", "count"),
    # Statistics Norway's number of municipalities at the end of each year.
    [(2013, 428), (2016, 428), (2017, 426), (2018, 422), (2019, 422), (2023, 356)],
)
def test_every_municipality_since_2013_is_known(year: int, count: int):
    assert len(_codes_in_use(year)) == count


def _codes_in_use(year: int) -> set[str]:
    """Today's codes and the former ones, without those that came into use after the year."""
    kept = {spot.code for spot in gazetteer.municipalities() if _began(spot.code) <= year}
    former = {
        code
        for kind, code, _name, _present, until in tables.rows("former")
        if kind == "municipality" and code and int(until) >= year and _began(code) <= year
    }
    return kept | former


def _began(code: str) -> int:
    """The first whole year of a code, from the series its reform brought in."""
    late = {"0710": 2017, "0712": 2018, "0715": 2018, "0729": 2018, "5061": 2019, "1580": 2024}
    late |= {"1508": 2024, "1506": 2020, "1507": 2020, "1577": 2020, "1578": 2020, "1579": 2020}
    late |= {"1806": 2020, "1875": 2020, "1108": 2020, "5006": 2020, "5007": 2020}
    late |= {str(code): 2020 for code in range(5055, 5061)}
    series = {"30": 2020, "34": 2020, "38": 2020, "42": 2020, "46": 2020, "50": 2018, "54": 2020}
    series |= dict.fromkeys(("31", "32", "33", "39", "40", "55", "56"), 2024)
    return late.get(code) or series.get(code[:2], 0)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_data_file_has_its_columns_documented(path: Path):
    reference = tables.DATA.parents[3] / "docs" / "reference" / "gazetteer.md"
    heading = path.read_text(encoding="utf-8").splitlines()[0].split(",")
    documented = next(
        line
        for line in reference.read_text(encoding="utf-8").splitlines()
        if line.startswith(f"| `{path.name}`")
    )

    assert [column for column in heading if f"`{column}`" not in documented] == []


def test_the_data_files_stay_under_a_megabyte():
    assert sum(path.stat().st_size for path in FILES) < 1_000_000
