"""Projects in the shapes that other tools give them, with the faults they are known for."""

import sqlite3
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from openpyxl import Workbook

from actionfields.cli import field as command
from actionfields.errors import FieldError
from actionfields.exchange import Handed, form_of, read

HEAD = '<?xml version="1.0" encoding="utf-8"?>'
PROJECT = 'xmlns="urn:QDA-XML:project:1.0" name="Studie"'
CODES = (
    '<CodeBook><Codes><Code guid="C1" name="Rolle" isCodable="false">'
    '<Code guid="C2" name="Vert" isCodable="true"/></Code></Codes></CodeBook>'
)
TEXT = "Møte 🌼 én\r\nDøra er åpen\r\nfor alle"


def project(
    folder: Path, inside: str, *, name: str = "project.qde", codes: str = CODES, **files: bytes
) -> Handed:
    """A project with something inside, as it comes in."""
    path = folder / "a.qdpx"
    with ZipFile(path, "w") as archive:
        archive.writestr(name, f"{HEAD}<Project {PROJECT}>{codes}{inside}</Project>".encode())
        for file, content in files.items():
            archive.writestr(f"Sources/{file.upper()}.txt", content)
    return read(path, "qdpx")


def passage(start: int, end: int, name: str = "") -> str:
    """A source with one coded passage."""
    return (
        '<Sources><TextSource guid="S1" name="Referat" plainTextPath="internal://S1.txt">'
        f'<PlainTextSelection guid="P1" name="{name}" startPosition="{start}" endPosition="{end}">'
        '<Coding guid="K1"><CodeRef targetGUID="{c2}"/></Coding></PlainTextSelection>'
        "</TextSource></Sources>"
    )


def kept_apart(count: int, place: str) -> str:
    """What is told of codings that are kept beside the tables."""
    return (
        f"{count} codings have no actor, period and stance, so they are no statements; they are "
        f"kept under «{place}» in the descriptor."
    )


def words(handed: Handed) -> list[str]:
    """The words of each coded passage."""
    return [one["text"] for one in handed.data.about.more["refi_codings"]]


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        (11, 23, ""),
        (10, 22, "a line end as one letter"),
        (12, 24, "rare letters as two"),
        (11, 22, "the last letter of a passage with it"),
    ],
)
def test_passages_are_found_however_a_tool_counts(
    tmp_path: Path, start: int, end: int, told: str
) -> None:
    handed = project(tmp_path, passage(start, end, "Døra er åpen"), s1=TEXT.encode())

    assert words(handed) == ["Døra er åpen"]
    assert [one for one in handed.losses if "counts" in one] == (
        [f"«Referat» counts {told}; it is read so."] if told else []
    )


def test_a_tool_that_counts_line_ends_as_two_is_understood(tmp_path: Path) -> None:
    text = TEXT.replace("\r\n", "\n").encode()

    assert words(project(tmp_path, passage(11, 23, "Døra er åpen"), s1=text)) == ["Døra er åpen"]


def test_without_words_a_text_is_read_in_the_way_in_which_all_fits(tmp_path: Path) -> None:
    handed = project(tmp_path, passage(26, 34), s1=TEXT.encode())

    assert words(handed) == ["for alle"]


def test_a_text_with_a_mark_at_its_beginning_is_counted_without_it(tmp_path: Path) -> None:
    handed = project(tmp_path, passage(0, 4, "Møte"), s1=TEXT.encode("utf-8-sig"))

    assert (words(handed), len(handed.losses)) == (["Møte"], 1)


def test_a_text_that_is_not_in_the_file_is_told(tmp_path: Path) -> None:
    assert "the text of «Referat» is not in the file." in project(tmp_path, passage(0, 4)).losses


