"""Two nodes in one test: what one hands on, another takes in, and both are compared."""

from pathlib import Path
from typing import Any

import msgspec
from django.db import transaction

from knutepunkt.collect.checks import checked
from knutepunkt.collect.child import hashed
from knutepunkt.collect.fingerprint import group_key
from knutepunkt.collect.messages import Read
from knutepunkt.collect.models import Source
from knutepunkt.collect.opened import Opened, Options, Reading
from knutepunkt.collect.registry import BY_NAME
from knutepunkt.directory.actions import taking_in
from knutepunkt.directory.actions.writing import begin
from knutepunkt.directory.models import (
    Claim,
    Classification,
    Confirmation,
    Group,
    Meeting,
    Node,
    Organisation,
    OrganisationClaim,
    Place,
)
from knutepunkt.distribute.published import organisation_stream, stream
from knutepunkt.vocabulary.models import Concept, Label, Scheme
from tests.distribute.made import NOW

TABLES = (Claim, OrganisationClaim, Meeting, Classification, Confirmation, Group, Place,
          Organisation, Node)  # fmt: skip
# What belongs to the node: where it had a point from, too, for a rounded one comes from the other.
OWN = {"number", "added_at", "edition", "claims", "road", "concept", "point_from"}


def emptied() -> None:
    """Make this an empty node: another one, with the same vocabulary."""
    for table in TABLES:
        table._default_manager.all().delete()
    Source.objects.all().delete()
    Label.objects.filter(concept__scheme__kind="local").delete()
    Concept.objects.filter(scheme__kind="local").delete()
    Scheme.objects.filter(kind="local").delete()


def everything() -> tuple[list[Any], list[Any]]:
    """All groups and organisations as anybody may read them, without what is a node's own."""
    found = [sorted(map(bare, read()), key=lambda one: str(one["id"])) for read in
             (stream, organisation_stream)]  # fmt: skip
    return found[0], found[1]


def bare(value: object) -> Any:
    """The value without what belongs to the node."""
    return without_own(msgspec.to_builtins(value))


def without_own(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: without_own(inner) for name, inner in value.items() if name not in OWN}
    return [without_own(one) for one in value] if isinstance(value, (list, tuple)) else value


@transaction.atomic
def taken_in_from(path: Path, format_: str, source: str = "en-annen-node") -> list[str]:
    """Take in a file as an empty node would; returns what readers remarked."""
    found = BY_NAME[format_]
    known, _ = Source.objects.get_or_create(id=source, defaults={"name": source,
                                                                 "kind": "aggregator"})  # fmt: skip
    files = {path.name: path}
    if path.is_dir():
        files = {one.name: one for one in sorted(path.iterdir())}
    reading, reads = Reading(Options()), []
    for raw in found.records(Opened(files), Options()):
        draft = checked(found.read(raw, reading))
        reads.append(Read(draft.key, "0" * 32, hashed(group_key(draft)), draft))
    taking_in.take_in(begin(known, NOW), reads)
    return [str(issue) for issue in reading.issues]


def first_difference(one: Any, other: Any, where: str = "") -> str:
    """Where two nests first differ, for a message that can be read."""
    if isinstance(one, dict) and isinstance(other, dict):
        pairs = [(name, one.get(name), other.get(name)) for name in {**one, **other}]
    elif isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
        if len(one) != len(other):
            return f"{where}: {len(one)} and {len(other)} items: {one} {other}"
        pairs = [(str(number), a, b) for number, (a, b) in enumerate(zip(one, other, strict=True))]
    else:
        return f"{where}: {one!r} and {other!r}"
    return next((first_difference(a, b, f"{where}.{name}") for name, a, b in pairs if a != b), "")
