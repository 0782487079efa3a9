"""Tables: source rows and the drafts they become."""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.collect.drafts import OrganisationDraft, RecordDraft, Term
from knutepunkt.collect.errors import CollectError, RecordRejected
from knutepunkt.collect.formats.base import Sample
from knutepunkt.collect.formats.table import FORMAT, WORKBOOK
from knutepunkt.collect.formats.table.guessing import guess
from knutepunkt.collect.formats.table.mapping import as_text
from knutepunkt.collect.opened import Opened, Options, Reading

SAMPLES = Path(__file__).parent / "samples" / "table"
SPEC = json.loads((SAMPLES / "spec.json").read_text())
NIL = "00000000-0000-0000-0000-000000000000"


def raws(path: Path, mapping: Mapping[str, object] | None = None) -> list[Any]:
    return list(FORMAT.records(Opened({path.name: path}), Options(mapping=mapping or {})))


def raws_of(tmp_path: Path, text: str, mapping: Mapping[str, object] | None = None) -> list[Any]:
    path = tmp_path / "groups.csv"
    path.write_text(text)
    return raws(path, mapping)


def read(raw: Any, reading: Reading | None = None) -> RecordDraft:
    return FORMAT.read(raw, reading or Reading(Options()))


def refusal(tmp_path: Path, text: str, mapping: Mapping[str, object] | None = None) -> str:
    with pytest.raises(CollectError) as caught:
        raws_of(tmp_path, text, mapping)
    return str(caught.value)


def raw_of(**cells: str) -> dict[str, object]:
    mapping = guess(tuple(cells), [tuple(cells.values())])
    return {"mapping": as_text(mapping), "cells": cells}


@pytest.mark.parametrize("row", SPEC, ids=[row["says"] for row in SPEC])
def test_spec(row: dict[str, Any]) -> None:
    draft = read(raw_of(**row["source"]))

    meeting = draft.meetings[0] if draft.meetings else None
    wanted = row["draft"]
    found = wanted and {name: listed(getattr(meeting, name)) for name in wanted}
    assert found == wanted


