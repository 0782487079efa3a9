"""Organisations are compared with the register, here with recorded answers."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings

from knutepunkt.collect.errors import CollectError
from knutepunkt.directory.enhetsregisteret import compared, judged
from knutepunkt.directory.models import Organisation

RECORDED = Path(__file__).parent / "recorded"


def answer(name: str, **changes: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((RECORDED / name).read_bytes())
    return found | changes


def test_the_same_name_in_capitals_is_the_same() -> None:
    assert judged("Foreningen Fyrlykta", answer("enhet.json")) == ("as in the register", "")


def test_another_name_is_told_with_who_must_check() -> None:
    told = judged("Fyrlykta", answer("enhet.json"))

    assert told == (
        "the register calls it FORENINGEN FYRLYKTA", "you: check which name is right",
    )  # fmt: skip


def test_a_deleted_organisation_is_told_with_its_date() -> None:
    told = judged("Foreningen Fyrlykta", answer("slettet.json"))

    assert told == (
        "deleted from the register on 2024-05-06", "you: ask whether it lives on",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("sign", "word"),
    [
        ("konkurs", "bankrupt"),
        ("underAvvikling", "being wound up"),
        ("underTvangsavviklingEllerTvangsopplosning", "being dissolved by force"),
    ],
)
def test_an_organisation_that_is_ending_is_told(sign: str, word: str) -> None:
    finding, who = judged("Foreningen Fyrlykta", answer("enhet.json", **{sign: True}))

    assert (finding, who) == (f"{word}, says the register", "you: ask whether it lives on")


def test_an_unknown_number_is_told() -> None:
    assert judged("Fyrlykta", None)[0] == "the register has no such number"


class Register(BaseHTTPRequestHandler):
    """Answers as the register does: a record, 404 for an unknown number, 500 when it is ill."""

    def do_GET(self) -> None:
        number = self.path.rpartition("/")[2]
        status = {"111111111": 404, "222222222": 500}.get(number, 200)
        self.send_response(status)
        self.end_headers()
        if status == 200:
            self.wfile.write((RECORDED / "enhet.json").read_bytes())

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def register() -> Iterator[None]:
    server = HTTPServer(("127.0.0.1", 0), Register)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/enhetsregisteret/api"
    with override_settings(KNUTEPUNKT_REGISTER=address, KNUTEPUNKT_ALLOW_HOSTS=["127.0.0.1"]):
        yield
    server.shutdown()
    server.server_close()


@pytest.mark.usefixtures("register")
def test_the_register_is_asked_over_the_network() -> None:
    organisation = Organisation(name="Foreningen Fyrlykta", legal_id="999999999")

    assert compared(organisation).finding == "as in the register"


@pytest.mark.usefixtures("register")
def test_a_number_the_register_lacks_is_a_finding_and_no_fault() -> None:
    organisation = Organisation(name="Fyrlykta", legal_id="111111111")

    assert compared(organisation).finding == "the register has no such number"


@pytest.mark.usefixtures("register")
def test_a_register_that_is_ill_is_a_fault_that_says_who_must_act() -> None:
    organisation = Organisation(name="Fyrlykta", legal_id="222222222")

    with pytest.raises(CollectError, match="You: try again later"):
        compared(organisation)
