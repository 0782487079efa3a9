"""The list in a frame on a page of somebody else, as the how-to says to put it there."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.journeys.ways import SIDEWAYS

HOW_TO = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "connect-a-site.md"
PAGE = """<!doctype html><html lang="nb"><title>Kommunen</title>
<meta name="viewport" content="width=device-width"><style>body { margin: 0 }</style>
<main><h1>Kommunen</h1>FRAME</main></html>"""
LINKS = "all => all.map(one => new URL(one.href).origin)"


@contextmanager
def told_by_a_host(page: str) -> Iterator[str]:
    """Another port, which is another site to a browser."""

    class Host(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(page.encode())

    with HTTPServer(("127.0.0.1", 0), Host) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def frame_told(node: str) -> str:
    text = HOW_TO.read_text(encoding="utf-8").replace("https://knutepunkt.example", node)
    (found,) = re.findall(r"^<iframe .*?</iframe>", text, re.DOTALL | re.MULTILINE)
    return str(found)


@pytest.mark.parametrize("width", [320, 1280])
def test_the_frame_fits_and_leaves_nothing(browser: Browser, node: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 640})
    page, asked = context.new_page(), set[str]()
    page.on("request", lambda request: asked.add("/".join(request.url.split("/")[:3])))

    with told_by_a_host(PAGE.replace("FRAME", frame_told(node))) as host:
        page.goto(host)
        inner = page.frames[1]
        inner.wait_for_selector("article", timeout=10_000)

        assert [one.evaluate(SIDEWAYS) for one in page.frames] == [False, False]
        assert (asked, context.cookies()) == ({host, node}, [])
        assert set(inner.locator("a").evaluate_all(LINKS)) == {node}
        assert Axe().run(page).response["violations"] == []
    context.close()
