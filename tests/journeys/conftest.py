"""A node as people run it, with a few invented groups, and the system's own browser."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright.sync_api", reason="Playwright is not in this environment")

from playwright.sync_api import Browser, Page, sync_playwright

from scripts.node import ALONE, CHROMIUM, command, served, surroundings

HOUSE = {
    "location": "Eksempelhuset",
    "formatted_address": "Eksempelgata 1, 7011 Trondheim, Norge",
    "latitude": 63.43,
    "longitude": 10.39,
}
GROUPS = [
    {"slug": f"gruppe-{day}", "name": f"Sorggruppa {name}", "day": day, "time": "18:00",
     "end_time": "19:30", "notes": "Vi møtes for å snakke om sorg.", "types": ["O"], **HOUSE}
    for day, name in enumerate(["Solsikken", "Markblomsten", "Hvitveisen"], start=1)
]  # fmt: skip
STATES = {
    "Pausegruppa": "paused",
    "Fullgruppa": "full",
    "Oppstartsgruppa": "forming",
    "Ventelistegruppa": "waiting-list",
    "Sluttgruppa": "ended",
}
TABLE = "name,group status,day,start,city,description\n" + "".join(
    f"{name},{state},Monday,18:00,Bergen,Vi snakker sammen.\n" for name, state in STATES.items()
)


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything the node writes, what it says on its terminal included."""
    return tmp_path_factory.mktemp("node")


@pytest.fixture(scope="session")
def node(data: Path) -> Iterator[str]:
    if not CHROMIUM.exists():
        pytest.skip(f"no browser at {CHROMIUM}; on Debian: apt-get install chromium")
    feed = data / "groups.json"
    feed.write_text(json.dumps(GROUPS), encoding="utf-8")
    table = data / "states.csv"
    table.write_text(TABLE, encoding="utf-8")
    for source in (feed, table):
        collect = command("collect", str(source), "--organisation", "Eksempelgruppene")
        subprocess.run(collect, env=surroundings(data), check=True, capture_output=True)
    with served(data, "--no-sample") as address:
        yield address


@pytest.fixture(scope="session")
def browser(node: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", ALONE]
        )
        yield made
        made.close()


@pytest.fixture
def page(browser: Browser, node: str) -> Iterator[Page]:
    context = browser.new_context(base_url=node, java_script_enabled=True)
    made = context.new_page()
    made.goto("/")
    yield made
    context.close()