def listed(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def test_norwegian_table_becomes_a_group_in_its_own_words() -> None:
    draft = read(raws(SAMPLES / "grupper.csv")[0])

    assert draft.group is not None
    assert draft.group.name == "Tirsdagsgruppa"
    assert draft.group.own_words == (("", "Vi møtes og snakker.\nKaffe på bordet."),)
    assert draft.group.fee == "Gratis"
    assert draft.group.url == "https://fjellbekk.example"
    assert draft.group.terms == (
        Term("theme", "Sorg", "Sorg"), Term("theme", "savn", "savn"),
        Term("target-group", "Pårørende", "Pårørende"), Term("target-group", "voksne", "voksne"),
    )  # fmt: skip
    assert draft.organisation == OrganisationDraft("Foreningen Fjellbekk")
    assert draft.said_on == "2026-03-12"
    assert draft.extra == (("Farge", "blå"),)


def test_contacts_are_private_and_nowhere_else() -> None:
    draft = read(raws(SAMPLES / "grupper.csv")[0])

    assert draft.group is not None
    assert draft.group.contacts == (
        ("contact_name", "Kari Eksempel"), ("contact_email", "kari@example.org"),
        ("contact_phone", "99 99 99 99"),
    )  # fmt: skip


def test_meeting_has_place_format_and_terms() -> None:
    meeting = read(raws(SAMPLES / "grupper.csv")[0]).meetings[0]

    assert (meeting.rrule, meeting.start, meeting.minutes) == ("FREQ=WEEKLY;BYDAY=TU", "18:00", 120)
    assert meeting.mode == "in-person"
    assert meeting.place is not None
    assert (meeting.place.name, meeting.place.address, meeting.place.postal_code) == (
        "Gamle skolen", "Skolegata 2", "0150",
    )  # fmt: skip
    assert meeting.terms == (
        Term("format", "Fysisk", "Fysisk"), Term("language", "Norsk", "Norsk"),
        Term("local", "Rullestol", "Rullestol"),
    )  # fmt: skip


def test_second_row_is_paused_hybrid_and_gets_its_zero_back() -> None:
    draft = read(raws(SAMPLES / "grupper.csv")[1])

    assert draft.group is not None
    assert draft.group.state == "paused"
    assert draft.meetings[0].mode == "hybrid"
    assert draft.meetings[0].place is not None
    assert draft.meetings[0].place.postal_code == "0150"


def test_number_in_place_of_a_web_address_is_a_contact() -> None:
    reading = Reading(Options())

    draft = read(raws(SAMPLES / "grupper.csv")[2], reading)

    assert draft.group is not None
    assert (draft.group.url, draft.group.contacts) == ("", (("contact", "ring 22 33 44 55"),))
    assert [issue.field for issue in reading.issues] == ["state", "schedule"]


def test_blank_rows_and_repeated_headers_are_passed_over(tmp_path: Path) -> None:
    found = raws_of(tmp_path, "Navn,Dag\nA gruppe,Mandag\n,\nNavn,Dag\nB gruppe,Tirsdag\n")

    assert [raw["cells"]["Navn"] for raw in found] == ["A gruppe", "B gruppe"]


def test_preamble_is_passed_over_and_told(tmp_path: Path) -> None:
    text = '"Open data.\n\nLicence: free, as in air."\nMade on 1 May\n\nName,City\nBluebell,York\n'
    reading = Reading(Options())

    draft = read(raws_of(tmp_path, text)[0], reading)

    assert draft.group is not None
    assert draft.group.name == "Bluebell"
    assert reading.notices == {"3 rows above the column names were passed over": 1}


def test_table_without_a_header_is_read_by_its_values(tmp_path: Path) -> None:
    draft = read(raws_of(tmp_path, "Bluebell,Monday,18:00\nRobin,Friday,19:00\n")[1])

    assert draft.group is not None
    assert draft.group.name == "Robin"
    assert draft.meetings[0].rrule == "FREQ=WEEKLY;BYDAY=FR"


def test_repeated_column_names_are_told_apart(tmp_path: Path) -> None:
    draft = read(raws_of(tmp_path, "Name,Code,Code\nBluebell,1,2\n")[0])

    assert draft.extra == (("Code", "1"), ("Code (2)", "2"))


def test_surplus_cells_are_kept_with_an_issue(tmp_path: Path) -> None:
    reading = Reading(Options())

    draft = read(raws_of(tmp_path, "Name,City\nBluebell,York,loose,ends\nRobin\n")[0], reading)

    assert draft.extra == (
        ("(beyond the header 1)", "loose"), ("(beyond the header 2)", "ends"),
    )  # fmt: skip
    assert [issue.problem for issue in reading.issues] == ["the row has more cells than the header"]


def test_row_without_a_name_says_who_must_act(tmp_path: Path) -> None:
    raw = raws_of(tmp_path, "Name,Day\nBluebell,Monday\n,Tuesday\n")[1]

    with pytest.raises(RecordRejected) as caught:
        read(raw)

    assert (caught.value.field, caught.value.problem) == ("name", "the row has no name")


def test_nil_ids_are_no_ids(tmp_path: Path) -> None:
    raw = raws_of(tmp_path, f"Guid,Title,Day\n{NIL},Bluebell,Monday\n{NIL},Robin,Friday\n")[0]

    draft = read(raw)

    assert (draft.key, draft.fingerprint) == ("", ("bluebell", "", "FREQ=WEEKLY;BYDAY=MO"))


def test_ids_that_rows_share_are_no_ids(tmp_path: Path) -> None:
    found = raws_of(tmp_path, "Id,Name\n7,Bluebell\n7,Robin\n8,Wren\n")

    assert [read(raw).key for raw in found] == ["", "", "8"]


def test_meeting_of_a_named_group_keeps_both_names(tmp_path: Path) -> None:
    raw = raws_of(tmp_path, "Group,Meeting name,Group ID,Day\nBluebell,Early birds,b1,Monday\n")[0]

    draft = read(raw)

    assert draft.group is not None
    assert (draft.group.name, draft.group.key) == ("Bluebell", "b1")
    assert draft.meetings[0].name == "Early birds"


def test_two_rhythms_are_two_meetings_with_keys_of_their_own() -> None:
    draft = read(raw_of(Navn="Morgenfrisk", Når="Mandag 18.00, fredag 10.00"))

    assert [meeting.key for meeting in draft.meetings] == [
        "FREQ=WEEKLY;BYDAY=MO 18:00", "FREQ=WEEKLY;BYDAY=FR 10:00",
    ]  # fmt: skip


def test_every_other_week_without_a_date_asks_for_one() -> None:
    reading = Reading(Options())

    read(raw_of(Navn="Morgenfrisk", Når="Annenhver onsdag 19.00"), reading)

    assert [issue.problem for issue in reading.issues] == ["nothing says which weeks these are"]


def test_answer_between_yes_and_no_is_kept() -> None:
    mapping = {"columns": {"name": ["Navn"], "yes_no": ["Heis", "Teleslynge"]}}
    cells = {"Navn": "Morgenfrisk", "Heis": "delvis", "Teleslynge": "nei"}

    draft = read({"mapping": json.dumps(mapping), "cells": cells})

    assert draft.group is not None
    assert draft.group.terms == (Term("local", "Heis: delvis", "Heis: delvis"),)


def test_age_in_words_is_kept_beside() -> None:
    draft = read(raw_of(Navn="Morgenfrisk", Aldersgrense="ingen"))

    assert draft.extra == (("minimum_age", "ingen"),)


def test_issues_hold_no_contacts() -> None:
    reading = Reading(Options())

    read(raw_of(Navn="Morgenfrisk", Når="ring Kari 99 99 99 99 eller kari@example.org"), reading)

    assert reading.issues[0].value == "ring Kari – eller –"


def test_passwords_are_taken_out_of_every_text() -> None:
    draft = read(raw_of(Navn="Morgenfrisk", Merknad="Passord: abc123", Farge="PIN-kode: 9876"))

    assert draft.group is not None
    assert "abc123" not in str(draft)
    assert "9876" not in str(draft)


def test_table_of_organisations_has_no_groups(tmp_path: Path) -> None:
    text = (
        "Navn,Organisasjonsnummer,Beskrivelse,Kommune,E-post\nFjellbekk,923 609 016,Vi,Bø,a@b.no\n"
    )

    draft = read(raws_of(tmp_path, text)[0])

    assert draft.group is None
    assert draft.organisation == OrganisationDraft(
        "Fjellbekk", key="923609016", legal_id="923609016", own_words=(("", "Vi"),),
        contacts=(("contact_email", "a@b.no"),),
    )  # fmt: skip
    assert draft.extra == (("Kommune", "Bø"),)


def test_the_users_mapping_goes_before_the_guess(tmp_path: Path) -> None:
    mapping = {
        "columns": {"name": "Hva", "weekday": "X", "state": "S", "own_words_nn": "Om"},
        "constants": {"organisation": "Fjellbekk", "time": "18:00"},
        "values": {"weekday": {"1": "mandag"}, "state": {"hviler": "paused"}},
        "ignore": ["Skrot"],
    }
    text = "Hva,X,S,Om,Skrot\nMorgenfrisk,1,Hviler,Velkomne,zzz\n"

    draft = read(raws_of(tmp_path, text, mapping)[0])

    assert draft.group is not None
    assert (draft.group.state, draft.group.own_words) == ("paused", (("nn", "Velkomne"),))
    assert draft.organisation == OrganisationDraft("Fjellbekk")
    assert (draft.meetings[0].rrule, draft.meetings[0].start) == ("FREQ=WEEKLY;BYDAY=MO", "18:00")
    assert draft.extra == ()


def test_mapped_column_that_is_missing_is_told_with_the_nearest(tmp_path: Path) -> None:
    sentence = refusal(tmp_path, "Gruppenavn,Dag\nA,Mandag\n", {"columns": {"name": "Gruppenamn"}})

    assert sentence == (
        'mapping file, name: the table has no column "Gruppenamn"; you: write Gruppenavn.'
    )


def test_table_without_names_says_what_to_do(tmp_path: Path) -> None:
    assert refusal(tmp_path, "Dag,Tema\nMandag,Sorg\n") == (
        "groups.csv has no column that looks like a name (its columns are Dag, Tema); you: run "
        "`knutepunkt collect FILE --guess-mapping > mapping.toml`, write which column is the name, "
        "and give the file back with --mapping."
    )


@pytest.mark.parametrize(
    ("header", "what"),
    [
        ("id,contact_id,number,extension,number_type", "a list of telephone numbers"),
        ("id,service_id,name,title,email,department", "a list of contact people"),
        ("id,service_id,weekday,opens_at,closes_at", "a list of opening hours"),
        ("taxonomy_id,name,parent_id,parent_name", "a list of words"),
        ("id,service_id,name,description,extent,uri", "a list of areas"),
        ("id,service_id,location_id,phone_id,name,code", "a list of languages"),
    ],
)
def test_part_of_a_larger_set_is_told_as_what_it_is(tmp_path: Path, header: str, what: str) -> None:
    assert refusal(tmp_path, f"{header}\n") == (
        f"groups.csv looks like {what} from a larger set, not like groups; "
        "you: give the whole folder of tables, so that they can be joined."
    )


def test_empty_file_says_who_must_act(tmp_path: Path) -> None:
    assert refusal(tmp_path, "\n\n") == (
        "groups.csv is empty; the feed's owner: check what was saved."
    )


def test_prose_is_no_table(tmp_path: Path) -> None:
    assert refusal(tmp_path, "This is a letter.\nIt has lines.\n").startswith(
        "groups.csv has no row of column names; the feed's owner:"
    )


def test_workbook_and_text_of_the_same_rows_give_the_same_drafts(tmp_path: Path) -> None:
    rows = [["Navn", "Dag", "Klokkeslett", "Postnr"], ["Morgenfrisk", "Mandag", "18:00", "7010"]]
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "groups.xlsx")
    text = "\n".join(map(",".join, rows))

    assert [read(raw) for raw in raws(tmp_path / "groups.xlsx")] == [
        read(raw) for raw in raws_of(tmp_path, text)
    ]


