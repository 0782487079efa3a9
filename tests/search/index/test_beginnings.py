"""Names are found by how their words begin as looking at every group would find them."""

from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.search.index import Index, Record, Row, build, change, current, join
from knutepunkt.search.index.beginnings import (
    Begun,
    count_of,
    groups_beginning,
    organisations_beginning,
)
from knutepunkt.search.index.numbers import Numbers
from knutepunkt.search.index.record import as_words
from knutepunkt.search.indexing.documents import name_key
from knutepunkt.search.language.beginnings import beginnings

NAMES = ["Sorg på Ås", "Sorg og sorg", "AA", "Ål", "Ålesund sorggruppe for etterlatte", "Æ", "…"]
PREFIXES = [b"sorg", b"s", b"aa", b"a", "å".encode(), b"aalesund sorggruppe for e", b"x", b"\xff"]
names = st.sampled_from(NAMES)


@st.composite
def named(draw: st.DrawFn, pk: int) -> Record:
    name, owner = draw(names), draw(names)
    return Record(
        pk=pk, uid=f"uid-{pk}", name_key=name_key(name), words=as_words([], Numbers()),
        facets=[f"organisation:{owner}"], confirmed=0, is_open=True, rows=[Row()],
        item=msgspec.json.encode({"name": name, "organisation": owner}),
        begins=beginnings(name), organisation_begins=beginnings(owner),
    )  # fmt: skip


@st.composite
def lots(draw: st.DrawFn) -> list[list[Record]]:
    pks = draw(st.lists(st.lists(st.integers(1, 12), max_size=8, unique=True), max_size=3))
    return [[draw(named(pk)) for pk in lot] for lot in pks]


def written(folder: Path, found: list[list[Record]], gone: set[int], *, is_joined: bool) -> Index:
    build(folder, found[0] if found else [], "", 1)
    index = current(folder)
    for edition, lot in enumerate(found[1:], start=2):
        index = change(index, [record.pk for record in lot], lot, edition, 0)
    index = change(index, gone, [], 9, 0)
    return join(index, index.segments) if is_joined and index.segments else index


def alive(found: list[list[Record]], gone: set[int]) -> list[Record]:
    latest = {record.pk: record for lot in found for record in lot}
    return [record for pk, record in latest.items() if pk not in gone]


def by_looking(pairs: list[tuple[bytes, list[bytes]]], prefix: bytes) -> list[tuple[bytes, int]]:
    """Each name once, by the first of its beginnings, with how many have it."""
    met = sorted((key, name) for name, keys in pairs for key in keys if key[:24].startswith(prefix))
    firsts: dict[bytes, bytes] = {}
    for key, name in met:
        firsts.setdefault(name, key)
    return [(name, met.count((key, name))) for name, key in firsts.items()]


def told(found: list[Begun]) -> list[tuple[bytes, int]]:
    return [(one.name, one.count) for one in found]


@given(lots(), st.sets(st.integers(1, 12), max_size=3), st.booleans(), st.sampled_from(PREFIXES))
def test_the_index_finds_beginnings_as_looking_at_every_group_does(
    found: list[list[Record]], gone: set[int], is_joined: bool, prefix: bytes
) -> None:
    prefix = prefix[:24]
    live = alive(found, gone)
    with TemporaryDirectory() as folder:
        index = written(Path(folder), found, gone, is_joined=is_joined)
        groups = told(list(groups_beginning(index, [prefix])))
        owners = told(list(organisations_beginning(index, [prefix])))
        counts = [count_of(index, f"organisation:{name}") for name in NAMES]

    assert groups == by_looking([(r.name_key, list(r.begins)) for r in live], prefix)
    assert owners == by_looking(
        [(r.facets[0].encode(), list(r.organisation_begins)) for r in live], prefix
    )
    assert counts == [sum(r.facets == [f"organisation:{name}"] for r in live) for name in NAMES]
