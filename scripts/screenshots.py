"""Photographs every page of the site at the width of a phone and of a desk, to leaf through.

Starts a node of its own with the fictitious sample, unless it is given the address of one.
"""

import argparse
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from scripts.node import ALONE, CHROMIUM, served

WIDTHS = {"phone": 320, "desk": 1280}
PLAIN = {
    "about": "/om",
    "accessibility": "/tilgjengelighet",
    "embed": "/bygg-inn",
    "for-groups": "/for-grupper",
    "home": "/",
    "home-en": "/en/",
    "home-nn": "/nn/",
    "not-found": "/finnes-ikke",
    "forgotten": "/treff/gammelt",
    "organisations": "/organisasjoner",
    "place-county": "/sted/50",
    "place-municipality": "/sted/5001",
    "places": "/sted",
    "privacy": "/personvern",
    "safe-use": "/trygg-bruk",
    "professionals": "/for-fagfolk",
    "term": "/begrep/theme/tap-og-sorg",
    "theme": "/tema/tap-og-sorg",
    "theme-tender": "/tema/vold-og-overgrep",
    "themes": "/tema",
    "understandings": "/hva-er-selvhjelp",
}


def search(page: Page, text: str, place: str) -> None:
    """Ask from the first page."""
    page.goto("/")
    page.fill("#text", text)
    page.fill("#place", place)
    with page.expect_navigation():
        page.click("button.main")


def first_hit(page: Page) -> None:
    """Search, and open the first group."""
    search(page, "sorg", "Trondheim")
    with page.expect_navigation():
        page.click(".hits h3 a >> nth=0")


def organisation(page: Page) -> None:
    """The first organisation by name."""
    page.goto("/organisasjoner")
    with page.expect_navigation():
        page.click(".columns a >> nth=0")


def sheet(page: Page) -> None:
    """The sheet for the first group."""
    first_hit(page)
    with page.expect_navigation():
        page.click("form[action$='/henvisning'] button")


def on_map(page: Page) -> None:
    """The map of an answer."""
    search(page, "sorg", "")
    with page.expect_navigation():
        page.click("a.onward[href*='/treff/']")


def suggested(page: Page) -> None:
    """The first page while somebody types."""
    page.goto("/")
    page.locator("#text").press_sequentially("sor")
    page.wait_for_selector(".suggestions li")


def put_aside(page: Page) -> None:
    """A professional's answer with one group put aside."""
    page.goto("/for-fagfolk")
    page.fill("#text", "sorg")
    page.press("#text", "Enter")
    page.wait_for_selector(".hits")
    with page.expect_navigation():
        page.click("button[form='aside'] >> nth=0")


STEPS: dict[str, Callable[[Page], None]] = {
    "error": lambda page: search(page, "sorg", "Trondhjemm"),
    "group": first_hit,
    "map": on_map,
    "put-aside": put_aside,
    "suggestions": suggested,
    "nothing": lambda page: search(page, "kanarifuglxyz", "Kirkenes"),
    "organisation": organisation,
    "results": lambda page: search(page, "sorg", "Trondheim"),
    "sheet": sheet,
}


def photograph(browser: Browser, node: str, folder: Path, scheme: str, only: str) -> None:
    """Every page at both widths, in light or dark."""
    for width, pixels in WIDTHS.items():
        context = browser.new_context(
            base_url=node, viewport={"width": pixels, "height": 800}, color_scheme=scheme
        )
        page = context.new_page()
        steps = {name: lambda page, to=to: page.goto(to) for name, to in PLAIN.items()} | STEPS
        for name, step in sorted(steps.items()):
            if only in name:
                step(page)
                page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
        context.close()


@contextmanager
def own_node(said: Mapping[str, str] | None = None) -> Iterator[str]:
    """A node with the sample, for as long as it takes; ``said`` are settings of its own."""
    with TemporaryDirectory() as data, served(Path(data), said=said) as node:
        yield node


def main() -> None:
    """Photograph, and say where the pictures are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--node", help="the address of a node that runs already")
    parser.add_argument("--to", type=Path, default=Path("build/screenshots"))
    parser.add_argument("--only", default="", help="a part of the names of the pages to take")
    said = parser.parse_args()
    said.to.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", ALONE])
        with own_node() if not said.node else nullcontext(said.node) as node:
            for scheme in ("light", "dark"):
                photograph(browser, node, said.to, scheme, said.only)
        browser.close()
    print(f"{len(list(said.to.glob('*.png')))} pictures in {said.to}")


if __name__ == "__main__":
    main()