def test_atlas_ti_names_the_file_after_the_project_and_keeps_categories_as_sets(
    tmp_path: Path,
) -> None:
    codes = (
        '<CodeBook><Codes><Code guid="1FF58B12-6F6F-4B0C-8BE5-BBDC91F55294" name="Vert" '
        'color="#46AA00" isCodable="true"/></Codes></CodeBook>'
    )
    sets = (
        '<Sets><Set guid="ECA18D76-2B8B-4F26-BC1D-19ECA19FB3F0" name="Rolle">'
        '<MemberCode targetGUID="1ff58b12-6f6f-4b0c-8be5-bbdc91f55294"/></Set></Sets>'
    )

    handed = project(tmp_path, sets, name="Studie av møter.qde", codes=codes)

    told = [(one.code, one.level, one.question) for one in handed.data.codebook]
    assert told == [("vert", "category", "rolle"), ("rolle", "question", "")]
    assert handed.losses == ["1 codes have a colour, which has no place here."]


def test_a_codebook_of_atlas_ti_names_the_members_of_its_sets_by_their_own_guid(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.qdc").write_text(
        f'{HEAD}<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="ATLAS.ti Win 23.4.0"><Codes>'
        '<Code guid="1FF5" name="Vert" isCodable="true"/></Codes>'
        '<Sets><Set guid="ECA1" name="Rolle"><MemberCode guid="1FF5"/></Set></Sets></CodeBook>'
    )

    codes = read(tmp_path / "a.qdc", "qdc").data.codebook

    assert [(one.code, one.question) for one in codes] == [("vert", "rolle"), ("rolle", "")]


def test_areas_of_pages_pictures_sound_and_film_are_told_and_kept_with_their_place(
    tmp_path: Path,
) -> None:
    coding = '<Coding guid="K{0}"><CodeRef targetGUID="C2"/></Coding>'
    corners = 'firstX="1" firstY="2" secondX="3" secondY="4"'
    inside = (
        '<Sources><TextSource guid="S0" name="Notat"><PlainTextContent>x</PlainTextContent>'
        f"{coding.format(0)}</TextSource>"
        '<PictureSource guid="S1" name="Tavle">'
        f'<PictureSelection guid="P1" {corners}>{coding.format(1)}</PictureSelection>'
        '</PictureSource><PDFSource guid="S2" name="Rapport">'
        f'<PDFSelection guid="P2" page="3" {corners}>{coding.format(2)}</PDFSelection>'
        '<Representation guid="S3"><PlainTextContent>Side tre</PlainTextContent>'
        '<PlainTextSelection guid="P3" startPosition="0" endPosition="4">'
        f"{coding.format(3)}</PlainTextSelection></Representation></PDFSource>"
        '<AudioSource guid="S4" name="Opptak">'
        f'<Transcript guid="S5"><TranscriptSelection guid="P5">{coding.format(5)}'
        "</TranscriptSelection></Transcript>"
        f'<AudioSelection guid="P6" begin="10" end="20">{coding.format(6)}</AudioSelection>'
        '</AudioSource><VideoSource guid="S7" name="Film">'
        f'<VideoSelection guid="P7" begin="1" end="2">{coding.format(7)}</VideoSelection>'
        "</VideoSource></Sources>"
    )

    handed = project(tmp_path, inside)

    bare = "are selected; they have no words here, only their place."
    assert handed.losses == [
        f"1 whole sources {bare}",
        f"1 areas of pictures {bare}",
        f"1 areas of PDF pages {bare}",
        f"1 stretches of transcripts {bare}",
        f"1 stretches of sound {bare}",
        f"1 stretches of film {bare}",
        kept_apart(7, "refi_codings"),
    ]
    kept = handed.data.about.more["refi_codings"]
    assert [(one["source_id"], one.get("page"), one.get("text")) for one in kept] == [
        ("notat", None, None),
        ("tavle", None, None),
        ("rapport", "3", None),
        ("rapport", None, "Side"),
        ("opptak", None, None),
        ("opptak", None, None),
        ("film", None, None),
    ]


