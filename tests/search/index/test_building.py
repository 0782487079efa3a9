"""An index that is built by way of drafts is the one that is built at once."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from knutepunkt.search.index import Record, Row, build, changing, current
from knutepunkt.search.index.numbers import Numbers
from knutepunkt.search.index.record import Level, as_words


def group(pk: int, numbers: Numbers[str]) -> Record:
    said = [(Level.TEXT, ["sorg", f"ord{pk % 7}", "sorg"]), (Level.NAME, [f"ord{pk % 3}"])]
    return Record(
        pk, f"{pk}", b"%d" % pk, as_words(said, numbers), [f"fee:{pk % 2}", f"organisation:{pk}"],
        pk, True, [Row(latitude=pk / 2, longitude=1.0)] * (1 + pk % 2), b"{%d}" % pk, [b"%d" % pk],
        [b"o%d" % (pk % 5)],
    )  # fmt: skip


def kept(folder: Path) -> tuple[object, ...]:
    (segment,) = current(folder).segments
    postings = segment.postings
    lists = {
        (token, one.level): one.numbers(segment.size).tolist()
        for place, token in enumerate(postings.tokens())
        for one in postings.at(place)
    }
    names = ("pk", "content", "name_rank", "latitude", "values", "begun_groups", "begun_owners")
    columns = [segment.arrays[name].tolist() for name in names]
    return lists, columns, segment.values, [segment.item(n) for n in range(segment.size)]


def records(tables: Sequence[Numbers[str]]) -> list[Record]:
    return [group(pk, tables[pk % len(tables)]) for pk in range(50)]


@pytest.mark.parametrize(("chunk", "held"), [(50, 4), (7, 100), (7, 2), (1, 1), (25, 2)])
def test_however_many_groups_are_held_the_index_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chunk: int, held: int
) -> None:
    build(tmp_path / "whole", records([Numbers()]), "", 1)
    monkeypatch.setattr(changing, "CHUNK", chunk)
    monkeypatch.setattr(changing, "MOST_HELD", held)

    build(tmp_path / "parts", records([Numbers()]), "", 1)

    assert kept(tmp_path / "parts") == kept(tmp_path / "whole")


def test_tokens_may_be_numbered_anew_between_any_two_groups(tmp_path: Path) -> None:
    build(tmp_path / "one", records([Numbers()]), "", 1)

    build(tmp_path / "three", records([Numbers("savn"), Numbers(), Numbers("ord1")]), "", 1)

    assert kept(tmp_path / "three") == kept(tmp_path / "one")


def test_no_group_at_all_gives_an_index_without_files(tmp_path: Path) -> None:
    build(tmp_path, [], "", 1)

    assert (current(tmp_path).size, list(tmp_path.glob("*.seg"))) == (0, [])
