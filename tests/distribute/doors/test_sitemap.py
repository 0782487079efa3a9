import re
from datetime import date
from html import unescape

import pytest
from django.test import Client

from knutepunkt.collect.drafts import OrganisationDraft, Term
from knutepunkt.distribute.doors import sitemap
from tests.distribute.made import GRIEF, record, taken_in, unpublish

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"
LOC = re.compile("<loc>(.*?)</loc>")


def told(client: Client, address: str) -> list[str]:
    found = LOC.findall(client.get(address).content.decode())
    return [unescape(one).removeprefix(SITE) for one in found]


def every_page(client: Client) -> list[str]:
    return [page for part in told(client, "/sitemap.xml") for page in told(client, part)]


def test_every_kind_of_public_page_is_listed_once(client: Client, words: None) -> None:
    owner = OrganisationDraft("Lauget")
    (group,) = taken_in(record("Håp", organisation=owner, terms=[GRIEF, Term("local", "Å & <b>")]))

    pages = every_page(client)

    wanted = {
        "/", "/tema", "/sted", "/organisasjoner", "/om", "/tema/grief", "/sted/50", "/sted/5001",
        f"/gruppe/{group.uid}", f"/organisasjon/{group.organisation.uid}",  # type: ignore[union-attr]
        "/begrep/local-eksempel/%C3%85%20&%20%3Cb%3E",
    }  # fmt: skip
    assert wanted - set(pages) == set()
    assert len(pages) == len(set(pages))


def test_no_page_is_listed_that_is_not_there(client: Client, words: None) -> None:
    taken_in(record("Håp", terms=[GRIEF]), record("Slutt", state="ended"))

    pages = [page for page in every_page(client) if not page.startswith("/sted/")]

    assert [page for page in pages if client.get(page).status_code != 200] == []


def test_a_page_tells_when_its_group_changed(client: Client) -> None:
    (group,) = taken_in(record("Håp"))

    part = client.get("/sitemap-groups-0.xml").content.decode()

    assert f"<loc>{SITE}/gruppe/{group.uid}</loc><lastmod>2026-10-01</lastmod>" in part


def test_what_is_hidden_is_not_listed(client: Client, words: None) -> None:
    groups = taken_in(
        record("Vises"),
        record("Skjult", organisation=OrganisationDraft("Ukjent"), terms=[Term("local", "x")]),
    )
    unpublish(groups[1])

    pages = "".join(every_page(client))

    assert (str(groups[1].uid) in pages, "organisasjon/" in pages, "begrep" in pages) == (
        False, False, False,
    )  # fmt: skip


def test_a_large_site_is_parted_and_no_part_is_empty(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemap, "PART", 2)
    groups = taken_in(*(record(f"Gruppe {number}") for number in range(9)))
    for group in groups[2:7]:
        unpublish(group)

    parts = [one for one in told(client, "/sitemap.xml") if "groups" in one]
    pages = [told(client, one) for one in parts]

    left = sorted(f"/gruppe/{one.uid}" for one in (*groups[:2], *groups[7:]))
    assert sorted(page for part in pages for page in part) == left
    assert {len(one) for one in pages} <= {1, 2}


def test_a_part_is_never_larger_than_the_protocol_allows() -> None:
    longest = sitemap.entry(f"{SITE}/begrep/{'x' * 2000}", date(2026, 10, 1))

    # https://www.sitemaps.org/protocol.html: 50,000 addresses and 50 MB.
    assert sitemap.PART <= 50_000
    assert sitemap.PART * len(longest) < 50_000_000


@pytest.mark.parametrize("name", ["sitemap-groups-7.xml", "sitemap-nothing-0.xml"])
def test_a_part_that_is_not_there_is_a_problem(client: Client, name: str) -> None:
    response = client.get(f"/{name}")

    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")
