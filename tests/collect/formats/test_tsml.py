"""The 12 Step Meeting List table: source rows and the drafts they become."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.collect.drafts import RecordDraft, Term
from knutepunkt.collect.errors import CollectError, RecordRejected
from knutepunkt.collect.formats.base import Sample
from knutepunkt.collect.formats.table import FORMAT as CSV
from knutepunkt.collect.formats.tsml import FORMAT
from knutepunkt.collect.opened import Opened, Options, Reading
from knutepunkt.collect.tables import first_rows

SAMPLE = Path(__file__).parent / "samples" / "tsml" / "meetings.csv"


def raws(path: Path = SAMPLE) -> list[Any]:
    return list(FORMAT.records(Opened({path.name: path}), Options()))


def read(number: int) -> RecordDraft:
    return FORMAT.read(raws()[number], Reading(Options()))


def test_row_is_a_meeting_of_a_group() -> None:
    draft = read(0)

    assert draft.key == "fjordlys"
    assert draft.group is not None
    assert draft.group.name == "Fjordlysgruppa"
    assert (draft.said_on, draft.confirmed_on) == ("2026-03-04T16:50:58+00:00", "2026-02-03")
    assert draft.extra == (("district", "4"),)


def test_when_and_where_are_those_of_meeting_guide() -> None:
    meeting = read(0).meetings[0]

    assert (meeting.rrule, meeting.start, meeting.minutes) == ("FREQ=WEEKLY;BYDAY=MO", "19:30", 60)
    assert meeting.online_url == "https://zoom.us/j/12"
    assert meeting.place is not None
    assert (meeting.place.postal_code, meeting.place.region) == ("5003", "Vestland > Bergen")


def test_types_are_words_in_code_and_label() -> None:
    assert read(0).meetings[0].terms == (
        Term("meeting-guide", "Open", "Open"),
        Term("meeting-guide", "Wheelchair Access", "Wheelchair Access"),
    )


def test_handle_for_payment_is_private() -> None:
    group = read(0).group

    assert group is not None
    assert group.contacts == (("venmo", "@sample"),)


def test_closed_place_pauses_the_meeting() -> None:
    meeting = read(1).meetings[0]

    assert (meeting.rrule, meeting.state) == ("", "paused")


def test_row_without_a_name_is_rejected() -> None:
    with pytest.raises(RecordRejected) as caught:
        read(2)

    assert caught.value.field == "name"


def test_it_goes_before_plain_tables() -> None:
    samples = (Sample(SAMPLE.name, "table", header=first_rows(SAMPLE)),)

    assert FORMAT.recognise(samples) == ("the columns are those of the 12 Step Meeting List table")
    assert FORMAT.score > CSV.score


def test_columns_are_known_in_any_order() -> None:
    header = ("Types", "Updated", "Name", "Slug", "Day")

    assert FORMAT.recognise((Sample("a.csv", "table", header=(header,)),)) != ""


def test_other_tables_are_not_taken() -> None:
    header = ("Name", "Day", "Time", "City", "Types")

    assert FORMAT.recognise((Sample("a.csv", "table", header=(header,)),)) == ""


def test_table_with_other_columns_names_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("Name,City\nBluebell,York\n")

    with pytest.raises(CollectError) as caught:
        raws(path)

    assert str(caught.value) == (
        "other.csv has not the columns of a meeting table; you: try --format csv."
    )


JSONS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=4,
)
KEYS = st.sampled_from(sorted({key for raw in raws() for key in raw}))


@given(st.dictionaries(KEYS, JSONS, max_size=8))
def test_perturbed_rows_are_read_or_rejected(fields: dict[str, object]) -> None:
    with suppress(RecordRejected):
        FORMAT.read({"name": "Bluebell"} | fields, Reading(Options()))
