"""What somebody types on the whole way through a served node is found nowhere afterwards."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

CANARY = "kanarifugl7Q"
PATIENCE = 60  # seconds: a sheet as PDF takes long where many share a machine
TYPED = {
    "/sok": {"text": f"{CANARY} sorg", "place": "Trondheim", "within": "50"},
    "/velg": {"text": f"{CANARY} sor"},
    "/forslag": {"text": CANARY},
    "/her": {"latitude": CANARY, "longitude": CANARY},
    "/henvisning": {"basket": CANARY},
    "/bygg-inn": {"place": CANARY, "theme": CANARY},
}
WRONG = {
    "/sok": {"text": "sorg", "place": CANARY, "theme": CANARY, "page": CANARY},
    "/gruppe/5dc34564-32fb-56fc-b4d9-1a244d9dbe31/tid": {"zone": CANARY},
}
TELLING = {"user-agent": CANARY, "referer": f"https://{CANARY}.example/", "cookie": f"a={CANARY}",
           "x-forwarded-for": CANARY, "accept-language": CANARY}  # fmt: skip


@dataclass(frozen=True)
class Walk:
    """What a visitor got on the whole way, and everything the node left behind."""

    answers: list[httpx.Response]
    log: bytes
    files: dict[str, bytes]


def way_through(visitor: httpx.Client) -> Iterator[httpx.Response]:
    """Search, choose, open a group, make a sheet, leave; and everything that can be typed wrong."""
    yield visitor.get("/", params={"q": CANARY})
    for address, fields in [*TYPED.items(), *WRONG.items()]:
        yield visitor.post(address, data=fields)
    found = visitor.post("/sok", data={"text": "sorg", "place": "Trondheim"}, follow_redirects=True)
    group = re.search(r"/gruppe/([0-9a-f-]{36})", found.text)
    assert group is not None
    yield visitor.get(group[0])
    sheet = visitor.post("/henvisning", data={"basket": [group[1], CANARY]}, follow_redirects=True)
    yield sheet
    yield visitor.get(f"{sheet.url.path}/a6.pdf")
    yield visitor.get(f"/{CANARY}")
    yield visitor.get("/treff/gammelt")
    yield visitor.post("/sok", content=f"{CANARY}=%zz&text=\x00{CANARY}".encode())
    yield visitor.post("/sok", data={"text": f"{CANARY} " * 9_000})
    yield visitor.get("/forlat")


def followed(visitor: httpx.Client) -> Iterator[httpx.Response]:
    """Each answer, and where it leads on this node."""
    for answer in way_through(visitor):
        yield answer
        if answer.headers.get("location", "").startswith("/"):
            yield visitor.get(answer.headers["location"])


@pytest.fixture(scope="module")
def walk(node: str, data: Path) -> Walk:
    with httpx.Client(base_url=node, headers=TELLING, timeout=PATIENCE) as visitor:
        answers = list(followed(visitor))
    # Taken while the node runs, so that what it has not written out yet is there as well.
    files = {str(path): path.read_bytes() for path in data.rglob("*") if path.is_file()}
    return Walk(answers, files.pop(str(data / "log")), files)


def holding(text: str, files: dict[str, bytes]) -> list[str]:
    return [name for name, content in files.items() if text.encode() in content]


def test_the_way_was_walked(walk: Walk) -> None:
    statuses = {answer.status_code for answer in walk.answers}

    assert statuses == {200, 302, 303, 404, 410, 422}


def test_what_is_looked_for_would_be_found(walk: Walk) -> None:
    shown = [answer for answer in walk.answers if CANARY in answer.text]

    assert holding("Sorggruppa Solsikken", walk.files) != []
    assert b"Knutepunkt is running" in walk.log
    assert shown != []


def test_nothing_typed_is_in_a_file_of_the_node(walk: Walk) -> None:
    assert holding(CANARY, walk.files) == []


def test_nothing_typed_is_in_the_log(walk: Walk) -> None:
    assert CANARY.encode() not in walk.log


def test_nothing_typed_is_in_a_header(walk: Walk) -> None:
    told = [f"{name}: {value}" for answer in walk.answers for name, value in answer.headers.items()]

    assert [line for line in told if CANARY.lower() in line.lower()] == []


def test_nothing_typed_is_in_a_title_or_a_link(walk: Walk) -> None:
    parts = re.compile(r"<title>.*?</title>|(?:href|action|src)=\"[^\"]*\"")

    found = [part for answer in walk.answers for part in parts.findall(answer.text)]

    assert len(found) > len(walk.answers)
    assert [part for part in found if CANARY in part] == []


def test_no_answer_sets_a_cookie(walk: Walk) -> None:
    assert [answer for answer in walk.answers if "set-cookie" in answer.headers] == []
