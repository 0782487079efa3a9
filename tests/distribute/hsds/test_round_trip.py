"""What a node hands on as HSDS makes the same directory on an empty node, field by field."""

import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import settings as tries
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from knutepunkt.collect.drafts import OrganisationDraft, RecordDraft
from knutepunkt.distribute.exporting import export
from knutepunkt.distribute.formats.registry import format_named
from knutepunkt.distribute.published import Choice
from knutepunkt.intake.flow import collect
from knutepunkt.intake.request import Request
from tests.distribute.drafts import records
from tests.distribute.made import HOUSE, at, load_words, record, taken_in
from tests.distribute.nodes import emptied, everything, first_difference, taken_in_from

SPOKEN = (("nb", '=HYPERLINK("x")\n-ja; @nei'),)
SOME = st.lists(records(), min_size=1, max_size=4, unique_by=lambda one: one.key)


def written(form: str, path: Path) -> None:
    export(format_named(form), path, Choice())


def unpacked(path: Path) -> Path:
    folder = path.with_suffix("")
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
    return folder


# Each example empties the node and fills it again, some tenths of a second.
FEWER = tries(max_examples=tries.default.max_examples // 4)


class TestRoundTrip(TestCase):
    @FEWER
    @given(SOME)
    def test_an_empty_node_takes_in_the_same_directory(self, said: list[RecordDraft]) -> None:
        load_words()
        taken_in(*said)
        with TemporaryDirectory() as folder:
            before, path = everything(), Path(folder) / "all.ndjson"
            written("hsds", path)
            emptied()

            taken_in_from(path, "hsds")

        assert everything() == before, first_difference(everything(), before)

    @FEWER
    @given(SOME)
    def test_tables_make_the_same_directory_too(self, said: list[RecordDraft]) -> None:
        load_words()
        taken_in(*said)
        with TemporaryDirectory() as folder:
            before, path = everything(), Path(folder) / "all.zip"
            written("hsds-csv", path)
            emptied()

            taken_in_from(unpacked(path), "hsds")

        assert everything() == before, first_difference(everything(), before)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("form", ["hsds", "hsds-csv"])
def test_the_file_is_collected_as_it_is(words: None, tmp_path: Path, form: str) -> None:
    owner = OrganisationDraft("Lauget", own_words=SPOKEN)
    taken_in(
        record("=Håp", at(HOUSE, notes="-1"), organisation=owner, own_words=[["nb", "'=x"]]),
        record("-", fee="-", how_to_join="'"),
        RecordDraft("alene", None, organisation=OrganisationDraft("Alene", own_words=SPOKEN)),
    )
    path = tmp_path / f"all.{format_named(form).ending}"
    before = everything()
    written(form, path)
    emptied()

    report = collect(Request(str(path), source="en-annen-node"))

    assert (report.format, report.rejected, report.created) == ("hsds", 0, 3)
    assert everything() == before, first_difference(everything(), before)