def test_cases_variables_links_notes_and_graphs_are_counted_by_kind(tmp_path: Path) -> None:
    value = (
        '<VariableValue><VariableRef targetGUID="V1"/><TextValue>Oslo</TextValue></VariableValue>'
    )
    inside = (
        '<Variables><Variable guid="V1" name="Sted" typeOfVariable="Text"/></Variables>'
        f'<Cases><Case guid="A1" name="Kari">{value}</Case></Cases>'
        f'<Sources><TextSource guid="S1" name="Notat"><NoteRef targetGUID="N1"/>{value}'
        "</TextSource></Sources>"
        '<Notes><Note guid="N1" name="Merknad"/></Notes>'
        '<Links><Link guid="L1" name="støtter" originGUID="A1" targetGUID="S1"/></Links>'
        '<Sets><Set guid="X1" name="Intervjuer"><MemberSource targetGUID="S1"/></Set></Sets>'
        '<Graphs><Graph guid="G1" name="Kart"/></Graphs>'
    )

    handed = project(tmp_path, inside)

    assert handed.losses == [
        "1 notes are not read.",
        "1 graphs are not read.",
        "1 sets of sources or notes are not read.",
        "1 places that a note is tied to are not read.",
        (
            "1 cases stand for other things in each tool, so they are no actors; they are kept "
            "with their variables under «refi_cases» in the descriptor."
        ),
        "1 values of variables on sources are not read.",
        "1 links are not read: they have no kind of tie and no period.",
    ]
    assert handed.data.about.more["refi_cases"] == [{"name": "Kari", "variables": {"Sted": "Oslo"}}]


def test_a_mark_before_the_xml_and_a_macs_shadow_files_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "a.qdpx"
    with ZipFile(path, "w") as archive:
        archive.writestr(
            "project.qde", f"{HEAD}<Project {PROJECT}>{CODES}</Project>".encode("utf-8-sig")
        )
        archive.writestr("__MACOSX/._project.qde", b"\0\5\x16\7")

    assert read(path, "qdpx").data.codebook.cells("code") == ["rolle", "vert"]


TAGS = [
    ("interessant", "Se nærmere på"),
    ("folk", "Folk vi følger"),
    ("interessant.steder", "Hvor de møtes"),
    ("St. Olav", ""),
]
FROM_TAGUETTE = [
    ("interessant", "question", "", "Se nærmere på"),
    ("folk", "category", "", "Folk vi følger"),
    ("steder", "category", "interessant", "Hvor de møtes"),
    ("st_olav", "category", "", ""),
]


def as_csv(path: Path) -> None:
    rows = "".join(f"{name},{told},3\r\n" for name, told in TAGS)
    path.write_text(f"tag,description,number of highlights\r\n{rows}")


def as_workbook(path: Path) -> None:
    book = Workbook()
    for row in [("tag", "description", "number of highlights"), *((*one, 3) for one in TAGS)]:
        book.active.append(row)
    book.save(path)


def as_qdc(path: Path) -> None:
    codes = "".join(
        f'<Code guid="{number}" name="{name}" isCodable="true">'
        f"<Description>{told}</Description></Code>"
        for number, (name, told) in enumerate(TAGS)
    )
    path.write_text(
        f'{HEAD}<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Taguette 1.5.2"><Codes>{codes}'
        "</Codes><Sets/></CodeBook>"
    )


def as_database(path: Path) -> None:
    database = sqlite3.connect(path)
    with database:
        database.executescript(
            "create table projects (id, name, description, created);"
            "create table documents (id, name, description, filename, project_id, contents);"
            "create table tags (id, project_id, path, description);"
            "create table highlights (id, document_id, start_offset, end_offset, snippet);"
            "create table highlight_tags (highlight_id, tag_id);"
            "insert into documents values (1, 'Intervju 1', '', 'a.txt', 1, '<p>Døra</p>');"
            "insert into highlights values (5, 1, 0, 4, 'Døra');"
            "insert into highlight_tags values (5, 1);"
        )
        rows = [(number, 1, *one) for number, one in enumerate(TAGS)]
        database.executemany("insert into tags values (?, ?, ?, ?)", rows)
    database.close()


@pytest.mark.parametrize(
    ("name", "make", "form"),
    [
        ("t.csv", as_csv, "codebook"),
        ("t.xlsx", as_workbook, "codebook"),
        ("t.qdc", as_qdc, "qdc"),
        ("t.sqlite3", as_database, "taguette"),
    ],
)
def test_a_codebook_of_taguette_is_the_same_in_every_form(
    tmp_path: Path, name: str, make: object, form: str
) -> None:
    make(tmp_path / name)  # type: ignore[operator]

    codes = read(tmp_path / name, form).data.codebook

    assert [(one.code, one.level, one.question, one.definition) for one in codes] == FROM_TAGUETTE


