import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actionfields import Field, load
from actionfields.errors import FieldError, RefusedError
from actionfields.exchange import read, written
from tests.actionfields.made import STATEMENT, TIE, folder_of

HEAD = '<?xml version="1.0" encoding="utf-8"?>'
FOREIGN = (
    HEAD + '<Project xmlns="urn:QDA-XML:project:1.5" name="Studie" origin="x">'
    '<Users><User guid="u1" name="Kari"/></Users>'
    '<CodeBook><Codes><Code guid="C1" name="Tillit" isCodable="true">'
    '<Code guid="C2" name="Åpenhet" isCodable="true"/></Code></Codes></CodeBook>'
    '<Sources><TextSource guid="s1" name="Intervju 1" plainTextPath="internal://s1.txt">'
    '<PlainTextSelection guid="p1" startPosition="4" endPosition="9">'
    '<Coding guid="k1"><CodeRef targetGUID="c2"/></Coding></PlainTextSelection>'
    "</TextSource></Sources></Project>"
)


def project(path: Path, xml: str = FOREIGN, name: str = "Studie.qde", **texts: str) -> Path:
    """A project as another tool might send it."""
    with ZipFile(path, "w") as archive:
        archive.writestr(name, xml)
        for text, content in texts.items():
            archive.writestr(f"sources/{text}.txt", content.encode("utf-8"))
    return path


def sent(data: Field, path: Path) -> Path:
    """The field as a project."""
    path.write_bytes(written(data, "qdpx")[0])
    return path


def changed(path: Path, target: Path, old: str, new: str) -> Path:
    """A project in which another tool has changed the XML."""
    with ZipFile(path) as before, ZipFile(target, "w") as after:
        for one in before.namelist():
            content = before.read(one)
            is_project = one.endswith(".qde")
            after.writestr(
                one, content.replace(old.encode(), new.encode()) if is_project else content
            )
    return target


def cells(data: Field) -> dict[str, object]:
    """Every table as plain values."""
    return {name: table.as_columns() for name, table in data.tables.items()}


def test_a_project_of_ours_comes_back_whole(tmp_path: Path) -> None:
    field = load("selvhjelp")

    handed = read(sent(field, tmp_path / "s.qdpx"), "qdpx")

    assert cells(handed.data) == cells(field)
    assert (handed.data.about, handed.losses) == (field.about, [])


@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(claim=st.text(st.characters(codec="utf-8"), max_size=40), note=st.text(max_size=10))
def test_any_words_come_back_as_they_were(tmp_path: Path, claim: str, note: str) -> None:
    text = claim.replace("\x00", ""), note.encode("utf-8", "ignore").decode().replace("\x00", "")
    said = STATEMENT | {"claim_nb": text[0], "note": text[1], "source_id": "talk;minutes"}
    field = load(folder_of(tmp_path / "f", statements=[said], ties=[TIE]))

    handed = read(sent(field, tmp_path / "f.qdpx"), "qdpx")

    assert cells(handed.data) == cells(field)


def test_positions_count_codepoints(tmp_path: Path) -> None:
    said = [
        STATEMENT | {"statement_id": "S1", "claim_nb": "Øl 🌼 og 𝒜", "source_id": "talk"},
        STATEMENT | {"statement_id": "S2", "claim_nb": "åpent", "source_id": "talk"},
    ]
    field = load(folder_of(tmp_path / "f", statements=said))

    with ZipFile(sent(field, tmp_path / "f.qdpx")) as archive:
        xml = archive.read("project.qde").decode()
        texts = [archive.read(n).decode() for n in archive.namelist() if n.endswith(".txt")]
    spans = re.findall(r'startPosition="(\d+)" endPosition="(\d+)"', xml)
    text = next(one for one in texts if one.startswith("Øl"))

    assert [text[int(a) : int(b)] for a, b in spans] == ["Øl 🌼 og 𝒜", "åpent"]


def test_what_another_tool_changes_comes_in(tmp_path: Path) -> None:
    path = sent(load("selvhjelp"), tmp_path / "s.qdpx")
    edited = changed(path, tmp_path / "e.qdpx", "Forholdet er gjensidig", "Forholdet er jevnt")

    handed = read(edited, "qdpx")

    claims = handed.data.statements.where(statement_id="S002").cells("claim_nb")
    assert claims == ["Forholdet er jevnt og likeverdig, og nytten går begge veier"]
    assert handed.losses == ["1 statements were changed by another tool."]


def test_another_tools_project_gives_codes_sources_and_coders(tmp_path: Path) -> None:
    path = project(tmp_path / "a.qdpx", s1="Jeg\r\nåpen🌼 dør")

    handed = read(path, "qdpx")

    codes = [(one.code, one.level, one.question) for one in handed.data.codebook]
    assert codes == [("tillit", "question", ""), ("åpenhet", "category", "tillit")]
    assert handed.data.sources.cells("label") == ["Intervju 1"]
    assert handed.data.about.more["refi_codings"] == [
        {"source_id": "intervju_1", "category": "åpenhet", "start": 4, "end": 9, "text": "\nåpen"}
    ]
    assert len(handed.losses) == 1


