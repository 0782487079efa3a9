"""A node as people run it, with a few invented groups, and the system's own browser."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright.sync_api", reason="Playwright is not in this environment")

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
PATIENCE = 60
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


def run(*words: str) -> list[str]:
    return [sys.executable, "-m", "knutepunkt", *words]


def surroundings(data: Path) -> dict[str, str]:
    (data / "tmp").mkdir()
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return kept | {"KNUTEPUNKT_DATA": str(data), "TMPDIR": str(data / "tmp")}


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def wait_for(port: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("the node did not answer")


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything the node writes, what it says on its terminal included."""
    return tmp_path_factory.mktemp("node")


@pytest.fixture(scope="session")
def node(data: Path) -> Iterator[str]:
    if not CHROMIUM.exists():
        pytest.skip(f"no browser at {CHROMIUM}; on Debian: apt-get install chromium")
    port = free_port()
    feed = data / "groups.json"
    feed.write_text(json.dumps(GROUPS), encoding="utf-8")
    table = data / "states.csv"
    table.write_text(TABLE, encoding="utf-8")
    around = surroundings(data)
    for source in (feed, table):
        command = run("collect", str(source), "--organisation", "Eksempelgruppene")
        subprocess.run(command, env=around, check=True, capture_output=True)
    with (data / "log").open("wb") as log:
        server = subprocess.Popen(
            run("run", "--no-sample", "--port", str(port)), env=around, stdout=log, stderr=log
        )
    try:
        wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


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
