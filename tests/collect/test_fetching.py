"""Fetching from a real server: redirects, sizes, slowness, and what is said of each."""

import gzip
import time
import zlib
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.fetching import Answer, NotModified, fetch
from knutepunkt.collect.limits import Limits
from knutepunkt.intake.flow import collect
from knutepunkt.intake.request import Request
from tests.collect.served import Answering, body, serving
from tests.hostile.feeds import GOOD, as_json

FEED = as_json(GOOD)
MEBIBYTE = 1024 * 1024


def fetched(answer: Answering, folder: Path, path: str = "/feed", **more: Any) -> Answer:
    with serving(answer) as address:
        return fetch(address + path, folder, may_be_private=True, **more)


def refusal(answer: Answering, folder: Path, path: str = "/feed", **more: Any) -> str:
    with pytest.raises(CollectError) as caught:
        fetched(answer, folder, path, **more)
    return str(caught.value)


def redirecting(to: str) -> Answering:
    return body(b"", 302, Location=to)


def test_feed_is_fetched_with_what_to_ask_next_time(tmp_path: Path) -> None:
    answer = fetched(body(FEED, ETag='"1"', Last_Modified="yesterday"), tmp_path)

    assert (answer.path.read_bytes(), answer.etag, answer.last_modified) == (
        FEED, '"1"', "yesterday"
    )  # fmt: skip


def test_own_network_is_refused_unless_it_is_trusted(tmp_path: Path) -> None:
    with serving(body(FEED)) as address, pytest.raises(CollectError) as caught:
        fetch(address, tmp_path)

    assert str(caught.value) == (
        "127.0.0.1 is not on the open internet; you: add --allow-private if you trust the address."
    )


def test_host_that_the_settings_allow_is_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "KNUTEPUNKT_ALLOW_HOSTS", ["127.0.0.1"])

    with serving(body(FEED)) as address:
        assert fetch(address, tmp_path).path.read_bytes() == FEED


@pytest.mark.parametrize(
    "to", ["http://127.0.0.2/", "http://169.254.169.254/latest/", "http://[::1]/", "http://0/"]
)
def test_redirect_to_another_host_inside_is_refused(to: str, tmp_path: Path) -> None:
    said = refusal(redirecting(to), tmp_path)

    assert said.endswith("you: add --allow-private if you trust the address.") or (
        "could not be fetched" in said
    )


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://127.0.0.1/a", "gopher://127.0.0.1/", "unix:///run/x.sock"]
)
def test_redirect_to_something_else_than_the_web_is_refused(to: str, tmp_path: Path) -> None:
    said = refusal(redirecting(to), tmp_path)

    assert "could not be fetched (UnsupportedProtocol)" in said


@pytest.mark.parametrize("url", ["ftp://example.org/a", "gopher://example.org/", "http://", "x:y"])
def test_something_else_than_the_web_is_not_fetched(url: str, tmp_path: Path) -> None:
    with pytest.raises(CollectError):
        fetch(url, tmp_path)


def test_redirects_that_never_end_are_refused(tmp_path: Path) -> None:
    assert refusal(redirecting("/again"), tmp_path) == (
        "127.0.0.1 redirects more than 3 times; the feed's owner: give one address."
    )


ASK = "127.0.0.1 refuses to show the feed ({}); you: ask the feed's owner for access."
CHECK = "127.0.0.1 has no feed there ({}); you: check the address."
LATER = (
    "127.0.0.1 answers with an error ({}); the feed's owner: check the feed. You: try again later."
)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (401, ASK), (403, ASK), (404, CHECK), (410, CHECK), (500, LATER), (204, LATER), (304, LATER)
    ],
)  # fmt: skip
def test_every_status_says_who_must_act(status: int, said: str, tmp_path: Path) -> None:
    assert refusal(body(b"", status), tmp_path) == said.format(status)


def test_unchanged_feed_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(NotModified):
        fetched(body(b"", 304), tmp_path, etag='"1"')


