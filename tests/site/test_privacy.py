import logging
from pathlib import Path
from time import time
from urllib.parse import unquote

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.test import Client
from pytest_django import Settings

from knutepunkt.site.answers.asked import fields_stencil
from knutepunkt.site.answers.cards import face_of
from knutepunkt.site.answers.drawing import card_stencil, option_stencil, ways_drawn
from knutepunkt.site.asking import addresses
from knutepunkt.site.asking.sealing import LASTS
from knutepunkt.site.writing.frame import frame
from knutepunkt.site.writing.stencil import of_shape
from tests.site.made import CANARY, record, taken_in
from tests.site.read import page

ASKED = {"text": CANARY, "place": "Trondheim", "within": "25"}


def test_no_page_sets_a_cookie(seeker: Client) -> None:
    group = taken_in(record())[0]

    answers = [
        seeker.get("/"),
        seeker.post("/sok", ASKED, follow=True),
        seeker.post("/sok", {"place": CANARY}),
        seeker.get(f"/gruppe/{group.uid}"),
        seeker.get("/om"),
        seeker.get("/finnes-ikke"),
    ]

    assert [len(answer.cookies) for answer in answers] == [0] * 6


def test_a_search_is_answered_without_a_token(seeker: Client) -> None:
    assert seeker.post("/sok", ASKED, follow=True).status_code == 200


def test_a_search_leads_to_an_address_that_says_nothing(seeker: Client) -> None:
    answer = seeker.post("/sok", ASKED)

    address = answer.headers["Location"]
    assert (answer.status_code, address.startswith("/treff/")) == (303, True)
    assert [word for word in (CANARY, "Trondheim") if word in unquote(address)] == []


def test_the_same_search_has_another_address_each_time(seeker: Client) -> None:
    one, other = (seeker.post("/sok", ASKED).headers["Location"] for _ in range(2))

    assert one != other


def test_a_longer_search_has_no_longer_address(seeker: Client) -> None:
    lengths = {len(seeker.post("/sok", {"text": text}).headers["Location"]) for text in
               ("sorg", "jeg har det vondt")}  # fmt: skip

    assert len(lengths) == 1


def test_an_address_is_forgotten_after_two_hours(
    seeker: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = seeker.post("/sok", ASKED).headers["Location"]
    monkeypatch.setattr(addresses, "time", lambda: time() + LASTS + 2)

    answer = seeker.get(address)

    assert (answer.status_code, page(answer).headings[0][1]) == (410, "Søket er glemt")


@pytest.mark.parametrize("address", ["x", "A" * 200, "æ", "A" * 9000])
def test_a_forged_address_is_one_that_was_forgotten(seeker: Client, address: str) -> None:
    assert seeker.get(f"/treff/{address}").status_code == 410


def test_an_address_of_another_kind_does_not_open(seeker: Client) -> None:
    address = seeker.post("/henvisning", {}).headers["Location"].rpartition("/")[2]

    assert seeker.get(f"/treff/{address}").status_code == 410


def test_no_link_carries_what_was_typed(seeker: Client) -> None:
    taken_in(record())

    shown = page(seeker.post("/sok", {**ASKED, "text": "sorg", "theme": "grief"}, follow=True))

    carrying = [found for tag, found in shown.attributes for key in ("href", "action", "formaction")
                if "?" in found.get(key, "") or "sorg" in found.get(key, "")]  # fmt: skip
    assert carrying == []


def test_the_title_tells_nothing_of_the_search(seeker: Client) -> None:
    assert page(seeker.post("/sok", ASKED, follow=True)).title == "Finn en gruppe"


def test_the_title_tells_nothing_of_the_group(seeker: Client) -> None:
    group = taken_in(record())[0]

    assert page(seeker.get(f"/gruppe/{group.uid}")).title == "En gruppe"


def test_a_query_string_is_not_listened_to(seeker: Client) -> None:
    assert seeker.get("/", {"text": CANARY}).content.count(CANARY.encode()) == 0


def test_a_search_is_in_no_log(seeker: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)

    seeker.post("/sok", ASKED, follow=True)

    assert CANARY not in caplog.text


def test_a_search_leaves_nothing_on_the_disk(seeker: Client, own_index: Path) -> None:
    seeker.post("/sok", ASKED, follow=True)

    files = [path for path in own_index.rglob("*") if path.is_file()]
    assert [path for path in files if CANARY.encode() in path.read_bytes()] == []


def test_a_large_file_that_somebody_sends_is_laid_nowhere(
    seeker: Client, settings: Settings, tmp_path: Path
) -> None:
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "nowhere"  # to lay one there would fail
    large = ContentFile(b"x" * 3_000_000, "brev.txt")

    answer = seeker.post("/sok", {"text": "sorg", "letter": large})

    assert (answer.status_code, answer.headers["Location"][:7]) == (303, "/treff/")


def test_every_page_has_the_strict_headers(seeker: Client) -> None:
    answer = seeker.post("/sok", ASKED, follow=True)

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

    assert policy == [
        "default-src 'none'",
        *(f"{kind}-src 'self'" for kind in ("script", "style")),
        "img-src 'self' data:",
        *(f"{kind}-src 'self'" for kind in ("font", "connect", "worker", "manifest")),
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]


def test_a_page_has_no_script_and_no_style_in_it(seeker: Client) -> None:
    shown = page(seeker.get("/"))

    scripts = [found.get("src", "") for tag, found in shown.attributes if tag == "script"]
    inline = [
        found
        for tag, found in shown.attributes
        if tag == "style" or any(key == "style" or key[:2] == "on" for key in found)
    ]
    assert (scripts, inline) == (["/static/site/site.js"], [])


def test_nothing_typed_on_the_whole_way_is_left_anywhere(
    seeker: Client, own_index: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    group = taken_in(record())[0]
    typed = {"text": f"{CANARY} sorg", "place": "Trondheim", "concept": CANARY, "sort": CANARY}

    answers = [
        seeker.post("/sok", {"text": f"{CANARY} sorg", "place": "Trondheim"}),
        seeker.post("/sok", typed),
        seeker.post("/forslag", {"text": CANARY}),
        seeker.post("/her", {"latitude": CANARY, "longitude": CANARY}),
        seeker.post("/henvisning", {"basket": [CANARY, str(group.uid)]}),
        seeker.get("/forlat"),
    ]
    answers += [seeker.get(answer.headers["Location"]) for answer in (answers[0], answers[4])]

    told = "\n".join(f"{name}: {value}" for one in answers for name, value in one.headers.items())
    with connection.cursor() as cursor:
        rows = [str(row) for table in connection.introspection.table_names()
                for row in table_rows(cursor, table)]  # fmt: skip
    files = [path.read_bytes() for path in own_index.rglob("*") if path.is_file()]
    assert [place for place in (told, caplog.text, *rows) if CANARY in place] == []
    assert [one for one in files if CANARY.encode() in one] == []


def test_another_search_leaves_nothing_more_in_memory(seeker: Client) -> None:
    taken_in(record())
    kept = (of_shape, frame, face_of, card_stencil, ways_drawn, option_stencil, fields_stencil)
    asked = {"text": "sorg hvzxqj", "place": "Trondheim", "theme": "grief"}
    seeker.post("/sok", asked, follow=True)
    before = [one.cache_info().currsize for one in kept]

    seeker.post("/sok", asked | {"text": f"sorg {CANARY}", "place": "Oslo"}, follow=True)

    assert [one.cache_info().currsize for one in kept] == before


def table_rows(cursor: CursorWrapper, table: str) -> list[tuple[object, ...]]:
    cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - names of our own tables
    return list(cursor.fetchall())
