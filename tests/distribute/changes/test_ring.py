"""Nodes that feed each other in a ring: nothing new comes of it, and nothing lives on in it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models

from knutepunkt.collect.formats.knutepunkt.changes import changes_in
from knutepunkt.collect.models import Source
from knutepunkt.collect.opened import Opened
from knutepunkt.directory.models import Group
from knutepunkt.directory.ourselves import node_id
from knutepunkt.distribute.changes.cursors import cursor_of
from knutepunkt.distribute.changes.reading import lines
from knutepunkt.intake import nodes
from knutepunkt.intake.flow import silent
from knutepunkt.intake.report import Report
from knutepunkt.intake.request import Request
from tests.distribute.made import record, taken_in, withdraw
from tests.distribute.nodes import emptied, everything

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("words")]
Rows = dict[type[models.Model], list[dict[str, Any]]]
RING = ("BA", "CB", "AC", "AB")  # who follows whom: A tells B, B tells C, C tells A, and B tells A


@dataclass
class Nodes:
    """Several nodes that share the test's database in turn; the others' rows are put aside."""

    folder: Path
    now: str = "A"
    aside: dict[str, Rows] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)

    def be(self, name: str) -> None:
        """Go on as another node, empty where it is new."""
        if name == self.now:
            return
        known = [one for one in apps.get_models(include_auto_created=True) if one._meta.managed]
        self.aside[self.now] = {one: list(one._base_manager.values()) for one in known}
        if name in self.aside:
            for model in known:
                model._base_manager.all()._raw_delete(connection.alias)  # type: ignore[attr-defined]
            for model, rows in self.aside.pop(name).items():
                model._base_manager.bulk_create(model(**row) for row in rows)
        else:
            emptied()
        self.now = name

    def begin(self, name: str, *groups: str) -> None:
        """A node with groups of its own."""
        self.be(name)
        taken_in(*(record(group) for group in groups), source="egne")
        self.ids[node_id()] = name

    def follow(self, name: str, other: str) -> Report:
        """Let one node ask another what has changed, once."""
        self.be(name)
        source = Source.objects.filter(pk=other).first()
        source = source or Source(
            id=other, name=other, kind="aggregator", address=f"https://{other}"
        )
        self.be(other)
        path = self.folder / "changes.ndjson"
        path.write_bytes(b"".join(lines(cursor_of(source.cursor), 1000)))
        self.be(name)
        request = Request(source.address, source=other, is_node=True)
        return nodes.taken_in(source, Opened({path.name: path}), changes_in(path), request, silent)

    def round(self, *pairs: str) -> list[tuple[int, int]]:
        """Let each follower of a round ask; returns what was created and withdrawn."""
        reports = [self.follow(*pair) for pair in pairs]
        return [(report.created, report.withdrawn) for report in reports]

    def names(self, node: str) -> list[str]:
        self.be(node)
        return [one["name"] for one in everything()[0]]

    def roads(self) -> dict[str, str]:
        """By which nodes each group came to the node that is now."""
        return {
            group.name: "".join(self.ids[step["node"]] for step in group.road if step["node"])
            for group in Group.objects.filter(withdrawn_at=None).order_by("name")
        }


@pytest.fixture
def ring(tmp_path: Path) -> Nodes:
    found = Nodes(tmp_path)
    found.begin("A", "Håp")
    found.begin("B", "Mot")
    found.begin("C", "Tro")
    for _ in range(2):
        found.round(*RING)
    return found


def test_a_ring_fills_every_node_once_and_is_still_then(ring: Nodes) -> None:
    told = [sorted(ring.names(node)) for node in "ABC"]

    again = ring.round(*RING)

    assert told == [["Håp", "Mot", "Tro"]] * 3
    assert again == [(0, 0)] * 4
    assert [sorted(ring.names(node)) for node in "ABC"] == told


def test_each_node_names_the_origin_and_the_road(ring: Nodes) -> None:
    roads = []
    for node in "ABC":
        ring.be(node)
        roads.append(ring.roads())

    assert roads == [
        {"Håp": "", "Mot": "B", "Tro": "C"},
        {"Håp": "A", "Mot": "", "Tro": "CA"},
        {"Håp": "AB", "Mot": "B", "Tro": ""},
    ]


def test_what_its_origin_changes_and_takes_back_goes_all_the_way_round(ring: Nodes) -> None:
    ring.be("B")
    taken_in(record("Mot", fee="50 kr"), source="egne")
    changed = ring.round(*RING)
    fees = []
    for node in "ABC":
        ring.be(node)
        fees.append(Group.objects.get(name="Mot").fee)
    ring.be("B")
    withdraw(Group.objects.get(name="Mot"))

    for _ in range(2):
        ring.round(*RING)

    assert [created for created, _ in changed] == [0] * 4
    assert fees == ["50 kr"] * 3
    assert [sorted(ring.names(node)) for node in "ABC"] == [["Håp", "Tro"]] * 3


def test_two_nodes_do_not_keep_alive_between_them_what_its_origin_took_back(
    tmp_path: Path,
) -> None:
    three = Nodes(tmp_path)
    three.begin("A", "Mot")
    three.begin("B")
    three.begin("C")
    pairs = ("BA", "CA", "BC", "CB")
    three.round(*pairs)
    three.be("A")
    withdraw(Group.objects.get())

    for _ in range(3):
        three.round(*pairs)

    assert [three.names(node) for node in "ABC"] == [[], [], []]