def test_keys_and_passwords_in_an_address_are_never_repeated(tmp_path: Path) -> None:
    with serving(body(b"", 500)) as address:
        url = address.replace("//", "//ola:hemmelig@") + "/p?key=secret"
        with pytest.raises(CollectError) as caught:
            fetch(url, tmp_path, may_be_private=True)

    assert str(caught.value) == LATER.format(500)


TOO_LARGE = "the feed is larger than 1 MiB; you: fetch it yourself and collect the file."
SMALL = Limits(body=MEBIBYTE)


def test_large_body_is_refused(tmp_path: Path) -> None:
    assert refusal(body(bytes(2 * MEBIBYTE)), tmp_path, limits=SMALL) == TOO_LARGE


def test_body_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    packed = gzip.compress(bytes(200 * MEBIBYTE), 1)

    said = refusal(body(packed, Content_Encoding="gzip"), tmp_path, limits=SMALL)

    assert said == TOO_LARGE


def test_body_is_unpacked_in_small_pieces(tmp_path: Path) -> None:
    packed = zlib.compressobj(9, zlib.DEFLATED, 31)
    data = packed.compress(FEED + b" " * 500_000) + packed.flush()

    answer = fetched(body(data, Content_Encoding="gzip"), tmp_path)

    assert answer.path.read_bytes().rstrip() == FEED


@pytest.mark.parametrize("packing", ["gzip, gzip", "deflate", "br", "zstd", "x"])
def test_packing_that_nobody_asked_for_is_refused(packing: str, tmp_path: Path) -> None:
    assert refusal(body(FEED, Content_Encoding=packing), tmp_path) == (
        "127.0.0.1 packs the feed in a way nobody asked for; the feed's owner: send it plain or "
        "as gzip."
    )


@pytest.mark.parametrize("data", [b"no gzip", gzip.compress(FEED)[:-9]])
def test_broken_packing_is_told(data: bytes, tmp_path: Path) -> None:
    assert refusal(body(data, Content_Encoding="gzip"), tmp_path) == (
        "127.0.0.1 sends a broken gzip; the feed's owner: check the feed."
    )


def drip(request: BaseHTTPRequestHandler) -> None:
    """A body that comes letter by letter and never ends."""
    request.send_response(200)
    request.end_headers()
    for _ in range(1000):
        request.wfile.write(b"[")
        time.sleep(0.02)


def drip_headers(request: BaseHTTPRequestHandler) -> None:
    """Headers that never end."""
    for number in range(1000):
        request.wfile.write(b"HTTP/1.1 200 OK\r\n" if not number else b"X: y\r\n")
        time.sleep(0.02)


@pytest.mark.parametrize("answer", [drip, drip_headers])
def test_slow_server_is_left(answer: Answering, tmp_path: Path) -> None:
    begun = time.monotonic()

    said = refusal(answer, tmp_path, limits=Limits(fetch_seconds=1.0))

    assert (time.monotonic() - begun < 4, said[:9]) == (True, "127.0.0.1")


def test_body_that_is_cut_off_is_not_taken(tmp_path: Path) -> None:
    def cut(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "1000")
        request.end_headers()
        request.wfile.write(FEED)

    assert refusal(cut, tmp_path).startswith("127.0.0.1 could not be fetched")


@pytest.mark.django_db(transaction=True)
def test_feed_that_did_not_change_is_not_read_again() -> None:
    asked: list[str | None] = []

    def answer(request: BaseHTTPRequestHandler) -> None:
        asked.append(request.headers.get("If-None-Match"))
        is_known = asked[-1] == '"v1"'
        (body(b"", 304) if is_known else body(FEED, ETag='"v1"'))(request)

    with serving(answer) as address:
        first = collect(Request(f"{address}/feed.json", may_be_private=True))
        second = collect(Request(f"{address}/feed.json"))

    assert (asked, first.created, second.unchanged, second.run) == ([None, '"v1"'], 1, 1, None)
