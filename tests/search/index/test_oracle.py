"""Whatever is asked of whatever groups, the index answers as looking at every group does."""

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from knutepunkt.search.answering.answers import Put, put
from knutepunkt.search.answering.beside import Other
from knutepunkt.search.index import Index, build, change, current, join
from knutepunkt.search.index.record import Record
from knutepunkt.search.meaning import Meaning
from knutepunkt.search.query import Query
from tests.search.index.made import LEXICON, directories, meanings, nows, queries
from tests.search.index.oracle import Oracle


def written(folder: Path, lots: list[list[Record]], gone: set[int], *, is_joined: bool) -> Index:
    build(folder, lots[0] if lots else [], "", 1)
    index = current(folder)
    for edition, lot in enumerate(lots[1:], start=2):
        index = change(index, [record.pk for record in lot], lot, edition, 0)
    index = change(index, gone, [], 9, 0)
    return join(index, index.segments) if is_joined and index.size else index


def alive(lots: list[list[Record]], gone: set[int]) -> list[Record]:
    latest = {record.pk: record for lot in lots for record in lot}
    return [record for pk, record in latest.items() if pk not in gone]


def pages(index: Index, query: Query, meaning: Meaning) -> list[int]:
    """All hits, read page by page."""
    found: list[int] = []
    while True:
        answer = put(index, query, meaning, LEXICON)
        found += keys(answer)
        if not answer.cursor:
            return found
        query = replace(query, cursor=answer.cursor)


def keys(answer: Put) -> list[int]:
    return [hit.after.pk for hit in answer.hits]


@given(st.data(), directories(), st.sets(st.integers(1, 12), max_size=3), nows, st.booleans())
def test_the_index_answers_as_looking_at_every_group_does(
    data: st.DataObject, lots: list[list[Record]], gone: set[int], now: datetime, is_joined: bool
) -> None:
    oracle = Oracle(alive(lots, gone), LEXICON, now)
    with TemporaryDirectory() as folder:
        index = written(Path(folder), lots, gone, is_joined=is_joined)
        for _ in range(4):
            query, meaning = data.draw(queries(now)), data.draw(meanings())
            if len(meaning.needs) > 1 and not oracle.total(query, meaning):
                continue  # then some of the words must do, which a test of its own looks at

            answer = put(index, query, meaning, LEXICON)

            assert answer.answered.total == oracle.total(query, meaning)
            assert pages(index, query, meaning) == oracle.in_order(query, meaning)
            found = {(facet, value): n for facet, value, n in answer.answered.facets()}
            expected = {
                pair: count
                for pair in oracle.values()
                if (count := oracle.count(*pair, query, meaning))
            }
            assert found == expected


@given(st.data(), directories(), nows)
def test_what_is_asked_beside_is_counted_as_if_asked_by_itself(
    data: st.DataObject, lots: list[list[Record]], now: datetime
) -> None:
    with TemporaryDirectory() as folder:
        index = written(Path(folder), lots, set(), is_joined=False)
        for _ in range(4):
            query, meaning = data.draw(queries(now)), data.draw(meanings())
            circles = st.sampled_from([None, 1.0, 30.0, 400.0] if query.point else [query.within])
            others = data.draw(st.lists(st.builds(Other, circles, st.sampled_from([None, 0, 7]))))

            answer = put(index, query, meaning, LEXICON, others)

            changed = [replace(query, **other._asdict()) for other in others]
            assert answer.others == tuple(
                put(index, one, meaning, LEXICON).answered.total for one in changed
            )
