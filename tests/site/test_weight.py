"""What a first visit costs, everything included, as a browser that takes gzip gets it."""

import gzip

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from tests.site.made import GRIEF, draft, record, taken_in
from tests.site.read import Page

FOLDER = settings.ROOT / "site" / "static" / "site"
ACCEPTS = {"accept-encoding": "gzip"}
HOME, RESULTS, REQUESTS = 30_000, 60_000, 4


def fetched(answer: HttpResponse) -> list[str]:
    """The style, script and pictures a page asks for."""
    content = gzip.decompress(answer.content)
    shown = Page(HttpResponse(content))
    links = [found["href"] for tag, found in shown.attributes if tag == "link"]
    others = [found["src"] for tag, found in shown.attributes if found.get("src")]
    return [one for one in [*links, *others] if not one.startswith("data:")]


def weight(answer: HttpResponse) -> int:
    files = [FOLDER / one.rpartition("/")[2] for one in fetched(answer)]
    return len(answer.content) + sum(len(gzip.compress(path.read_bytes(), 9)) for path in files)


@pytest.fixture
def answers(seeker: Client) -> dict[str, HttpResponse]:
    groups = [record(draft(f"Gruppe {n} om sorg og savn", terms=[GRIEF])) for n in range(30)]
    group = taken_in(*groups)[0]
    return {
        "home": seeker.get("/", headers=ACCEPTS),
        "results": seeker.post("/sok", {"text": "sorg"}, follow=True, headers=ACCEPTS),
        "map": seeker.post("/sok", {"view": "map"}, follow=True, headers=ACCEPTS),
        "group": seeker.get(f"/gruppe/{group.uid}", headers=ACCEPTS),
        "theme": seeker.get("/tema/grief", headers=ACCEPTS),
        "place": seeker.get("/sted/50", headers=ACCEPTS),
    }


def test_the_first_page_weighs_little(answers: dict[str, HttpResponse]) -> None:
    assert weight(answers["home"]) <= HOME


@pytest.mark.parametrize("name", ["results", "map", "group", "theme", "place"])
def test_no_other_page_weighs_much(answers: dict[str, HttpResponse], name: str) -> None:
    assert weight(answers[name]) <= RESULTS


@pytest.mark.parametrize("name", ["home", "results", "map", "group", "theme", "place"])
def test_a_first_visit_takes_few_requests(answers: dict[str, HttpResponse], name: str) -> None:
    assert 1 + len(fetched(answers[name])) <= REQUESTS
