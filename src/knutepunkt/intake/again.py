"""A source that answers with the same bytes: nothing is written, but what waits is confirmed."""

from datetime import datetime

import msgspec
from django.db import transaction
from django.utils import timezone as clock

from knutepunkt.collect.drafts import Issue
from knutepunkt.collect.models import Difference, Rejection, Run, Source
from knutepunkt.directory.actions import vanishing
from knutepunkt.directory.actions.writing import begin
from knutepunkt.directory.models import Claim, Classification, Group
from knutepunkt.intake.report import Change, Report
from knutepunkt.intake.task import DEFAULT_ZONE


def same_again(source: Source, *, is_dry: bool) -> Report:
    """The report of a source whose bytes did not change.

    Records that were missing before are missing a second time now, and so are withdrawn; without
    any of those, nothing at all is written.
    """
    standing = Claim.objects.filter(source=source, withdrawn_at=None)
    missing = set(standing.exclude(missing_since=None).values_list("record", flat=True))
    report = counted(source)
    report.withdrawn, report.is_dry = len(missing), is_dry
    if missing and not is_dry:
        with transaction.atomic():
            write = begin(source, clock.now())
            vanishing.withdraw(write, missing)
            report.changes = [Change("withdrawn", record, []) for record in sorted(missing)]
            keep_run(source, source.sha256, report, Run.Outcome.TAKEN_IN, write.moment)
    return report


def counted(source: Source) -> Report:
    """The report that the database gives of an unchanged source."""
    rejections = Rejection.objects.filter(source=source).order_by("id")
    standing = Claim.objects.filter(source=source, missing_since=None)
    # A record that broke is counted as rejected, though its last good version stands.
    present = standing.exclude(record__in=rejections.values("record"))
    unchanged, rejected = present.count(), rejections.count()
    issues = [
        msgspec.convert(issue, Issue)
        for kept in present.exclude(issues=None).order_by("id").values_list("issues", flat=True)
        for issue in kept or ()
    ]
    issues += [
        Issue(*row) for row in rejections.values_list("record", "field", "value", "problem", "who")
    ]
    groups, without_theme = count_groups(source)
    return Report(
        source=source.pk,
        format=source.format,
        reason="the same bytes as last time",
        timezone=source.timezone or f"{DEFAULT_ZONE} (the default)",
        read=unchanged + rejected,
        unchanged=unchanged,
        rejected=rejected,
        groups=groups,
        without_theme=without_theme,
        issues=issues,
    )


def count_groups(source: Source) -> tuple[int, int]:
    """The groups that a source's standing records make, and how many of them have no theme."""
    standing = Claim.objects.filter(source=source, withdrawn_at=None, missing_since=None)
    groups = Group.objects.filter(pk__in=standing.exclude(group=None).values("group"))
    with_theme = Classification.objects.filter(concept__scheme="theme").values("group")
    return groups.count(), groups.exclude(pk__in=with_theme).count()


def keep_run(
    source: Source, sha256: str, report: Report, outcome: str, moment: datetime, kept: str = ""
) -> None:
    """Keep a run with its report, which then carries the run's number, and what it changed."""
    run = Run.objects.create(
        source=source, started_at=moment, outcome=outcome, sha256=sha256, kept_as=kept
    )
    report.run = run.pk
    run.report = report.as_json()
    run.save(update_fields=["report"])
    Difference.objects.bulk_create(
        (Difference(run=run, **change._asdict()) for change in report.changes), batch_size=1000
    )


def settle_waiting_run(source: Source, kept_as: str) -> None:
    """The run whose kept files were taken in no longer waits; its files may be deleted."""
    if kept_as:
        waiting = Run.objects.filter(source=source, outcome=Run.Outcome.QUARANTINED)
        waiting.filter(kept_as=kept_as).update(outcome=Run.Outcome.ACCEPTED, kept_as="")


def keep_waiting_run(source: Source, sha256: str, report: Report) -> None:
    """Keep a run that waits for a steward; the same bytes wait only once.

    A run that a later one overtook can no longer be accepted, so the same bytes wait anew.
    """
    runs = Run.objects.filter(source=source).order_by("-id")
    overtaken = runs.filter(outcome=Run.Outcome.TAKEN_IN).values_list("id", flat=True).first() or 0
    waiting = runs.filter(sha256=sha256, outcome=Run.Outcome.QUARANTINED, id__gt=overtaken).first()
    if waiting is None:
        keep_run(source, sha256, report, Run.Outcome.QUARANTINED, clock.now(), kept=sha256)
    else:
        report.run = waiting.pk
