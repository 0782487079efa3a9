import re
import zlib
from pathlib import Path

import msgspec
import pytest

from knutepunkt.distribute.formats.printed.setting import page_of
from knutepunkt.distribute.published import Choice, stream
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

    places = [page.index(f"<h3>{name}</h3>") for name in ("Zebra", "Ørn", "Åpen", "Tap")]
    assert places == sorted(places)


def test_what_a_group_writes_is_text_and_nothing_else() -> None:
    taken_in(record("<img src='http://spor.example/'>", own_words=[["nb", "<script>x</script>"]]))

    page = page_of(stream(), FRAME, "a5")

    assert "<img src='" not in page
    assert "<script" not in page


def opened(raw: bytes) -> bytes:
    """A PDF with its compressed parts beside it."""
    parts = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", raw, re.DOTALL)
    return raw + b"".join(
        zlib.decompressobj().decompress(part) for part in parts if part[:1] == b"x"
    )


@pytest.mark.parametrize("form", ["pdf-a4", "pdf-a5"])
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
