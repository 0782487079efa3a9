"""How much time a reading process gets: by bytes, and by lines that may be records."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from knutepunkt.collect.limits import DEFAULT
from knutepunkt.collect.sandbox import lines_of, seconds_for

ROW = "Gruppe 17;Vi møtes og snakker sammen.;Sorg;Mandag;18:00;Bergen"


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_rows_of_a_text_are_counted(tmp_path: Path, end: str, encoding: str) -> None:
    path = tmp_path / "groups.csv"
    path.write_bytes(f"{ROW}{end}".encode(encoding) * 500)

    assert lines_of(path, DEFAULT) == 500


def test_empty_lines_buy_no_time(tmp_path: Path) -> None:
    path = tmp_path / "empty.csv"
    path.write_bytes(b"\n" * DEFAULT.body)

    assert seconds_for(DEFAULT.body, lines_of(path, DEFAULT), DEFAULT) == 91


def test_what_is_packed_has_no_lines(tmp_path: Path) -> None:
    path = tmp_path / "groups.xlsx"
    with ZipFile(path, "w") as archive:
        archive.writestr("rows", f"{ROW}\n" * 500)

    assert lines_of(path, DEFAULT) == 0


def test_narrow_rows_within_the_size_of_a_fetched_feed_get_time_to_be_read() -> None:
    # 0.28 ms a row were measured (docs/explanation/limits.md); others may need three times that.
    assert seconds_for(DEFAULT.body, 40_000, DEFAULT) >= 40_000 * 0.00028 * 3
