"""Mapping files: guessed, written, read again, and refused with a remedy."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.formats.table.guessing import guess
from knutepunkt.collect.formats.table.header_words import WORDS, target_of
from knutepunkt.collect.formats.table.layout import layout
from knutepunkt.collect.formats.table.mapping import as_dict, mapping_from
from knutepunkt.collect.formats.table.targets import BY_NAME, TARGETS
from knutepunkt.collect.formats.table.toml_reading import parse
from knutepunkt.collect.formats.table.toml_writing import as_toml

REFERENCE = Path(__file__).parents[3] / "docs" / "reference" / "mapping-file.md"
HOW_TO = Path(__file__).parents[3] / "docs" / "how-to" / "map-a-table.md"
HEADER = ("Gruppenavn", "Dag", "Epost", "Status", "Rullestol", "Ring", "Rart")
ROWS = [
    ("Morgenfrisk", "Mandag", "kari@example.org", "Hviler", "Ja", "99 99 99 99", 'si "hei"'),
    ("Nattergalen", "Fredag", "ola@example.org", "Aktiv", "Nei", "22 33 44 55", ""),
]
MISTAKES = {
    '[columns]\nname = "A"\nwekday = "Dag"\n': (
        "mapping file, line 3, wekday: there is no target wekday; you: write weekday."
    ),
    '[colums]\nname = "A"\n': (
        "mapping file, line 1, colums: there is no section [colums]; you: write columns."
    ),
    "[columns]\nname = 3\n": (
        'mapping file, line 2, name: write name = "Column" or name = ["Column", "Other column"].'
    ),
    '[values]\ntheme = "x"\n': (
        "mapping file, line 2, theme: write [values.theme] and below it lines such as "
        '"Pauset" = "paused".'
    ),
    '[values.state]\n"Hviler" = "resting"\n': (
        "mapping file, line 1, state: there is no state resting; you: write one of active, "
        "forming, waiting-list, full, paused, closed, ended."
    ),
    '[table]\nseparator = ";;"\n': (
        "mapping file, line 2, separator: a separator is one character, such as ; or \\t."
    ),
    '[table]\nrows = "people"\n': (
        'mapping file, line 2, rows: rows is "groups" or "organisations".'
    ),
    "[columns\n": (
        "the mapping file is not valid TOML: Expected ']' at the end of a table declaration "
        "(at line 1, column 9); you: mend that line."
    ),
}


def problem(text: str) -> str:
    with pytest.raises(CollectError) as caught:
        parse(text)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("Gruppenavn", "name"), ("Gruppenamn", "name"), ("Group Name", "name"),
        ("Gruppenname", "name"),
        ("postalCode", "postal_code"), ("Postnr.", "postal_code"), ("PLZ", "postal_code"),
        ("Klokkeslett", "time"), ("E-post", "contact_email"), ("Ansprechpartner", "contact_name"),
        ("Language(s)", "language"), ("address.street", "address"), ("Beskriving", "own_words"),
        ("Beskrivelse (nynorsk)", "own_words_nn"), ("Beskrivelse en", "own_words_en"),
        ("parent.name", ""), ("Farge", ""), ("Kven er gruppa for?", "target_group"),
        ("Korleis møtest de", "format"), ("Kva kostar det?", "fee"), ("Språk på møta", "language"),
        ("Ämne", "theme"), ("Målgrupp", "target_group"), ("Veckodag", "weekday"),
        ("Tillgänglighet", "accessibility"), ("Skildring", "own_words"),
        ("Hvem kan jeg ringe", ""), ("Tema-id", ""),
    ],
)  # fmt: skip
def test_column_name_tells_its_target(name: str, target: str) -> None:
    assert target_of(name) == target


def test_every_word_stands_under_one_target() -> None:
    counts = Counter(word for words in WORDS.values() for word in words.split("|"))

    assert [word for word, count in counts.items() if count > 1] == []


def test_every_word_stands_under_a_target_that_exists() -> None:
    assert set(WORDS) - set(BY_NAME) == set()


def test_values_tell_what_names_do_not() -> None:
    mapping = guess(HEADER, ROWS)

    assert mapping.columns == {
        "name": ("Gruppenavn",), "weekday": ("Dag",), "contact_email": ("Epost",),
        "state": ("Status",), "yes_no": ("Rullestol",), "contact_phone": ("Ring",),
    }  # fmt: skip


def test_values_tell_how_people_meet_and_a_second_place_is_the_town() -> None:
    header = ("Navn", "Møtested", "Sted", "Art")
    rows = [("Alfa", "Biblioteket", "Bodø", "Vor Ort"), ("Beta", "Kaféen", "Voss", "Online")]

    assert guess(header, rows).columns == {
        "name": ("Navn",), "place": ("Møtested",), "city": ("Sted",), "format": ("Art",),
    }  # fmt: skip


def test_column_of_addresses_is_private_whatever_it_is_called() -> None:
    mapping = guess(("Navn", "Nettside"), [("Morgenfrisk", "kari@example.org")])

    assert mapping.columns == {"name": ("Navn",), "contact_email": ("Nettside",)}


def test_deeper_ids_do_not_take_the_place_of_the_records_own() -> None:
    mapping = guess(("contact.id", "id", "name"), [])

    assert mapping.columns == {"id": ("id",), "name": ("name",)}


def test_written_mapping_is_valid_and_shows_no_contacts() -> None:
    text = as_toml(guess(HEADER, ROWS), HEADER, ROWS)

    assert "example.org" not in text
    assert "99" not in text
    assert parse(text) == guess(HEADER, ROWS)


def test_written_mapping_names_what_was_not_understood() -> None:
    text = as_toml(guess(HEADER, ROWS), HEADER, ROWS)

    assert '#   "Rart"  # such as si "hei"\n' in text
    assert '# "Hviler" = "…"\n' in text


def test_mapping_survives_writing_and_reading() -> None:
    content = {
        "table": {"separator": ";", "header_row": 2, "sheet": 'A "b"', "rows": "organisations"},
        "columns": {"name": ["A", "B"], "own_words_nn": ["C"]},
        "constants": {"country": "NO"},
        "values": {"state": {"hviler": "paused"}},
        "ignore": ["D"],
    }
    mapping = mapping_from(content)

    assert parse(as_toml(mapping, ("A", "B", "C", "D"), [])) == mapping
    assert as_dict(mapping) == content


@pytest.mark.parametrize(("text", "sentence"), MISTAKES.items(), ids=range(len(MISTAKES)))
def test_mistake_is_told_with_line_key_and_remedy(text: str, sentence: str) -> None:
    assert problem(text) == sentence


def test_reference_lists_exactly_the_targets() -> None:
    rows = re.findall(
        r"^\| `([a-z0-9_]+)` \| (.+?) \| (.+?) \|$", REFERENCE.read_text(), re.MULTILINE
    )

    assert [row[0] for row in rows] == [target.name for target in TARGETS]


def test_examples_in_the_documents_are_valid_mapping_files() -> None:
    texts = REFERENCE.read_text() + HOW_TO.read_text()
    examples = re.findall(r"```toml\n(.*?)```", texts, re.DOTALL)

    assert len(examples) > 2
    for example in examples:
        mapping_from(tomllib.loads(example))


def test_word_for_place_alone_is_the_town() -> None:
    mapping = guess(("Navn", "Sted"), [("Morgenfrisk", "Bodø")])

    assert mapping.columns == {"name": ("Navn",), "city": ("Sted",)}


def test_word_for_place_beside_an_address_is_the_venue() -> None:
    mapping = guess(("Navn", "Sted", "Adresse"), [("Morgenfrisk", "Gamle skolen", "Elvegata 3")])

    assert mapping.columns == {"name": ("Navn",), "place": ("Sted",), "address": ("Adresse",)}


def test_times_that_hold_days_are_a_schedule() -> None:
    mapping = guess(("Navn", "Tid"), [("Morgenfrisk", "Mandager kl. 18–20")])

    assert mapping.columns == {"name": ("Navn",), "schedule": ("Tid",)}


def test_parts_of_an_address_are_known_behind_the_word_for_place() -> None:
    assert [target_of("location_address_1"), target_of("venue_postcode")] == [
        "address", "postal_code",
    ]  # fmt: skip


def test_table_that_does_not_fit_can_still_be_shown_for_mending() -> None:
    rows = [("Dag", "Tema"), ("Mandag", "Sorg")]

    found = layout(rows, None, "groups.csv", must_fit=False)

    text = as_toml(found.mapping, found.names, rows[found.skipped :])
    assert '# name = "…"  # which column do people know the group by?' in text


def test_country_code_of_norway_is_no_answer() -> None:
    mapping = guess(("Navn", "Land", "Kode"), [("Morgenfrisk", "NO", "NO")])

    assert mapping.columns == {"name": ("Navn",), "country": ("Land",)}
