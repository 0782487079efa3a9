import logging
from pathlib import Path

import pytest
from django.test import Client

from tests.site.made import CANARY, record, taken_in
from tests.site.read import page

ASKED = {"text": CANARY, "place": "Trondheim", "within": "25"}


def test_no_page_sets_a_cookie(seeker: Client) -> None:
    group = taken_in(record())[0]

    answers = [
        seeker.get("/"),
        seeker.post("/", ASKED),
        seeker.post("/", {"place": CANARY}),
        seeker.get(f"/gruppe/{group.uid}"),
        seeker.get("/om"),
        seeker.get("/finnes-ikke"),
    ]

    assert [len(answer.cookies) for answer in answers] == [0] * 6


def test_a_search_is_answered_without_a_token(seeker: Client) -> None:
    assert seeker.post("/", ASKED).status_code == 200


def test_a_search_stays_at_the_same_address(seeker: Client) -> None:
    answer = seeker.post("/", ASKED)

    assert (answer.status_code, answer.headers.get("Location")) == (200, None)


def test_no_link_carries_what_was_typed(seeker: Client) -> None:
    taken_in(record())

    shown = page(seeker.post("/", {**ASKED, "text": "sorg", "theme": "grief"}))

    carrying = [found for tag, found in shown.attributes for key in ("href", "action", "formaction")
                if "?" in found.get(key, "") or "sorg" in found.get(key, "")]  # fmt: skip
    assert carrying == []


def test_the_title_tells_nothing_of_the_search(seeker: Client) -> None:
    assert page(seeker.post("/", ASKED)).title == "Finn en gruppe"


def test_the_title_tells_nothing_of_the_group(seeker: Client) -> None:
    group = taken_in(record())[0]

    assert page(seeker.get(f"/gruppe/{group.uid}")).title == "En gruppe"


def test_a_query_string_is_not_listened_to(seeker: Client) -> None:
    assert seeker.get("/", {"text": CANARY}).content.count(CANARY.encode()) == 0


def test_a_search_is_in_no_log(seeker: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)

    seeker.post("/", ASKED)

    assert CANARY not in caplog.text


def test_a_search_leaves_nothing_on_the_disk(seeker: Client, own_index: Path) -> None:
    seeker.post("/", ASKED)

    files = [path for path in own_index.rglob("*") if path.is_file()]
    assert [path for path in files if CANARY.encode() in path.read_bytes()] == []


def test_every_page_has_the_strict_headers(seeker: Client) -> None:
    answer = seeker.post("/", ASKED)

    kept = {name: answer.headers[name] for name in
            ("Cache-Control", "Referrer-Policy", "X-Frame-Options", "X-Content-Type-Options",
             "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy")}  # fmt: skip
    assert kept == {
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "X-Frame-Options": "DENY",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def test_the_policy_starts_from_nothing(seeker: Client) -> None:
    policy = seeker.get("/").headers["Content-Security-Policy"].split("; ")

    assert (policy[0], "unsafe" in " ".join(policy)) == ("default-src 'none'", False)


def test_a_page_has_no_script_and_no_style_of_its_own(seeker: Client) -> None:
    shown = page(seeker.get("/"))

    tags = {tag for tag, _ in shown.attributes}
    styled = [found for _, found in shown.attributes if "style" in found]
    assert (tags & {"script", "style", "iframe", "img"}, styled) == (set(), [])