def test_raw_record_holds_only_what_json_knows() -> None:
    found = raws(SAMPLES / "grupper.csv")

    assert json.loads(json.dumps(found)) == found


def test_text_table_and_workbook_are_told_apart() -> None:
    text, book = (Sample("a.csv", "table"),), (Sample("a.xlsx", "table"),)

    said = [FORMAT.recognise(text), FORMAT.recognise(book), WORKBOOK.recognise(book)]

    assert said == ["a.csv is a table", "", "a.xlsx is a workbook"]


def test_folder_of_joined_tables_belongs_to_another_format() -> None:
    samples = (Sample("x/services.csv", "table"), Sample("x/phones.csv", "table"))

    assert FORMAT.recognise(samples) == ""


JSONS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2)
    ),
    max_leaves=4,
)
CELLS = st.sampled_from(sorted({name for row in SPEC for name in row["source"]})) | st.sampled_from(
    ["Breddegrad", "Lengdegrad", "Koordinater", "Alder fra", "Status", "Nettside", "Postnr", "Land"]
)
VALUES = JSONS | st.sampled_from(
    [value for row in SPEC for value in row["source"].values()]
    + ["59,9", "1/2/3", "http://[x", "a@b.no"]
)


@given(st.dictionaries(CELLS, VALUES, min_size=1, max_size=8), st.booleans())
def test_perturbed_rows_are_read_or_rejected(cells: dict[str, object], shared: bool) -> None:
    mapping = as_text(guess(tuple(cells), []))

    with suppress(RecordRejected):
        FORMAT.read(
            {"mapping": mapping, "cells": cells, "id_is_shared": shared}, Reading(Options())
        )


