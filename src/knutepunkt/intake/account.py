"""Keeps the account of one run: what came, what is gone, what was refused, and why."""

from dataclasses import dataclass, field

import msgspec

from knutepunkt.collect.drafts import Issue
from knutepunkt.collect.messages import Batch, Found, Read, Refused
from knutepunkt.collect.models import Rejection, Run
from knutepunkt.directory.actions import identity, taking_in, vanishing
from knutepunkt.directory.actions.writing import Write
from knutepunkt.directory.models import Claim
from knutepunkt.intake import again
from knutepunkt.intake.report import Change, Report
from knutepunkt.intake.task import DEFAULT_ZONE, KnownRecords

# Records written at a time: a query holds only so many keys.
BATCH = 500


@dataclass(slots=True)
class Account:
    """One run while it lasts. ``held`` are new records without ids that may be old ones."""

    write: Write
    known: KnownRecords
    report: Report = field(init=False)
    seen: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    held: list[Read] = field(default_factory=list)
    groups: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        source = self.write.source
        zone = source.timezone or f"{DEFAULT_ZONE} (the default)"
        self.report = Report(source.pk, timezone=zone)

    def format_found(self, found: Found) -> None:
        """Note the format, for this report and for the next run."""
        self.report.format, self.report.reason = found.format, found.reason
        self.write.source.format = found.format

    def take_in(self, batch: Batch) -> None:
        """Take in a batch; records that may be old ones under a new key wait for the end."""
        self.report.unchanged += len(batch.unchanged)
        self.report.rejected += len(batch.refused)
        self.report.read += len(batch.unchanged) + len(batch.read) + len(batch.refused)
        self.seen.update(batch.unchanged)
        self.keep_refused(batch.refused)
        now = [read for read in batch.read if not self.may_be_old(read)]
        self.held += [read for read in batch.read if self.may_be_old(read)]
        self.write_down(now)

    def may_be_old(self, read: Read) -> bool:
        """Say whether a record without an id is new only because something in it changed."""
        return (
            bool(self.known.records)
            and read.key.startswith("fp:")
            and read.key not in self.known.records
            and read.key not in self.known.missing
            and read.key not in self.known.withdrawn
        )

    def write_down(self, reads: list[Read]) -> None:
        """Write records and count what they came to."""
        self.seen.update(read.key for read in reads)
        taken = taking_in.take_in(self.write, reads)
        self.report.created += len(taken.created)
        self.report.changed += len(taken.changed)
        self.report.unchanged += len(taken.unchanged)
        self.report.moved += taken.moved
        self.report.tell([issue for read in reads for issue in read.draft.issues])
        self.groups |= taken.groups if self.known.records else set()
        self.note("changed", taken.changed)
        if self.known.records:
            self.note("created", {key: [] for key in taken.created})

    def note(self, kind: str, records: dict[str, list[dict[str, str]]]) -> None:
        """Remember changes for ``runs show``."""
        self.report.changes += [Change(kind, record, said) for record, said in records.items()]

    def keep_refused(self, refused: list[Refused]) -> None:
        """Keep refused records whole; one that was refused before is only brought up to date."""
        self.refused.update(one.key for one in refused)
        self.report.tell([one.issue for one in refused])
        Rejection.objects.bulk_create(
            [rejection(self.write, one) for one in refused],
            update_conflicts=True,
            unique_fields=["source", "record"],
            update_fields=["digest", "raw", "field", "value", "problem", "who"],
        )

    def closed(self, sha256: str) -> Report:
        """Settle what can only be known at the end, and return the report."""
        gone = self.known.records - self.seen - self.refused
        confirmed = self.known.missing - self.seen - self.refused
        if self.held:
            living = identity.take_over(self.write, self.held, gone | confirmed)
            gone, confirmed = gone - living, confirmed - living
            for start in range(0, len(self.held), BATCH):
                self.write_down(self.held[start : start + BATCH])
        self.settle_missing(gone, confirmed)
        identity.part_groups(self.write, self.groups)
        self.settle_refused()
        self.report.tell(standing_issues(self.write, self.seen, self.report.issues))
        self.report.groups, self.report.without_theme = again.count_groups(self.write.source)
        self.write.source.sha256 = sha256
        self.write.source.save()
        return self.report

    def settle_missing(self, gone: set[str], confirmed: set[str]) -> None:
        """Newly missing records wait; those missing a second time are withdrawn."""
        vanishing.mark_missing(self.write, gone)
        vanishing.withdraw(self.write, confirmed)
        vanishing.welcome_back(self.write, self.known.missing & self.refused)
        self.report.missing, self.report.withdrawn = len(gone), len(confirmed)
        self.note("missing", {key: [] for key in sorted(gone)})
        self.note("withdrawn", {key: [] for key in sorted(confirmed)})

    def settle_refused(self) -> None:
        """Forget rejections of records that were taken in or are no longer sent."""
        over = self.known.refused - self.refused
        for part in vanishing.parts(sorted(over)):
            Rejection.objects.filter(source=self.write.source, record__in=part).delete()

    def keep_run(self, sha256: str) -> None:
        """Keep the run and what it changed."""
        source, moment = self.write.source, self.write.moment
        again.keep_run(source, sha256, self.report, Run.Outcome.TAKEN_IN, moment)


def rejection(write: Write, one: Refused) -> Rejection:
    """The row of a refused record."""
    return Rejection(
        source=write.source,
        record=one.key,
        digest=one.digest,
        raw=one.raw,
        field=one.issue.field,
        value=one.issue.value,
        problem=one.issue.problem,
        who=one.issue.who,
        first_seen_at=write.moment,
    )


def standing_issues(write: Write, seen: set[str], said: list[Issue]) -> list[Issue]:
    """Issues of records that were not read again because they did not change."""
    told = {issue.record for issue in said}
    rows = Claim.objects.filter(source=write.source, withdrawn_at=None, missing_since=None)
    kept = rows.exclude(issues=None).order_by("id").values_list("record", "issues")
    return [
        msgspec.convert(issue, Issue)
        for record, issues in kept.iterator()
        if record in seen and record not in told
        for issue in issues or ()
    ]
