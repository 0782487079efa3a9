"""One node follows another: what it takes in, what it leaves out, and what it takes back."""

from pathlib import Path

import pytest

from knutepunkt.collect.formats.knutepunkt.changes import changes_in
from knutepunkt.collect.models import Run, Source
from knutepunkt.collect.opened import Opened
from knutepunkt.directory.models import Claim, Group
from knutepunkt.directory.ourselves import node_id
from knutepunkt.distribute.changes.cursors import cursor_of
from knutepunkt.distribute.changes.reading import lines
from knutepunkt.intake import node_page, nodes, register
from knutepunkt.intake.flow import silent
from knutepunkt.intake.report import Report
from knutepunkt.intake.request import Request
from tests.distribute.made import record, taken_in, withdraw
from tests.distribute.nodes import emptied, everything

pytestmark = pytest.mark.django_db
ADDRESS = "https://a.example/api/changes"


def told(path: Path, since: str = "") -> Path:
    """What this node says has changed, in a file."""
    path.write_bytes(b"".join(lines(cursor_of(since), 1000)))
    return path


def take(path: Path, *, is_dry: bool = False) -> Report:
    """Take in what another node says, as a follower of it."""
    source = Source.objects.filter(pk="a").first()
    source = source or Source(id="a", name="a", kind="aggregator", address=ADDRESS)
    request = Request(ADDRESS, source="a", is_node=True, is_dry=is_dry)
    return nodes.taken_in(source, Opened({path.name: path}), changes_in(path), request, silent)


def test_a_follower_holds_the_same_directory_and_knows_the_road(tmp_path: Path) -> None:
    taken_in(record("Håp"), record("Mot"))
    before, first, path = everything(), node_id(), told(tmp_path / "a.ndjson")
    emptied()

    report = take(path)

    assert (report.created, everything()) == (2, before)
    assert [step["node"] for step in Group.objects.first().road] == [first, ""]  # type: ignore[union-attr]


def test_what_a_node_takes_back_is_gone_at_once(tmp_path: Path) -> None:
    group, _ = taken_in(record("Borte"), record("Mot"))
    cursor = changes_in(told(tmp_path / "a.ndjson")).cursor
    withdraw(group)
    first, later = tmp_path / "a.ndjson", told(tmp_path / "b.ndjson", cursor)
    emptied()
    take(first)

    report = take(later)

    assert report.withdrawn == 1
    assert [one["name"] for one in everything()[0]] == ["Mot"]


def test_what_came_from_here_creates_nothing_when_it_returns(tmp_path: Path) -> None:
    taken_in(record("Håp"))
    path, ours = told(tmp_path / "a.ndjson"), node_id()
    other = "5f0c8f57-3d0c-4d57-9f3c-6f9d31f6a001"
    head, *rest = path.read_text().splitlines()
    path.write_text("\n".join([head.replace(ours, other), *rest]) + "\n")
    claims = Claim.objects.count()

    report = take(path)

    assert (report.created, Claim.objects.count()) == (0, claims)
    assert report.notices == {node_page.ECHO: 1}


def test_a_dry_run_keeps_nothing_and_stands_where_it_stood(tmp_path: Path) -> None:
    taken_in(record("Håp"))
    first = told(tmp_path / "a.ndjson")
    cursor = changes_in(first).cursor
    taken_in(record("Mot"))
    later = told(tmp_path / "b.ndjson", cursor)
    emptied()

    tried = take(first, is_dry=True)
    sources = Source.objects.count()
    take(first)
    again = take(later, is_dry=True)

    assert (tried.created, sources, again.created) == (1, 0, 1)
    assert Source.objects.get().cursor == cursor
    assert [one["name"] for one in everything()[0]] == ["Håp"]


def test_a_page_that_takes_much_back_waits_and_goes_on_when_it_is_accepted(tmp_path: Path) -> None:
    groups = taken_in(*(record(f"Gruppe {number}") for number in range(7)))
    first = told(tmp_path / "a.ndjson")
    cursor = changes_in(first).cursor
    for group in groups[1:]:
        withdraw(group)
    later = told(tmp_path / "b.ndjson", cursor)
    emptied()
    take(first)

    waiting = take(later)
    before = Source.objects.get().cursor, len(everything()[0])
    report = register.accept(waiting.run or 0)

    assert (waiting.is_quarantined, before) == (True, (cursor, 7))
    assert (report.withdrawn, report.is_quarantined) == (6, False)
    assert (Source.objects.get().cursor, len(everything()[0])) == (changes_in(later).cursor, 1)
    assert [run.outcome for run in Run.objects.order_by("pk")] == [
        "taken-in",
        "accepted",
        "taken-in",
    ]
