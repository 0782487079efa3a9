"""How a node is asked: with patience, by other roads, and not for ever."""

import gzip
import json
from http.server import BaseHTTPRequestHandler

import pytest

from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.models import Source
from knutepunkt.directory.models import Claim
from knutepunkt.intake import asking
from knutepunkt.intake.flow import collect
from knutepunkt.intake.request import Request
from tests.collect.served import Answering, body
from tests.distribute.changes.scripted import Script, ask, page, stands_at, told_now
from tests.distribute.made import record, taken_in
from tests.distribute.nodes import emptied

pytestmark = pytest.mark.django_db
HEAD = json.dumps(
    {"knutepunkt": "changes", "version": 1, "node": "5f0c8f57-3d0c-4d57-9f3c-6f9d31f6a001"}
).encode()
GONE = b'{"key":"en","gone":true}'
NO_END = "the other node's answers come to no end; its keeper: mend it."
BROKEN = "the answer was broken off; you: try again later. Nothing was changed."
NO_NODE = "the answer is not what a Knutepunkt node says has changed; you: check the address."
UNSOUND = (
    "the answer has keys or cursors that cannot be kept; the other node's keeper: mend it. "
    "Nothing was changed."
)
LARGE = "the feed is larger than 5 MiB; you: fetch it yourself and collect the file."


def said(script: Script) -> str:
    with pytest.raises(CollectError) as caught:
        ask(script)
    return str(caught.value)


def after(first: Answering, then: Answering) -> Answering:
    """The first answer once, and then the other."""
    left = [first]
    return lambda request: (left.pop() if left else then)(request)


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_node_is_asked_again_when_it_said(status: int) -> None:
    busy, done = body(b"", status, Retry_After="0"), page(HEAD, cursor="c")

    ask({"": after(busy, done)})

    assert stands_at() == "c"


@pytest.mark.parametrize("wait", ["0", "86400", "Fri, 01 Jan 2100 00:00:00 GMT"])
def test_a_node_that_is_busy_for_long_is_left(wait: str) -> None:
    assert said({"": body(b"", 429, Retry_After=wait)}) == (
        "127.0.0.1 has too much to do (429); you: try again later."
    )


def test_a_node_that_is_down_is_told_so_and_nothing_is_kept() -> None:
    with pytest.raises(CollectError, match=r"127\.0\.0\.1 could not be fetched \(ConnectError\)"):
        collect(Request("http://127.0.0.1:1", is_node=True, may_be_private=True))

    assert Source.objects.count() == 0


def test_a_cursor_that_never_advances_is_seen() -> None:
    script = {"": page(HEAD, GONE, cursor="c", more=True)}
    script["c"] = page(HEAD, GONE, cursor="c", more=True)

    assert said(script) == NO_END


def test_cursors_in_a_ring_are_seen() -> None:
    script = {"": page(HEAD, GONE, cursor="c", more=True)}
    script |= {"c": page(HEAD, GONE, cursor="d", more=True)}
    script |= {"d": page(HEAD, GONE, cursor="c", more=True)}

    assert said(script) == NO_END


def test_ever_new_cursors_that_tell_nothing_are_seen() -> None:
    assert said({"": page(HEAD, cursor="c", more=True)}) == NO_END


def test_answers_without_number_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "MOST_PAGES", 3)
    script = {str(number or ""): page(HEAD, GONE, cursor=str(number + 1), more=True)
              for number in range(9)}  # fmt: skip

    assert said(script) == NO_END
    assert stands_at() == "3"


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        (b"", NO_NODE),
        (HEAD + b"\n", NO_NODE),
        (HEAD + b"\n" + GONE + b"\n", BROKEN),
        (HEAD + b"\n" + GONE[:-5], NO_NODE),
        (HEAD + b'\n{"cursor":"c","mo', NO_NODE),
        (HEAD + b'\n{"key":"a\\u0000b","gone":true}\n{"cursor":"c"}\n', UNSOUND),
        (HEAD + b'\n{"cursor":"' + b"c" * 3000 + b'"}\n', UNSOUND),
        (HEAD + b'\n{"key":"' + b"a" * 10_000_000 + b'"}\n{"cursor":"c"}\n', LARGE),
    ],
    ids=["empty", "head", "no end", "half a line", "half an end", "nul", "long cursor", "10 MB"],
)
def test_what_is_no_whole_answer_changes_nothing(sent: bytes, why: str) -> None:
    assert said({"": body(sent)}) == why
    assert (Source.objects.count(), Claim.objects.count()) == (0, 0)


def test_a_packed_answer_by_another_road_is_taken_in() -> None:
    taken_in(record("Håp"))
    told = b"\n".join([*told_now(), b'{"cursor":"c","more":false}', b""])
    emptied()
    packed = body(gzip.compress(told), Content_Encoding="gzip")

    def answer(request: BaseHTTPRequestHandler) -> None:
        is_first = request.path.startswith("/api/changes")
        (body(b"", 308, Location="/moved") if is_first else packed)(request)

    report = ask({"": answer})

    assert (report.created, stands_at()) == (1, "c")
