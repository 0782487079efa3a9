import re
import zlib
from collections import Counter
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import pytest
from django.test import Client
from pypdf import PdfReader

from knutepunkt.distribute.formats.printed import setting
from knutepunkt.distribute.formats.printed.folding import sides
from knutepunkt.distribute.formats.printed.setting import page_of
from knutepunkt.distribute.published import Choice, stream
from tests.distribute import aloud
from tests.distribute.made import GRIEF, HOUSE, LOSS, at, record, taken_in
from tests.distribute.reading import FRAME, exported

pytestmark = pytest.mark.django_db
HIDDEN = msgspec.structs.replace(HOUSE, disclosure="hidden")


def test_a_hidden_place_is_left_to_those_who_ask() -> None:
    taken_in(record("Håp", at(HIDDEN)))

    page = page_of(stream(), FRAME, "a4")

    assert "Møtestedet får du vite når du tar kontakt" in page
    assert HOUSE.address not in page


def test_groups_stand_under_their_theme_by_norwegian_order(words: None) -> None:
    taken_in(*(record(name, terms=[GRIEF]) for name in ("Åpen", "Zebra", "Ørn")))
    taken_in(record("Tap", terms=[LOSS]), source="andre")

    page = page_of(stream(), FRAME, "a4")

    places = [page.index(f">{name}</h3>") for name in ("Zebra", "Ørn", "Åpen", "Tap")]
    assert places == sorted(places)


def test_what_a_group_writes_is_text_and_nothing_else() -> None:
    taken_in(record("<img src='http://spor.example/'>", own_words=[["nb", "<script>x</script>"]]))

    page = page_of(stream(), FRAME, "a5")

    assert "<img src='" not in page
    assert "<script" not in page


