"""No list gives more at once than its cap, and none falls over a page that is not there."""

import json

import pytest
from django.test import Client

from knutepunkt.distribute.api.exports import AT_ONCE
from tests.distribute.doors.test_few_at_a_time import running
from tests.distribute.made import record, taken_in

pytestmark = pytest.mark.django_db
HSDS = ["services", "service_at_locations", "organizations", "taxonomies", "taxonomy_terms"]
MEETINGS = "/bmlt/client_interface/json/?switcher=GetSearchResults"


@pytest.mark.parametrize("name", HSDS)
@pytest.mark.parametrize("size", ["0", "-1", "501", "10001", "1e2", "two", "٣", "9" * 400])
def test_a_page_size_that_is_none_is_a_problem(name: str, size: str) -> None:
    answer = Client().get(f"/api/hsds/v3/{name}", {"per_page": size})

    assert (answer.status_code, json.loads(answer.content)["field"]) == (400, "per_page")


@pytest.mark.parametrize("name", HSDS)
@pytest.mark.parametrize("page", ["0", "-1", "1000000001", "last"])
def test_a_page_number_that_is_none_is_a_problem(name: str, page: str) -> None:
    answer = Client().get(f"/api/hsds/v3/{name}", {"page": page})

    assert (answer.status_code, json.loads(answer.content)["field"]) == (400, "page")


@pytest.mark.parametrize("name", HSDS)
def test_a_page_beyond_the_last_is_empty(name: str) -> None:
    taken_in(record("Håp"))

    page = Client().get(f"/api/hsds/v3/{name}", {"page": 10**9, "per_page": 500}).json()

    assert (page["contents"], page["size"], page["empty"], page["last_page"]) == ([], 0, True, True)


def test_more_come_at_once_only_when_little_is_told_of_each() -> None:
    asked = {"per_page": 10_000, "minimal": "true"}

    assert Client().get("/api/hsds/v3/services", asked).status_code == 200
    assert Client().get("/api/hsds/v3/services", asked | {"per_page": 10_001}).status_code == 400
    assert Client().get("/api/hsds/v3/services", asked | {"minimal": "false"}).status_code == 400


@pytest.mark.parametrize("limit", ["0", "-1", "1001", "many"])
def test_changes_come_so_many_at_a_time(limit: str) -> None:
    assert Client().get("/api/changes", {"limit": limit}).status_code == 400


@pytest.mark.parametrize("limit", [-1, 101, 10**30])
def test_a_search_gives_so_many_at_a_time(limit: int) -> None:
    answer = Client().post("/api/search", json.dumps({"limit": limit}), "application/json")

    assert (answer.status_code, json.loads(answer.content)["field"]) == (400, "limit")


def test_a_page_of_meetings_so_large_that_it_is_an_export_counts_as_one() -> None:
    taken_in(record("Håp"))

    with running(f"{MEETINGS}&page_size=1000000", AT_ONCE):
        refused = Client().get(f"{MEETINGS}&page_size=1001").status_code
        page = Client().get(f"{MEETINGS}&page_size=1000").status_code

    assert (refused, page) == (503, 200)


@pytest.mark.parametrize("page", ["0", "-1", "x", "2", "9" * 5000])
def test_the_widget_shows_the_page_nearest_to_one_that_is_none(page: str) -> None:
    taken_in(record("Håp"))

    assert Client().get("/embed/groups", {"page": page}).content.decode().count("<article>") == 1
