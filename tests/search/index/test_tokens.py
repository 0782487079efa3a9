"""Tokens are found by their letters, and who asks nothing gets the index as it is now."""

from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.search.index import Ask, Record, Row, asked_of, build, change, current, search
from knutepunkt.search.index.numbers import Numbers
from knutepunkt.search.index.record import Level, as_words
from knutepunkt.search.query import Query

tokens = st.text("aå\0b", max_size=10) | st.text(max_size=12)


def group(pk: int, said: list[str]) -> Record:
    words = as_words([(Level.TEXT, said)], Numbers())
    return Record(pk, f"{pk}", b"a", words, ["state:active"], 0, True, [Row()], b"{}")


@given(st.lists(tokens, max_size=30), st.lists(tokens, max_size=5))
def test_a_token_is_found_exactly_when_a_group_has_it(said: list[str], others: list[str]) -> None:
    with TemporaryDirectory() as folder:
        build(Path(folder), [group(1, said)], "", 1)
        found = current(Path(folder))

        counts = [found.count(token) for token in [*said, *others]]

    known = {token.encode("utf-8", "replace") for token in said}
    assert counts == [token.encode("utf-8", "replace") in known for token in [*said, *others]]


def test_who_asks_nothing_is_told_of_every_change(tmp_path: Path) -> None:
    now = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
    ask = Ask(now.date().toordinal(), asked_of(Query(now=now), 0))
    build(tmp_path, [group(1, []), group(2, [])], "", 1)
    before = search(current(tmp_path), ask)

    change(current(tmp_path), [1], [], 2, 0)

    after = search(current(tmp_path), ask)
    assert [(one.total, [*one.facets()]) for one in (before, after)] == [
        (2, [("state", "active", 2)]),
        (1, [("state", "active", 1)]),
    ]