def test_a_booklet_to_fold_has_two_pages_on_each_side(words: None) -> None:
    pytest.importorskip("weasyprint", exc_type=ImportError)

    folded, read = (one.pages for one in booklets())

    assert len(folded) == -(-len(read) // 4) * 2
    assert [round(size) for size in folded[0].mediabox.upper_right] == [839, 595]
    assert all(
        read[number].extract_text() in folded[side].extract_text()
        for side, pair in enumerate(sides(len(read)))
        for number in pair
        if number < len(read)
    )


def opened(raw: bytes) -> bytes:
    """A PDF with its compressed parts beside it."""
    parts = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", raw, re.DOTALL)
    return raw + b"".join(
        zlib.decompressobj().decompress(part) for part in parts if part[:1] == b"x"
    )


@pytest.mark.parametrize("form", ["pdf-a4", "pdf-a5", "pdf-folded"])
def test_the_pdf_says_that_it_is_accessible(tmp_path: Path, form: str, words: None) -> None:
    pytest.importorskip("weasyprint", exc_type=ImportError)
    taken_in(record("Håp", terms=[GRIEF]))

    written = exported(form, tmp_path, Choice.of(theme="grief"))

    raw = opened(written.path.read_bytes())
    assert raw.startswith(b"%PDF")
    assert [
        sign for sign in (b"/MarkInfo", b"/StructTreeRoot", b"/Lang", b"/Alt") if sign not in raw
    ] == []
    assert b"pdfuaid:part" in raw


def tags(node: Any, found: Counter[str]) -> None:
    """How often each kind of tag stands in a PDF; figures without a text count as bare."""
    node = node.get_object()
    if isinstance(node, list):
        for one in node:
            tags(one, found)
    elif isinstance(node, dict):
        if "/S" in node:
            found[node["/S"]] += 1
            found["bare"] += node["/S"] == "/Figure" and not node.get("/Alt")
        if "/K" in node:
            tags(node["/K"], found)


@pytest.mark.parametrize(("form", "width"), [("pdf-a4", 595), ("pdf-a5", 420), ("pdf-folded", 839)])
def test_the_pdf_is_built_as_the_standard_for_accessible_ones_wants(
    tmp_path: Path, words: None, form: str, width: int
) -> None:
    pytest.importorskip("weasyprint", exc_type=ImportError)
    taken_in(record("Håp på Røros", terms=[GRIEF], own_words=[["en", "In English."]]))

    pdf = PdfReader(exported(form, tmp_path).path)

    root, found = pdf.root_object, Counter[str]()
    tags(root["/StructTreeRoot"]["/K"], found)
    assert (root["/MarkInfo"]["/Marked"], root["/Lang"]) == (True, "nb")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Selvhjelpsgrupper"
    assert [name for name in ("/H1", "/H2", "/H3", "/P", "/L", "/Figure", "/Link") if not
            found[name]] == []  # fmt: skip
    assert found["bare"] == 0
    assert {round(page.mediabox.width) for page in pdf.pages} == {width}
    assert {page["/Tabs"] for page in pdf.pages} == {"/S"}
    assert "Håp på Røros" in "".join(page.extract_text() for page in pdf.pages)


def many() -> None:
    taken_in(*(record(f"Gruppe {number}", terms=[GRIEF]) for number in range(14)))


@cache
def booklets() -> tuple[PdfReader, PdfReader]:
    """One list to fold and as its pages are; set in type once, for it takes a second."""
    many()
    with TemporaryDirectory() as folder:
        return tuple(
            PdfReader(BytesIO(exported(form, Path(folder) / form).path.read_bytes()))
            for form in ("pdf-folded", "pdf-a5")
        )


def bookmarks(pdf: PdfReader) -> list[tuple[int, float]]:
    """The page each bookmark leads to, and how far from its left edge."""
    waiting: list[Any] = [pdf.outline]
    found = []
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting = [*one, *waiting]
        else:
            found.append((pdf.get_destination_page_number(one) or 0, float(one.left)))
    return found


@pytest.mark.parametrize("form", ["pdf-a4", "pdf-a5", "pdf-folded"])
def test_each_part_of_a_pdf_is_read_aloud_once_or_is_decoration(
    tmp_path: Path, words: None, form: str
) -> None:
    pytest.importorskip("weasyprint", exc_type=ImportError)
    many()

    pdf = PdfReader(exported(form, tmp_path).path)

    found = {number: aloud.parts(pdf, one) for number, one in aloud.streams(pdf)}
    owners, told = aloud.owners(pdf), [*aloud.told(pdf)]
    assert sorted((stream, number) for stream, number, _ in told) == sorted(
        (stream, number) for stream, (numbers, _) in found.items() for number in numbers
    )
    assert [loose for _, loose in found.values() if loose] == []
    assert [tag for at, number, tag in told if owners[at][number].get_object() != tag] == []


def test_a_booklet_to_fold_is_read_aloud_as_its_pages_are(words: None) -> None:
    pytest.importorskip("weasyprint", exc_type=ImportError)

    folded, read = booklets()

    assert aloud.read_aloud(folded) == aloud.read_aloud(read)


def test_links_of_a_booklet_to_fold_lie_on_its_sheets(words: None) -> None:
    pytest.importorskip("weasyprint", exc_type=ImportError)

    folded, _ = booklets()

    links = [(page, one.get_object()) for page in folded.pages for one in page["/Annots"]]
    owners = aloud.owners(folded)
    assert len(links) == 14
    assert {link["/Rect"][0] > 419 for _, link in links} == {False, True}
    assert [
        link for page, link in links
        if owners[link["/StructParent"]]["/K"][0]["/Pg"].indirect_reference
        != page.indirect_reference
    ] == []  # fmt: skip


def test_bookmarks_of_a_booklet_to_fold_lead_to_its_sheets(words: None) -> None:
    pytest.importorskip("weasyprint", exc_type=ImportError)

    folded, read = booklets()

    there = {number: (side, place * 419.527559)
             for side, pair in enumerate(sides(len(read.pages)))
             for place, number in enumerate(pair)}  # fmt: skip
    expected = [(there[page][0], round(left + there[page][1])) for page, left in bookmarks(read)]
    assert [(page, round(left)) for page, left in bookmarks(folded)] == expected


def test_a_list_too_long_to_print_says_what_to_choose(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setting, "MOST", 1)
    taken_in(record("Håp"), record("Tro"))

    answer = client.get("/feeds/groups.a4.pdf")

    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")
    assert answer.json()["detail"].endswith("you: choose a theme or a municipality.")