@given(JSONS, JSONS)
def test_records_of_any_shape_are_read_or_rejected(mapping: object, cells: object) -> None:
    with pytest.raises(RecordRejected):
        FORMAT.read({"mapping": mapping, "cells": cells}, Reading(Options()))


def book_of(path: Path, sheets: Mapping[str, list[list[object]]]) -> Path:
    book = openpyxl.Workbook()
    del book["Sheet"]
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


NO_HEADER = (
    "has no row of column names; the feed's owner: put one above the list; you: or name the "
    "columns in a mapping file with header_row = 0."
)
HEADER: list[object] = ["Navn", "Dag", "Tid", "Sted"]


def test_every_sheet_with_groups_is_read(tmp_path: Path) -> None:
    path = book_of(
        tmp_path / "groups.xlsx",
        {
            "Om lista": [["Lista over gruppene våre"]],
            "Nord": [HEADER, ["Alfa", "mandag", "18:00", "Bodø"]],
            "Sør": [HEADER, ["Beta", "tirsdag", "19:00", "Arendal"]],
        },
    )

    found = raws(path)

    assert [read(raw).group.name for raw in found] == ["Alfa", "Beta"]
    assert [raw.get("remarks") for raw in found] == [
        [
            f"{path.name}, sheet Om lista, {NO_HEADER}",
        ],
        None,
    ]


