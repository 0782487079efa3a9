import json
import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import html

from actionfields import load
from actionfields.errors import FieldError
from actionfields.report import pdf, report
from tests.actionfields.made import STATEMENT, TIE, folder_of


@pytest.fixture(scope="module")
def page() -> str:
    return report(load("selvhjelp"), "nb")


def test_the_page_asks_nothing_of_another_machine(page: str) -> None:
    tree = html.fromstring(page)

    asked = [
        link for _, name, link, _ in tree.iterlinks() if name != "href" or not link.startswith("#")
    ]

    assert asked == []
    assert tree.xpath("//script | //link | //iframe | //img") == []
    assert re.findall(r"@import|url\(\s*['\"]?(?!#)", page) == []


def test_every_link_has_a_place_to_go(page: str) -> None:
    tree = html.fromstring(page)
    places = Counter(tree.xpath("//@id"))

    lost = [link for link in tree.xpath("//a/@href") if places[link[1:]] == 0]

    assert lost == []
    assert [name for name, count in places.items() if count > 1] == []


def test_every_statement_stands_with_its_page(page: str) -> None:
    field = load("selvhjelp")
    tree = html.fromstring(page)

    shown = tree.xpath("//ol[@class='evidence']/li/@id")
    pageless = [
        one for one in tree.xpath("//ol[@class='evidence']/li") if "side" not in one.text_content()
    ]

    assert sorted(shown) == sorted(
        f"statements-{key}" for key in field.statements.cells("statement_id")
    )
    assert pageless == []


def test_every_finding_says_how_it_came_out(page: str) -> None:
    tree = html.fromstring(page)

    tags = Counter(tree.xpath("//article[@class='finding']/p/span/text()"))

    assert tags == {"kommer ut som ventet": 23, "vurdering med kilde": 2}


def test_a_row_taken_away_changes_the_finding_on_the_page() -> None:
    field = load("selvhjelp").without_source("int_sit")

    tree = html.fromstring(report(field, "en"))

    assert tree.xpath("string(//article[@id='finding-FN22']/p)").startswith("differs")


def test_the_same_data_give_the_same_page() -> None:
    field = load("selvhjelp")

    assert report(field, "en") == report(load("selvhjelp"), "en")


@pytest.mark.parametrize("language", ["nb", "en"])
def test_an_empty_field_says_that_it_is_empty(tmp_path: Path, language: str) -> None:
    field = load(folder_of(tmp_path / "small"))

    tree = html.fromstring(report(field, language))

    assert len(tree.xpath("//main/section")) == 11
    assert tree.get("lang") == language


def test_a_text_with_markup_stays_text(tmp_path: Path) -> None:
    said = STATEMENT | {"claim_nb": "<script>alert(1)</script> & æ\x0b", "claim_en": ""}
    field = load(folder_of(tmp_path / "small", statements=[said]))

    tree = html.fromstring(report(field, "nb"))

    assert tree.xpath("//script") == []
    assert "<script>alert(1)</script> & æ" in tree.xpath("string(//li[@id='statements-S1'])")


def test_a_field_of_many_actors_says_how_many_it_leaves_out(tmp_path: Path) -> None:
    names = [f"forening-{n:03}" for n in range(130)]
    actors = [{"actor_id": one, "name": one * 6, "sphere_uncertain": "0"} for one in names]
    ties = [
        TIE | {"tie_id": f"T{n}", "source_actor": names[n], "target_actor": names[n + 1]}
        for n in range(129)
    ]
    said = [STATEMENT | {"statement_id": f"S{n}", "actor_id": names[n]} for n in range(130)]
    field = load(folder_of(tmp_path / "many", actors=actors, ties=ties, statements=said))

    tree = html.fromstring(report(field, "en"))
    marks = [one.text_content() for one in tree.xpath("//p[@class='mark']")]

    assert [one for one in marks if one.startswith("94 further actors")] != []
    assert [one for one in marks if one.startswith("82 further actors")] != []


def test_without_weasyprint_the_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "weasyprint", None)

    with pytest.raises(FieldError, match="pip install 'knutepunkt\\[print\\]'"):
        pdf("<p>x</p>")


def test_a_small_field_becomes_a_pdf(tmp_path: Path) -> None:
    pytest.importorskip("weasyprint", exc_type=(ImportError, OSError))
    field = load(folder_of(tmp_path / "small", ties=[TIE]))

    assert pdf(report(field, "nb"))[:5] == b"%PDF-"


def test_a_remark_stands_in_bokmaal_where_the_descriptor_has_it(tmp_path: Path) -> None:
    said = [
        STATEMENT | {"note": "Only hinted at", "source_id": "talk"},
        STATEMENT | {"statement_id": "S2", "note": "As above", "source_id": "talk"},
    ]
    folder = folder_of(tmp_path, statements=said)
    told = {"description": "A study", "translations": {"nb": {"Only hinted at": "Bare antydet"}}}
    (folder / "datapackage.json").write_text(json.dumps(told), encoding="utf-8")

    found = [
        [one.text_content().strip() for one in html.fromstring(report(load(folder), language))
         .xpath("//ol[@class='evidence']//i")]
        for language in ("nb", "en")
    ]  # fmt: skip

    assert found == [["Bare antydet", "As above"], ["Only hinted at", "As above"]]


@pytest.mark.parametrize("told", ["x", {"nb": ["x"]}, {"nb": {"As above": 5}}])
def test_translations_of_another_shape_change_nothing(tmp_path: Path, told: object) -> None:
    folder = folder_of(tmp_path, statements=[STATEMENT | {"note": "As above"}])
    (folder / "datapackage.json").write_text(json.dumps({"translations": told}), encoding="utf-8")

    assert "As above" in report(load(folder), "nb")


def test_a_period_is_dated_as_people_write(page: str) -> None:
    found = html.fromstring(page).xpath("//section[@id='material']//p[@class='when']/text()")

    assert found == [
        "til 1994", "1995–1996", "1997–2003", "2004–2013", "2013-01–2013-06", "2012–2014",
        "2014–2018", "2018–2019", "udatert",
    ]  # fmt: skip