@pytest.mark.parametrize("name", ["../out.qde", "/out.qde", "C:/out.qde", "..\\out.qde"])
def test_a_file_that_reaches_outside_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(FieldError, match="outside itself"):
        read(project(tmp_path / "a.qdpx", name=name), "qdpx")


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "b.qdpx", "w", 8) as archive:
        archive.writestr("project.qde", b" " * (60 << 20))

    with pytest.raises(FieldError, match="swells"):
        read(tmp_path / "b.qdpx", "qdpx")


def test_a_document_type_is_refused(tmp_path: Path) -> None:
    bad = HEAD + '<!DOCTYPE p [<!ENTITY a SYSTEM "file:///etc/passwd">]><Project>&a;</Project>'

    with pytest.raises(FieldError, match="document type"):
        read(project(tmp_path / "a.qdpx", bad), "qdpx")


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04broken"])
def test_what_is_no_zip_is_told_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.qdpx").write_bytes(content)

    with pytest.raises(FieldError, match="no readable ZIP"):
        read(tmp_path / "a.qdpx", "qdpx")


def test_broken_rules_are_told(tmp_path: Path) -> None:
    bad = FOREIGN.replace('endPosition="9"', 'endPosition="900"').replace('"c2"', '"gone"')

    losses = read(project(tmp_path / "a.qdpx", bad, s1="kort"), "qdpx").losses

    assert losses[:2] == [
        "1 references lead nowhere.",
        "1 passages lie outside the text of «Intervju 1».",
    ]


def test_a_codebook_comes_back_in_its_order(tmp_path: Path) -> None:
    field = load("selvhjelp")
    (tmp_path / "c.qdc").write_bytes(written(field, "qdc")[0])

    codes = read(tmp_path / "c.qdc", "qdc").data.codebook.as_records()

    assert codes == field.codebook.as_records()


def test_what_another_tool_codes_in_our_texts_is_told(tmp_path: Path) -> None:
    path = sent(load(folder_of(tmp_path / "f", statements=[STATEMENT])), tmp_path / "s.qdpx")
    with ZipFile(path) as archive:
        coding = re.findall(r"<Coding .*?</Coding>", archive.read("project.qde").decode(), re.S)[0]
    moved = re.sub('targetGUID="[^"]*"', 'targetGUID="x"', coding)
    more = coding.replace('guid="', 'guid="new', 1)

    handed = read(changed(path, tmp_path / "e.qdpx", coding, moved + more), "qdpx")

    assert handed.losses == [
        "1 references lead nowhere.",
        "1 codings were added by another tool; they are no statements and are not read.",
        "1 passages have another code now than their case; the case is taken.",
    ]


def test_a_definition_that_another_tool_changes_comes_in(tmp_path: Path) -> None:
    codes = [{"code": "Q1", "level": "question", "definition": "Hva er det?"}]
    path = sent(load(folder_of(tmp_path / "f", codebook=codes)), tmp_path / "s.qdpx")

    handed = read(changed(path, tmp_path / "e.qdpx", "Hva er det?", "Hva gjelder det?"), "qdpx")

    assert handed.data.codebook.cells("definition") == ["Hva gjelder det?"]


def test_a_code_that_a_tool_has_copied_gets_a_key_of_its_own(tmp_path: Path) -> None:
    code = re.compile(r"<Code guid.*?</Code>", re.S)
    field = load(folder_of(tmp_path / "f", codebook=[{"code": "Q1", "level": "question"}]))
    (tmp_path / "c.qdc").write_bytes(
        code.sub(r"\g<0>\g<0>", written(field, "qdc")[0].decode()).encode()
    )

    handed = read(tmp_path / "c.qdc", "qdc")

    assert handed.data.codebook.cells("code") == ["Q1", "q1"]
    assert handed.losses == ["«Q1» stands twice; the second got a key of its own."]


def test_an_export_that_narrows_a_pool_is_refused(tmp_path: Path) -> None:
    actors = [{"actor_id": one, "sphere_uncertain": "0"} for one in ("fjell", "fjord")]
    hidden = {"actor_id": "x", "sphere_uncertain": "0", "pool_id": "p", "actor_type": "anonymised"}
    pools = [{"pool_id": "p", "members": "fjell;fjord", "least": "3"}]
    field = load(folder_of(tmp_path / "f", actors=[*actors, hidden], pools=pools))

    with pytest.raises(RefusedError, match="must fit 3"):
        written(field, "qdpx")
