"""A node that answers as written down beforehand, on a real web server."""

import json
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, urlsplit

from knutepunkt.collect.models import Source
from knutepunkt.distribute.changes.cursors import cursor_of
from knutepunkt.distribute.changes.reading import lines
from knutepunkt.intake.flow import Progress, collect, silent
from knutepunkt.intake.report import Report
from knutepunkt.intake.request import Request
from tests.collect.served import Answering, body, serving

GONE = body(b"", 410)
Script = dict[str, Answering]


def told_now() -> list[bytes]:
    """What this node tells of everything, line by line: the head, and the records in order."""
    head, *told, _ = b"".join(lines(cursor_of(""), 1000)).splitlines()
    return [head, *told]


def page(head: bytes, *told: bytes, cursor: str, more: bool = False) -> Answering:
    """An answer of these lines."""
    end = json.dumps({"cursor": cursor, "more": more}).encode()
    return body(b"\n".join([head, *told, end, b""]))


def answering(script: Script) -> Answering:
    """A server that answers each cursor as the script says."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        since = parse_qs(urlsplit(request.path).query).get("since", [""])[0]
        script.get(since, GONE)(request)

    return answer


def ask(script: Script, progress: Progress = silent, *, is_dry: bool = False) -> Report:
    """Follow a node that answers so, as the source “a”, from where we left off."""
    with serving(answering(script)) as address:
        request = Request(address, source="a", is_node=True, may_be_private=True, is_dry=is_dry)
        return collect(request, progress)


def stands_at() -> str:
    """Where we are with the node."""
    return Source.objects.get(pk="a").cursor