def test_a_project_of_taguette_is_known_by_its_tables(tmp_path: Path) -> None:
    as_database(tmp_path / "t.sqlite3")

    handed = read(tmp_path / "t.sqlite3", str(form_of(tmp_path / "t.sqlite3")))

    assert handed.data.sources.cells("label") == ["Intervju 1"]
    assert handed.data.about.more["codings"] == [
        {"source_id": "intervju_1", "category": "folk", "text": "Døra"}
    ]


def qualcoder(folder: Path, *, has_codes_below_codes: bool = False) -> Path:
    """A project as QualCoder keeps it: a folder with a database in it."""
    folder.mkdir()
    database = sqlite3.connect(folder / "data.qda")
    with database:
        database.executescript(
            "create table project (databaseversion, date, memo, about);"
            "create table source (id, name, fulltext, mediapath, memo, owner, date);"
            "create table code_cat (catid, name, owner, date, memo, supercatid);"
            "create table code_name (cid, name, memo, catid, owner, date, color);"
            "create table code_text (cid, fid, seltext, pos0, pos1, owner, date, memo);"
            "create table code_av (avid, id, pos0, pos1, cid);"
            "insert into source values (1, 'Referat', 'Døra er åpen', null, '', 'kari', '');"
            "insert into code_cat values (1, 'Rolle', 'kari', '', 'Hva?', null),"
            " (2, 'I møter', 'kari', '', '', 1);"
            "insert into code_name values (1, 'Vert', 'Ber inn', 2, 'kari', '', '#fff'),"
            " (2, 'Løs', '', null, 'kari', '', '#fff');"
            "insert into code_text values (1, 1, 'Døra', 0, 4, 'kari', '', '');"
            "insert into code_av values (1, 2, 0, 9, 1);"
        )
        if has_codes_below_codes:
            database.executescript(
                "alter table code_name add column supercid;"
                "insert into code_name values (3, 'Frist', '', null, '', '', '', 2);"
            )
    database.close()
    return folder


def test_a_project_folder_of_qualcoder_gives_its_codebook(tmp_path: Path) -> None:
    path = qualcoder(tmp_path / "studie.qda")

    handed = read(path, str(form_of(path)))

    told = [(one.code, one.level, one.question, one.label_nb) for one in handed.data.codebook]
    assert told == [
        ("rolle", "question", "", "Rolle"),
        ("i_møter", "category", "rolle", "I møter"),
        ("vert", "category", "rolle", "I møter / Vert"),
        ("løs", "category", "", "Løs"),
    ]
    assert handed.losses == [
        "what stands at the top with codes below became a question; every other code a category.",
        "1 stretches of sound or film are not read.",
        kept_apart(1, "codings"),
    ]
    assert handed.data.about.more["codings"][0]["text"] == "Døra"


def test_codes_below_codes_in_a_later_version_of_qualcoder_are_read(tmp_path: Path) -> None:
    path = qualcoder(tmp_path / "studie.qda", has_codes_below_codes=True)

    codes = read(path, "qualcoder").data.codebook

    told = [(one.code, one.level, one.question) for one in codes]
    assert told[3:] == [("løs", "question", ""), ("frist", "category", "løs")]


def test_the_command_takes_a_project_folder(tmp_path: Path) -> None:
    path = qualcoder(tmp_path / "studie.qda")

    result = CliRunner().invoke(command, ["import", str(path), "--out", str(tmp_path / "f")])

    assert (result.exit_code, (tmp_path / "f" / "codebook.csv").exists()) == (0, True)


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.qda", "qualcoder"), ("a.sqlite3", "taguette"), ("a.xlsx", "codebook"), ("a.csv", "dna")],
)
@pytest.mark.parametrize("content", [b"", b"\xff\xfe\0junk", b"PK\3\4broken"])
def test_a_broken_file_of_another_tool_is_told_in_a_sentence(
    tmp_path: Path, name: str, form: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)

    with pytest.raises(FieldError, match=name):
        read(tmp_path / name, form)
