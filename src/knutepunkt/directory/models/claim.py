"""What each source says, kept beside what is shown."""

from typing import ClassVar

from django.db import models

from knutepunkt.collect.models import Source
from knutepunkt.directory.models.group import Group
from knutepunkt.directory.models.organisation import Organisation


class Claim(models.Model):
    """One source record as the source says it: every value shown is one among such claims.

    ``statement`` is a ``RecordDraft`` without contacts, which stand apart in ``contacts`` and are
    never published. ``digest`` is of the raw record. ``group_key`` is what records of one group
    share. A record that vanishes is first ``missing_since``; a second run without it makes it
    withdrawn.
    """

    # The unique constraint's index serves the look-ups by source.
    source = models.ForeignKey(Source, models.PROTECT, related_name="claims", db_index=False)
    record = models.TextField()
    digest = models.CharField(max_length=32)
    group = models.ForeignKey(Group, models.PROTECT, null=True, blank=True, related_name="claims")
    group_key = models.CharField(max_length=32, blank=True)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="record_claims"
    )
    statement = models.JSONField()
    contacts = models.JSONField(default=list, blank=True)
    issues = models.JSONField(null=True, blank=True)
    said_on = models.DateTimeField(null=True, blank=True)
    taken_in_at = models.DateTimeField()
    missing_since = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["source", "group_key"], name="claims_of_a_group")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["source", "record"], name="one_claim_per_record"),
            models.CheckConstraint(
                condition=models.Q(withdrawn_at=None) | ~models.Q(missing_since=None),
                name="withdrawn_after_missing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source_id}: {self.record}"


class OrganisationClaim(models.Model):
    """What one source says about one organisation. ``key`` is the source's id or folded name."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="organisation_claims")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="claims")
    key = models.TextField()
    statement = models.JSONField()
    taken_in_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["source", "key"], name="one_claim_per_organisation"),
        ]

    def __str__(self) -> str:
        return f"{self.source_id}: {self.key}"