def test_sheet_named_by_the_user_is_read_alone(tmp_path: Path) -> None:
    path = book_of(
        tmp_path / "groups.xlsx",
        {"Nord": [HEADER, ["Alfa", "", "", ""]], "Sør": [HEADER, ["Beta", "", "", ""]]},
    )

    found = raws(path, {"table": {"sheet": "Sør"}, "columns": {"name": "Navn"}})

    assert [read(raw).group.name for raw in found] == ["Beta"]
    assert found[0]["remarks"] == ["the sheets Nord were not read; name one with sheet = …"]


def test_table_that_holds_no_groups_is_told_wherever_it_stands(tmp_path: Path) -> None:
    files = {"a.csv": "Navn;Dag\nAlfa;mandag\n", "b.csv": "\n"}
    for name, text in files.items():
        (tmp_path / name).write_text(text)

    found = list(FORMAT.records(Opened({name: tmp_path / name for name in files}), Options()))

    assert [raw.get("remarks") for raw in found] == [
        ["b.csv is empty; the feed's owner: check what was saved."]
    ]


def test_bar_in_and_or_parts_no_words() -> None:
    raw = raw_of(Name="Elva", Day="Monday", Format="Steps and/or Traditions/Open")

    terms = read(raw).meetings[0].terms

    assert [term.code for term in terms] == ["Steps and/or Traditions", "Open"]


def test_nation_of_the_united_kingdom_is_the_widest_region() -> None:
    raw = raw_of(Name="Elva", Day="Monday", Venue="Hall", County="Gwent", Country="Wales")

    place = read(raw).meetings[0].place

    assert (place and place.region, place and place.country) == ("Wales > Gwent", "GB")


def test_columns_that_were_not_understood_are_named(tmp_path: Path) -> None:
    found = raws_of(tmp_path, "Navn;Dag;Farge\nAlfa;mandag;blå\n")

    assert found[0]["remarks"] == [
        "columns that were not understood are kept beside each record: «Farge»"
    ]
