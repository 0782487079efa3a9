"""Where information comes from: sources, the runs that took them in, and what was refused."""

from typing import ClassVar

from django.db import models


class SourceKind(models.TextChoices):
    """How near a source is to the group. The order is the order of precedence (ADR 0007)."""

    OWN = "own", "the group's or organisation's own edit"
    ORGANISATION = "organisation", "the organisation's feed"
    AGGREGATOR = "aggregator", "a collection of others' information"
    IMPORT = "import", "a file taken in once"


class Source(models.Model):
    """One feed, file or person that says something about groups.

    ``sha256`` is of the bytes and options last taken in, so that the same again writes nothing.
    ``is_node`` says that it is another node, followed from ``cursor`` on.
    ``beside`` are files that belong to the source; ``address`` is a path or a URL.
    """

    id = models.SlugField(primary_key=True, max_length=80)
    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=12, choices=SourceKind)
    address = models.TextField(blank=True)
    is_node = models.BooleanField(default=False)
    cursor = models.TextField(blank=True)
    beside = models.JSONField(default=list, blank=True)
    format = models.CharField(max_length=30, blank=True)
    timezone = models.CharField(max_length=60, blank=True)
    organisation = models.CharField(max_length=300, blank=True)
    mapping = models.JSONField(default=dict, blank=True)
    may_be_private = models.BooleanField(default=False)
    is_fictitious = models.BooleanField(default=False)
    etag = models.CharField(max_length=300, blank=True)
    last_modified = models.CharField(max_length=100, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(kind__in=SourceKind.values), name="source_kind_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.id


class Run(models.Model):
    """One taking-in of a source that changed something or waits for a steward.

    ``report`` is the report as printed; ``kept_as`` names the kept bytes of a quarantined run.
    """

    class Outcome(models.TextChoices):
        TAKEN_IN = "taken-in", "taken in"
        QUARANTINED = "quarantined", "waits for a steward"
        ACCEPTED = "accepted", "was quarantined, then taken in by a steward"

    source = models.ForeignKey(Source, models.CASCADE, related_name="runs")
    started_at = models.DateTimeField()
    outcome = models.CharField(max_length=12, choices=Outcome)
    report = models.JSONField(default=dict)
    sha256 = models.CharField(max_length=64)
    kept_as = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~models.Q(outcome="quarantined") | ~models.Q(kept_as=""),
                name="quarantined_run_keeps_its_bytes",
            ),
        ]

    def __str__(self) -> str:
        return f"run {self.pk} of {self.source_id}"


class Difference(models.Model):
    """What one run changed in one record: field by field, before and after."""

    run = models.ForeignKey(Run, models.CASCADE, related_name="differences")
    record = models.TextField()
    kind = models.CharField(max_length=10)
    fields = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.kind} {self.record}"


class Rejection(models.Model):
    """A record that could not be taken in, kept whole with its reasons until it can."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="rejections")
    record = models.TextField()
    digest = models.CharField(max_length=32)
    raw = models.TextField()
    field = models.CharField(max_length=100)
    value = models.TextField(blank=True)
    problem = models.TextField()
    who = models.TextField()
    first_seen_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["source", "record"], name="one_rejection_per_record"),
        ]

    def __str__(self) -> str:
        return f"{self.record}: {self.problem}"
