"""What the server itself sends when something is wrong: calm, and in the page's language."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from email.message import Message
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen
from uuid import UUID

import pytest

pytest.importorskip("playwright.sync_api", reason="Playwright is not in this environment")

from playwright.sync_api import Browser

from knutepunkt.site.middleware import HEADERS
from scripts.node import served
from tests.journeys.broken_urls import SECRET

BROKEN = {
    "DJANGO_SETTINGS_MODULE": "tests.journeys.broken",
    "PYTHONPATH": str(Path(__file__).parents[2]),
}
SELDOM = {"KNUTEPUNKT_SITE_RATE": "0.001"}
ROOT = re.compile('<html lang="(..)">')
TITLE = re.compile("<h1[^>]*>(.+?)</h1>")


@pytest.fixture(scope="module")
def broken(node: str, data: Path) -> Iterator[str]:
    """A second server on the same folder, where a page fails and one may ask but seldom; of one
    process, since each counts for itself.
    """
    with served(data, "--no-sample", "--workers", "1", said=BROKEN | SELDOM) as address:
        yield address


@pytest.fixture(scope="module")
def under_repair(node: str, data: Path) -> Iterator[str]:
    with served(data, "--no-sample", said={"KNUTEPUNKT_MAINTENANCE": "1"}) as address:
        yield address


def asked(address: str, said: dict[str, str] | None = None) -> tuple[int, Message, str]:
    body = urlencode(said).encode() if said else None
    try:
        with urlopen(Request(address, data=body), timeout=30) as answer:  # noqa: S310 - our own node
            return answer.status, answer.headers, answer.read().decode()
    except HTTPError as error:
        return error.code, error.headers, error.read().decode()


def told(answer: tuple[int, Message, str]) -> tuple[int, str, str, str]:
    """The status, the language, what stands largest, and what headers are not as they must be."""
    status, headers, text = answer
    amiss = [name for name, value in HEADERS.items() if headers.get(name) != value]
    return status, ROOT.findall(text)[0], TITLE.findall(text)[0], " ".join(amiss)


@pytest.mark.parametrize(
    ("before", "shown"),
    [
        ("", (500, "nb", "Noe gikk galt hos oss", "")),
        ("/nn", (500, "nn", "Noko gjekk gale hos oss", "")),
        ("/en", (500, "en", "Something went wrong here", "")),
        ("/se", (500, "nb", "Noe gikk galt hos oss", "")),
    ],
)
def test_a_fault_of_ours_is_told_calmly(
    broken: str, before: str, shown: tuple[int, str, str, str]
) -> None:
    answer = asked(f"{broken}{before}/gaar-i-stykker")

    assert told(answer) == shown
    assert [word in answer[2] for word in ("Traceback", "RuntimeError", SECRET, "116 123")] == [
        False, False, False, True,
    ]  # fmt: skip


def test_what_is_not_there_says_so(broken: str) -> None:
    found = [told(asked(f"{broken}{before}/finnes-ikke")) for before in ("", "/en")]

    assert found == [
        (404, "nb", "Denne sida finnes ikke", ""),
        (404, "en", "There is no such page", ""),
    ]


def test_a_group_that_has_ended_says_so(broken: str, data: Path) -> None:
    with closing(sqlite3.connect(data / "knutepunkt.sqlite3")) as directory:
        (uid,) = directory.execute(
            "SELECT uid FROM directory_group WHERE state = 'ended'"
        ).fetchone()

    assert told(asked(f"{broken}/en/gruppe/{UUID(uid)}")) == (410, "en", "Sluttgruppa", "")


def test_who_asks_too_often_is_asked_to_wait(broken: str) -> None:
    answers = [asked(f"{broken}/en/sok", {"text": "sorg"}) for _ in range(3)]

    late = answers[-1]
    assert told(late) == (429, "en", TITLE.findall(late[2])[0], "")
    assert int(late[1]["Retry-After"]) > 0


def test_a_node_under_repair_says_when_to_come_back(under_repair: str) -> None:
    answer = asked(f"{under_repair}/en/tema")

    assert told(answer) == (503, "nb", "Vi er straks tilbake", "")
    assert (answer[1]["Retry-After"], "We are repairing something" in answer[2]) == ("300", True)


def test_who_tries_again_under_repair_asks_for_the_same_page(
    under_repair: str, browser: Browser
) -> None:
    visit = browser.new_page()
    visit.goto(f"{under_repair}/en/tema")
    with visit.expect_request("**/*") as again:
        visit.get_by_role("link", name="Prøv igjen nå").click()

    assert again.value.url == f"{under_repair}/en/tema"
    visit.close()
