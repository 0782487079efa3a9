"""Photographs every page of the site at the width of a phone and of a desk, to leaf through.

A phone is also photographed with letters twice as large, as many set theirs.

Starts a node of its own with the fictitious sample, unless it is given the address of one.
"""

import argparse
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from scripts.node import ALONE, CHROMIUM, served

Step = Callable[[Page], object]
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS = {"phone": 320, "desk": 1280}
LARGE = "--blink-settings=defaultFontSize=32"  # As somebody sets it who sees badly.
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


# What nobody sees while all is well: an address, and what is amiss with the node it is asked of.
UNWELL = {
    "fault": ("/gaar-i-stykker", {"DJANGO_SETTINGS_MODULE": "tests.journeys.broken"}),
    "maintenance": ("/", {"KNUTEPUNKT_MAINTENANCE": "1"}),
    "too-many": ("/treff/for-mange", {"KNUTEPUNKT_READ_RATE": "0.01"}),
}
ENOUGH = 9  # Each process of a node lets one by before it has had too much.


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


def in_county(page: Page) -> None:
    """The map of a county."""
    on_map(page)
    with page.expect_navigation():
        page.click(".map a >> nth=0")


def in_municipality(page: Page) -> None:
    """The map of a municipality."""
    in_county(page)
    with page.expect_navigation():
        page.click(".map a >> nth=0")


def in_part(page: Page) -> None:
    """The groups that a dot of that map stands for."""
    in_municipality(page)
    with page.expect_navigation():
        page.click(".map a >> nth=0")


def narrowing(page: Page) -> None:
    """An answer with its filters unfolded, as they are on a wide screen."""
    search(page, "sorg", "Trondheim")
    if page.viewport_size and page.viewport_size["width"] < WIDTHS["desk"]:
        page.click(".narrow > summary")


def chosen(page: Page) -> None:
    """An answer narrowed to two days."""
    narrowing(page)
    page.click(".filters summary >> nth=0")
    for day in range(2):
        page.check(f".filters input[type=checkbox] >> nth={day}")
    with page.expect_navigation():
        page.click(".apply button")


def filters(page: Page) -> None:
    """What an answer can be narrowed by."""
    narrowing(page)
    for part in range(page.locator(".filters summary").count()):
        page.click(f".filters summary >> nth={part}")


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


def suggested_without_script(page: Page) -> None:
    """The ways to go on from what was typed, as who has no script gets them."""
    answer = page.request.post("/velg", form={"text": "sor"})
    page.goto(answer.url)


def in_state(page: Page, state: str) -> None:
    """The first group in a state."""
    found = page.request.post("/api/search", data={"states": [state], "limit": 1}).json()
    page.goto(f"/gruppe/{found['items'][0]['id']}")


def ended(page: Page) -> None:
    """The first group that has ended; no search leads to it."""
    told = page.request.get("/feeds/groups.ndjson").text().splitlines()
    found = [group for line in told if (group := json.loads(line).get("group"))]
    page.goto(f"/gruppe/{next(one['uid'] for one in found if one.get('state') == 'ended')}")


STEPS: dict[str, Step] = {
    "chosen": chosen,
    "filters": filters,
    "map-county": in_county,
    "map-municipality": in_municipality,
    "map-part": in_part,
    "results-tender": lambda page: search(page, "voldtekt", "Oslo"),
    "error": lambda page: search(page, "sorg", "Trondhjemm"),
    "choose": suggested_without_script,
    "group": first_hit,
    "group-ended": ended,
    "group-forming": lambda page: in_state(page, "forming"),
    "group-full": lambda page: in_state(page, "full"),
    "group-paused": lambda page: in_state(page, "paused"),
    "map": on_map,
    "put-aside": put_aside,
    "suggestions": suggested,
    "nothing": lambda page: search(page, "kanarifuglxyz", "Kirkenes"),
    "organisation": organisation,
    "results": lambda page: search(page, "sorg", "Trondheim"),
    "sheet": sheet,
}


def going(to: str, times: int = 1) -> Step:
    """The way to an address."""
    return lambda page: [page.goto(to) for _ in range(times)]


def photograph(
    browsers: Mapping[str, Browser], node: str, folder: Path, steps: Mapping[str, Step]
) -> None:
    """Pages at both widths, in light and in dark, and with large letters on a phone."""
    shapes = [(width, scheme, scheme) for scheme, width in product(SCHEMES, WIDTHS)]
    for width, scheme, shape in [*shapes, ("phone", SCHEMES[0], "large")]:
        context = browsers.get(shape, browsers["plain"]).new_context(
            base_url=node, viewport={"width": WIDTHS[width], "height": 800}, color_scheme=scheme
        )
        page = context.new_page()
        for name, step in steps.items():
            step(page)
            page.screenshot(path=folder / f"{name}-{width}-{shape}.png", full_page=True)
        context.close()


@contextmanager
def own_node(said: Mapping[str, str] | None = None, *words: str) -> Iterator[str]:
    """A node with the sample, for as long as it takes; ``said`` are settings of its own."""
    with TemporaryDirectory() as data, served(Path(data), *words, said=said) as node:
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
        browsers = {
            name: playwright.chromium.launch(
                executable_path=CHROMIUM, args=["--no-sandbox", ALONE, *more]
            )
            for name, more in {"plain": (), "large": (LARGE,)}.items()
        }
        steps = {name: going(to) for name, to in PLAIN.items()} | STEPS
        wanted = {name: step for name, step in sorted(steps.items()) if said.only in name}
        with own_node() if not said.node else nullcontext(said.node) as node:
            photograph(browsers, node, said.to, wanted)
        for name, (to, amiss) in UNWELL.items():
            if said.only in name:
                with own_node(amiss, "--no-sample") as node:
                    photograph(browsers, node, said.to, {name: going(to, ENOUGH)})
        for browser in browsers.values():
            browser.close()
    print(f"{len(list(said.to.glob('*.png')))} pictures in {said.to}")


if __name__ == "__main__":
    main()
