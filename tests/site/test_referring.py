"""What a professional hands over."""

import re
from urllib.parse import unquote
from uuid import uuid4

import msgspec
import pytest
from django.http import HttpResponse
from django.test import Client

from knutepunkt.site.views import referring
from tests.distribute.test_printed import opened
from tests.site.made import TUESDAYS, draft, record, taken_in, withdraw
from tests.site.read import Page, page


def handed_over(seeker: Client, *names: str) -> HttpResponse:
    groups = taken_in(*(record(draft(name)) for name in names))
    return seeker.post("/henvisning", {"basket": [str(one.uid) for one in groups]}, follow=True)


def headings(shown: Page) -> list[str]:
    return [text for _, text in shown.headings]


def pdf_of(seeker: Client, size: str) -> HttpResponse:
    address = handed_over(seeker, "Sorggruppa", "Sorgtreffet").redirect_chain[0][0]
    return seeker.get(f"{address}/{size}.pdf")


def test_each_group_stands_on_the_sheet_with_its_code_and_address(seeker: Client) -> None:
    shown = page(handed_over(seeker, "A", "B"))

    codes = [its for tag, its in shown.attributes if tag == "img"]
    assert headings(shown)[1:3] == ["A", "B"]
    assert [its["src"][:26] for its in codes] == ["data:image/svg+xml;base64,"] * 2
    assert len(re.findall(r"http://127\.0\.0\.1:8000/g/[0-9a-z]{5}-[0-9a-z]{5} ", shown.text)) == 2


def test_who_opens_the_address_that_makes_sheets_comes_to_where_one_begins(seeker: Client) -> None:
    assert seeker.get("/henvisning").headers["Location"] == "/for-fagfolk"


def test_the_address_of_a_sheet_says_nothing(seeker: Client) -> None:
    answer = handed_over(seeker, "Sorggruppa")

    address, title = answer.redirect_chain[0][0], page(answer).title
    assert (re.fullmatch(r"/henvisning/[\w-]+", address) is not None, title) == (
        True,
        "Et ark å ta med",
    )


def test_a_message_names_no_theme_and_no_group(seeker: Client) -> None:
    shown = page(handed_over(seeker, "Sorggruppa"))

    sms = unquote(next(link for link in shown.links if link.startswith("sms:")))
    words = re.sub(r"http://\S+", "", sms)
    assert words.strip() == "sms:?&body=Hei! Her er lenkene vi snakket om:"


@pytest.mark.parametrize("size", ["a4", "large", "a6"])
def test_a_sheet_comes_in_each_size(seeker: Client, size: str) -> None:
    address = handed_over(seeker, "A").redirect_chain[0][0]

    assert page(seeker.get(f"{address}/{size}")).has("div", **{"class": f"handed {size}"})


@pytest.mark.parametrize(("size", "paper"), [("a4", (210, 297)), ("a6", (105, 148))])
def test_a_sheet_is_had_as_a_tagged_pdf(seeker: Client, size: str, paper: tuple[int, int]) -> None:
    pytest.importorskip("weasyprint", exc_type=ImportError)

    answer = pdf_of(seeker, size)

    raw = opened(answer.content)
    sides = re.findall(rb"/MediaBox \[\s*0 0 ([\d.]+) ([\d.]+)", raw)[0]
    assert tuple(round(float(one) / 72 * 25.4) for one in sides) == paper
    assert (raw[:5], b"/StructTreeRoot" in raw, b"/Alt" in raw) == (b"%PDF-", True, True)
    assert answer.headers["Content-Disposition"] == 'inline; filename="ark.pdf"'


def test_nobody_waits_while_others_have_their_paper_set(seeker: Client) -> None:
    with referring.SETTING, referring.SETTING:
        late = pdf_of(seeker, "a4")

    assert (late.status_code, late.headers["Retry-After"]) == (429, "2")
    assert pdf_of(seeker, "a4").status_code != 429


def test_without_the_parts_for_it_the_browser_prints(
    seeker: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_page: str) -> bytes:
        raise referring.DistributeError("printed lists need WeasyPrint")

    monkeypatch.setattr(referring, "pdf", missing)

    assert pdf_of(seeker, "a6").headers["Location"].endswith("/a6")


def test_an_entry_nobody_has_confirmed_for_long_stands_out_on_paper(
    seeker: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    monkeypatch.setattr(referring, "pdf", lambda sheet: written.append(sheet) or b"")
    group = taken_in(record(draft("A"), confirmed_on="2020-10-01"))[0]
    asked = seeker.post("/henvisning", {"basket": [str(group.uid)]})

    seeker.get(f"{asked.headers['Location']}/a4.pdf")

    assert re.search(r"<strong>Ikke bekreftet på \d år – ring før du drar.</strong>", written[0])


def test_a_group_that_is_gone_is_left_out(seeker: Client) -> None:
    group = taken_in(record(draft("A")))[0]
    withdraw(group)

    answer = seeker.post("/henvisning", {"basket": [str(group.uid), str(uuid4())]}, follow=True)

    assert "Arket er tomt. Legg en gruppe til side først." in page(answer).text


@pytest.mark.parametrize("end", ["a3", "a3.pdf"])
def test_a_size_there_is_none_of_is_not_found(seeker: Client, end: str) -> None:
    address = handed_over(seeker, "A").redirect_chain[0][0]

    assert seeker.get(f"{address}/{end}").status_code == 404


@pytest.mark.parametrize("end", ["", "/a4", "/a4.pdf"])
def test_an_old_sheet_is_forgotten(seeker: Client, end: str) -> None:
    answer = seeker.get(f"/henvisning/gammelt{end}")

    assert answer.status_code == 410
    assert page(answer).title.startswith("Arket er glemt")


def test_a_full_sheet_says_so_and_takes_no_more(seeker: Client) -> None:
    groups = taken_in(*(record(draft(f"Gruppe {number}")) for number in range(13)))
    aside = [str(group.uid) for group in groups]

    told = [page(seeker.post("/sok", {"aside": "1", "basket": aside[:number]}, follow=True))
            for number in (11, 12)]  # fmt: skip

    found = [(one.text.count("Legg til side"), "Arket er fullt" in one.text) for one in told]
    assert found == [(2, False), (0, True)]


def test_a_number_to_ring_stands_on_the_sheet(seeker: Client) -> None:
    by_phone = msgspec.structs.replace(TUESDAYS, mode="online", dial_in="21 00 00 00")

    (group,) = taken_in(record(None, by_phone))
    sheet = page(seeker.post("/henvisning", {"basket": [str(group.uid)]}, follow=True))

    assert "Ring inn: 21 00 00 00" in sheet.text
