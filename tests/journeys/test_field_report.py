"""The report of a coded field in a browser: readable for all, on a phone, and on its own."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from actionfields import load
from actionfields.report import report
from tests.actionfields.made import STATEMENT, TIE, folder_of

LONG = "Kirkens varmestue og matutdelingssamarbeidsprosjekt for hele Nedre Fjordby"
SIDEWAYS = "document.documentElement.scrollWidth > innerWidth"


def made(folder: Path) -> str:
    """The report of a small field with a name longer than any line."""
    actors = [
        {"actor_id": "fjell", "name": LONG, "sphere": "civil", "sphere_uncertain": "1"},
        {"actor_id": "fjord", "name": "Æ & Ø <AS>", "sphere": "market", "sphere_uncertain": "0"},
    ]
    said = STATEMENT | {"claim_nb": LONG, "source_id": "talk"}
    return report(load(folder_of(folder, actors=actors, statements=[said], ties=[TIE])), "nb")


@pytest.mark.parametrize("width", [320, 1280])
def test_a_report_breaks_no_rule_and_scrolls_no_page_sideways(
    browser: Browser, tmp_path: Path, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.set_content(made(tmp_path))
    amiss = [one["id"] for one in Axe().run(page).response["violations"]]

    assert (amiss, page.evaluate(SIDEWAYS), asked) == ([], False, [])
    page.close()


def test_the_shipped_report_breaks_no_rule(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})

    page.set_content(report(load("selvhjelp"), "en"))
    amiss = [one["id"] for one in Axe().run(page).response["violations"]]

    assert amiss == []
    page.close()
