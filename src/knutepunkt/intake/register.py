"""Questions about sources and runs, and the steward's word on a run that waits."""

from dataclasses import replace
from typing import Any

from django.db.models import Count, Q

from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.models import Rejection, Run, Source
from knutepunkt.directory.actions import vanishing
from knutepunkt.directory.models import Claim
from knutepunkt.intake import flow, quarantine
from knutepunkt.intake.report import Report

LATEST = 50
NAMES = ("statement__group__name", "statement__organisation__name")
REFUSED = ("record", "field", "value", "problem", "who", "raw")


def sources() -> list[dict[str, Any]]:
    """Every source with how many records stand; addresses without their queries."""
    standing = Count("claims", filter=Q(claims__withdrawn_at=None))
    rows = Source.objects.annotate(records=standing).order_by("id")
    return [
        {
            "id": row.pk,
            "name": row.name,
            "kind": row.kind,
            "format": row.format,
            "address": row.address.partition("?")[0],
            "records": row.records,
        }
        for row in rows
    ]


def rejections(source_id: str) -> list[dict[str, Any]]:
    """The refused records of a source. Raises CollectError when there is no such source."""
    if not Source.objects.filter(pk=source_id).exists():
        raise CollectError(f"there is no source “{source_id}”; you: see «knutepunkt sources list».")
    rows = Rejection.objects.filter(source_id=source_id).order_by("id")
    return [dict(row) for row in rows.values(*REFUSED)]


def runs() -> list[dict[str, Any]]:
    """The latest runs, newest first."""
    return [
        {
            "id": run.pk,
            "source": run.source_id,
            "started_at": run.started_at.isoformat(timespec="seconds"),
            "outcome": run.outcome,
            **{name: run.report.get(name, 0) for name in ("created", "changed", "vanished")},
        }
        for run in Run.objects.order_by("-id")[:LATEST]
    ]


def run(number: int) -> dict[str, Any]:
    """One run with every difference. Raises CollectError when there is no such run."""
    found = run_numbered(number)
    rows = [*found.differences.order_by("kind", "record").values("record", "kind", "fields")]
    names = names_of(found.source_id, [row["record"] for row in rows])
    return {
        "id": found.pk,
        "source": found.source_id,
        "started_at": found.started_at.isoformat(timespec="seconds"),
        "outcome": found.outcome,
        "report": found.report,
        "differences": [row | {"name": names.get(row["record"], "")} for row in rows],
    }


def names_of(source_id: str, records: list[str]) -> dict[str, str]:
    """What the groups and organisations of known records are called."""
    found = dict[str, str]()
    for part in vanishing.parts(records):
        rows = Claim.objects.filter(source=source_id, record__in=part).order_by()
        for record, group, owner in rows.values_list("record", *NAMES):
            found[record] = group or owner or ""
    return found


def run_numbered(number: int) -> Run:
    """The run with a number. Raises CollectError."""
    found = Run.objects.filter(pk=number).first()
    if found is None:
        raise CollectError(f"there is no run {number}; you: see «knutepunkt runs list».")
    return found


def accept(number: int, progress: flow.Progress = flow.silent) -> Report:
    """Take in a run that waits, from the bytes that were kept. Raises CollectError."""
    waiting = run_numbered(number)
    if waiting.outcome != Run.Outcome.QUARANTINED:
        raise CollectError(f"run {number} does not wait for anybody; you: see «knutepunkt runs "
                           "list».")  # fmt: skip
    later = Run.objects.filter(source_id=waiting.source_id, pk__gt=number)
    if later.filter(outcome=Run.Outcome.TAKEN_IN).exists():
        raise CollectError(f"a later run of {waiting.source_id} was taken in after run {number}; "
                           "you: collect the source again instead.")  # fmt: skip
    request = replace(
        quarantine.about(waiting.kept_as).request,
        source=waiting.source_id, kept_as=waiting.kept_as, is_accepted=True,
    )  # fmt: skip
    report = flow.collect(request, progress)
    kept_as, waiting.outcome, waiting.kept_as = waiting.kept_as, Run.Outcome.ACCEPTED, ""
    waiting.save(update_fields=["outcome", "kept_as"])
    quarantine.forget(kept_as)
    return report
