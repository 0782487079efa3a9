"""Lists of groups on public pages say what the database says, asked in another way."""

from datetime import date

import pytest
from django.db.models import Q
from django.utils import timezone
from msgspec.structs import replace

from knutepunkt.collect.drafts import OrganisationDraft
from knutepunkt.directory.enums import Mode
from knutepunkt.directory.models import Classification, Group, Meeting
from knutepunkt.directory.queries import going_on
from knutepunkt.search.indexing import following
from knutepunkt.search.query import Query
from knutepunkt.site.pages import listing, organisations, places, themes
from tests.site.made import GRIEF, ONLINE, TUESDAYS, draft, record, taken_in

TODAY = date(2026, 11, 27)
BERGEN = {"city": "Bergen", "postal_code": "5003", "municipality": "4601"}
IN_BERGEN = replace(
    TUESDAYS, place=replace(TUESDAYS.place, latitude=60.39, longitude=5.32, **BERGEN)
)
pytestmark = pytest.mark.django_db


@pytest.fixture
def groups(words: None) -> None:
    """Groups in one county, in two, online, in both ways, of no theme, and one that has ended."""
    about, behind = {"terms": [GRIEF]}, OrganisationDraft("Eksempelforbundet")
    taken_in(
        record(draft("Ålmenna", **about), TUESDAYS, organisation=behind),
        record(draft("Zoo", **about), TUESDAYS, IN_BERGEN),
        record(draft("På nett", mode="online", **about), ONLINE),
        record(draft("Begge deler", mode="hybrid", **about), replace(TUESDAYS, mode="hybrid")),
        record(draft("Uten tema"), IN_BERGEN),
        record(draft("Avsluttet", state="ended", **about), TUESDAYS),
    )
    following.follow()


def in_person(**where: object) -> set[int]:
    """The groups that people look for and that meet somewhere in person."""
    met = Meeting.objects.exclude(mode=Mode.ONLINE).filter(group__in=going_on(), **where)
    return set(met.values_list("group", flat=True))


def about_grief() -> set[int]:
    """The groups about the theme that people look for."""
    said = Classification.objects.filter(concept__code="grief", group__in=going_on())
    return set(said.values_list("group", flat=True))


def test_a_theme_says_how_many_there_are_in_each_county_and_online(groups: None) -> None:
    known = themes.theme_known("grief")
    assert known is not None
    shown = themes.theme_page(known, "", 1, TODAY)
    assert [row.name for row in shown.groups.rows] == ["Begge deler", "På nett", "Zoo", "Ålmenna"]
    assert shown.groups.total == len(about_grief())
    assert {one.code: one.groups for one in shown.counties} == {
        code: len(about_grief() & in_person(place__county=code)) for code in ("50", "46")
    }
    online = Q(mode=Mode.ONLINE) | Q(mode=Mode.HYBRID)
    assert shown.online == going_on().filter(online, pk__in=about_grief()).count()


def test_a_theme_in_one_county_still_tells_of_the_others(groups: None) -> None:
    known = themes.theme_known("grief")
    assert known is not None
    shown = themes.theme_page(known, "46", 1, TODAY)
    assert [row.name for row in shown.groups.rows] == ["Zoo"]
    assert {one.code for one in shown.counties} == {"50", "46"}


@pytest.mark.parametrize(("code", "field"), [("50", "county"), ("4601", "municipality")])
def test_a_place_has_those_who_meet_there(groups: None, code: str, field: str) -> None:
    spot = places.place_known(code)
    assert spot is not None
    shown = places.place_page(spot, 1, TODAY)
    there = in_person(**{f"place__{field}": code})
    names = Group.objects.filter(pk__in=there).values_list("name", flat=True)
    assert {row.name for row in shown.groups.rows} == set(names)
    assert [(name, number) for name, _url, number in shown.themes] == [
        ("Sorg", len(there & about_grief()))
    ]


def test_the_parts_of_a_county_say_how_many_meet_there(groups: None) -> None:
    spot = places.place_known("46")
    assert spot is not None
    shown = places.place_page(spot, 1, TODAY)
    assert [(part.name, part.groups) for part in shown.parts] == [("Bergen", 2)]


def test_who_has_left_stands_in_no_list_though_the_index_has_them_still(groups: None) -> None:
    Group.objects.filter(name="Zoo").update(withdrawn_at=timezone.now())
    shown = listing.listing(Query(), 1, TODAY)
    assert "Zoo" not in [row.name for row in shown.rows]
    assert "Ålmenna" in [row.name for row in shown.rows]


def test_who_stands_behind_some_groups_is_told_by_name(groups: None) -> None:
    found = organisations.behind(listing.counted(Query()), 60)
    assert [one.name for one in found] == ["Eksempelforbundet"]
    assert organisations.behind(listing.counted(Query()), 0) == []
