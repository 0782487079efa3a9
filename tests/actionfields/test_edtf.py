from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionfields import moment
from actionfields.edtf import DateError

# As written, the first and last day it can mean; from the examples of EDTF's own levels 0 to 2.
MOMENTS = [
    ("2014", date(2014, 1, 1), date(2014, 12, 31)),
    ("2014-02", date(2014, 2, 1), date(2014, 2, 28)),
    ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
    ("2014-10-27", date(2014, 10, 27), date(2014, 10, 27)),
    ("197X", date(1970, 1, 1), date(1979, 12, 31)),
    ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
    ("2014-21", date(2014, 3, 1), date(2014, 5, 31)),
    ("2014-23", date(2014, 9, 1), date(2014, 11, 30)),
    ("1995/1996", date(1995, 1, 1), date(1996, 12, 31)),
    ("2004/..", date(2004, 1, 1), None),
    ("../1994", None, date(1994, 12, 31)),
    ("2012-10/", date(2012, 10, 1), None),
    ("/2012-10", None, date(2012, 10, 31)),
    ("[2012-10..2014-05]", date(2012, 10, 1), date(2014, 5, 31)),
]
NO_DATES = [
    "", "1970s", "14", "2014-13", "2014-02-30", "2014-5", "..", "/", "../..", "2014/2012",
    "197X-05", "20.09.2014", "2014??", "undated", "２０１４", "[2012]", "0000", "2014/2015/2016",
]  # fmt: skip


@pytest.mark.parametrize(("written", "first", "last"), MOMENTS)
def test_a_date_is_bounded_by_what_it_can_mean(
    written: str, first: date | None, last: date | None
) -> None:
    found = moment(written)

    assert (found.first, found.last, str(found)) == (first, last, written)


@pytest.mark.parametrize("written", NO_DATES)
def test_what_is_no_date_is_refused_in_words(written: str) -> None:
    with pytest.raises(DateError):
        moment(written)


@pytest.mark.parametrize(
    ("written", "uncertain", "approximate"),
    [("2014?", True, False), ("2014~", False, True), ("2014%", True, True), ("2014", False, False)],
)
def test_doubt_is_kept(written: str, *, uncertain: bool, approximate: bool) -> None:
    found = moment(written)

    assert (found.uncertain, found.approximate) == (uncertain, approximate)


def test_an_end_in_doubt_makes_the_stretch_doubtful() -> None:
    assert moment("1995/1996?").uncertain is True


def test_what_may_lie_at_the_same_time_is_said_so() -> None:
    assert moment("2004/..").may_touch(moment("2014-05")) is True


def test_what_cannot_lie_at_the_same_time_is_said_so() -> None:
    assert moment("../1994").may_touch(moment("1995/1996")) is False


@given(st.dates(date(1, 1, 1)))
def test_every_day_of_the_calendar_is_read(day: date) -> None:
    found = moment(day.isoformat())

    assert (found.first, found.last) == (day, day)


@given(st.text("0123456789X-/.?~%[] ", max_size=16))
def test_any_text_is_a_date_or_refused(written: str) -> None:
    try:
        found = moment(written)
    except DateError:
        return

    assert str(found) == written
    assert found.first is None or found.last is None or found.first <= found.last
