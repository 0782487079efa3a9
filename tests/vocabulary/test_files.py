from datetime import date
from pathlib import Path

import pytest

from knutepunkt.vocabulary import files
from knutepunkt.vocabulary.errors import VocabularyError
from knutepunkt.vocabulary.records import LabelRecord, MappingRecord

SCHEME = 'id = "sky"\nkind = "own"\nauthor = "Kari"\ntitle.nb = "Skyer"\n'
CONCEPTS = """
[high]
nb = "Høye skyer"
also.nb = ["fjærskyer"]
typed.nb = ["fjerskyer"]
scope.en = "Far up."

["[low]"]
nb = "Lave skyer"
broader = "high"
"""


def folder(tmp_path: Path, concepts: str = CONCEPTS, mappings: str = "") -> Path:
    (tmp_path / "sky").mkdir()
    (tmp_path / "mappings").mkdir()
    (tmp_path / "sky" / "scheme.toml").write_text(SCHEME)
    (tmp_path / "sky" / "clouds.toml").write_text(concepts)
    (tmp_path / "mappings" / "sky.toml").write_text(
        mappings or 'author = "A"\nmade_on = 2026-01-02'
    )
    return tmp_path


def fault(path: Path) -> str:
    with pytest.raises(VocabularyError) as caught:
        files.read(path)
    return str(caught.value)


def test_labels_of_each_kind_are_read(tmp_path: Path) -> None:
    vocabulary = files.read(folder(tmp_path))

    assert vocabulary.concepts[1].labels == (
        LabelRecord("nb", "alternative", "fjærskyer"),
        LabelRecord("nb", "hidden", "fjerskyer"),
        LabelRecord("nb", "preferred", "Høye skyer"),
    )


def test_quoted_codes_are_kept_letter_by_letter(tmp_path: Path) -> None:
    vocabulary = files.read(folder(tmp_path))

    assert [concept.code for concept in vocabulary.concepts] == ["[low]", "high"]


def test_a_mapping_names_its_author_and_day(tmp_path: Path) -> None:
    mappings = """
author = "Kari"
made_on = 2026-11-23
[[mapping]]
from = "sky:[low]"
relation = "related"
to = "sky:high"
"""

    vocabulary = files.read(folder(tmp_path, mappings=mappings))

    assert vocabulary.mappings == (
        MappingRecord("sky", "[low]", "sky", "high", "Kari", "related", date(2026, 11, 23)),
    )


def test_a_reason_for_no_mapping_lands_on_the_concept(tmp_path: Path) -> None:
    mappings = """
author = "Kari"
made_on = 2026-11-23
[[unmapped]]
code = "sky:high"
reason = "Too high."
"""

    vocabulary = files.read(folder(tmp_path, mappings=mappings))

    assert vocabulary.concepts[1].left_unmapped == "Too high."


def test_a_slip_in_a_key_is_named_with_file_and_concept(tmp_path: Path) -> None:
    path = folder(tmp_path, '[high]\nnb = "Høy"\nbroder = "low"\n')

    assert fault(path) == (
        "sky/clouds.toml: The concept “high” has the unknown key “broder”; "
        "see docs/reference/vocabulary.md."
    )


def test_a_broader_that_does_not_exist_is_named(tmp_path: Path) -> None:
    path = folder(tmp_path, '[high]\nnb = "Høy"\nbroader = "low"\n')

    assert fault(path) == "sky/clouds.toml: The concept “high” is under “low”; which must exist."


def test_a_circle_is_refused(tmp_path: Path) -> None:
    path = folder(tmp_path, '[a]\nnb = "A"\nbroader = "b"\n[b]\nnb = "B"\nbroader = "a"\n')

    assert fault(path) == "The concept “sky:a” stands above itself; mend broader."


def test_a_code_in_two_files_is_refused(tmp_path: Path) -> None:
    path = folder(tmp_path)
    (path / "sky" / "more.toml").write_text('[high]\nnb = "Høy"\n')

    assert fault(path) == ("sky/more.toml: The concept “high” is already in clouds.toml; keep one.")


def test_a_label_that_is_not_text_is_refused(tmp_path: Path) -> None:
    path = folder(tmp_path, "[high]\nnb = 3\n")

    assert fault(path) == (
        "sky/clouds.toml: The concept “high” has a nb that is not text; put it in quotes."
    )


def test_words_without_a_list_are_refused(tmp_path: Path) -> None:
    path = folder(tmp_path, '[high]\nnb = "Høy"\nalso.nb = "oppe"\n')

    assert fault(path) == (
        'sky/clouds.toml: The concept “high” has an also that is not a list; write also.nb = ["…"].'
    )


def test_a_file_that_is_not_toml_names_its_line(tmp_path: Path) -> None:
    path = folder(tmp_path, "[high\n")

    assert fault(path).startswith("sky/clouds.toml is not TOML: ")


def test_a_mapping_to_nothing_names_the_term(tmp_path: Path) -> None:
    mappings = """
author = "Kari"
made_on = 2026-11-23
mapping = [{ from = "sky:high", relation = "exact", to = "sky:gone" }]
"""
    path = folder(tmp_path, mappings=mappings)

    assert fault(path) == (
        "mappings/sky.toml: The term “sky:gone” is not in the data; mend it or add the concept."
    )


def test_a_mapping_without_an_author_is_refused(tmp_path: Path) -> None:
    mappings = """
made_on = 2026-11-23
mapping = [{ from = "sky:high", relation = "exact", to = "sky:[low]" }]
"""
    path = folder(tmp_path, mappings=mappings)

    assert fault(path) == (
        "mappings/sky.toml: The mapping “sky:high” to “sky:[low]” has no author; name who made it."
    )


def test_an_unknown_relation_is_refused(tmp_path: Path) -> None:
    mappings = """
author = "Kari"
made_on = 2026-11-23
mapping = [{ from = "sky:high", relation = "same", to = "sky:[low]" }]
"""
    path = folder(tmp_path, mappings=mappings)

    assert fault(path) == (
        "mappings/sky.toml: The mapping “sky:high” to “sky:[low]” has the relation “same”; "
        "choose exact, close, broad, narrow, related."
    )


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    assert fault(tmp_path).startswith("The folder ")
