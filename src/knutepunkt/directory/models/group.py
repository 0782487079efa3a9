"""What a seeker joins, and what is known about how true it is."""

from typing import ClassVar

from django.db import models

from knutepunkt.directory.enums import Mode, Origin, State
from knutepunkt.directory.models.organisation import Organisation
from knutepunkt.vocabulary.models import Concept


class Edition(models.Model):
    """The number and moment of the latest write to the directory; one row, locked while it lasts.

    Every write takes the next number and stamps it on what it changes. A reader that knows
    everything up to a number asks for what is above it (ADR 0004).
    """

    number = models.BigIntegerField(default=0)
    written_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(id=1), name="only_one_edition"),
        ]

    def __str__(self) -> str:
        return str(self.number)


class Mark(models.Model):
    """A random number for each edition, by which a history is known.

    A directory restored from a backup writes other things under the numbers it takes anew. They
    have other marks, so whoever followed what was lost can be told (ADR 0026).
    """

    edition = models.BigIntegerField(primary_key=True)
    mark = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.edition}: {self.mark}"


class Group(models.Model):
    """A group as its sources, in order of precedence, show it.

    ``own_words`` is a list of ``{"language", "text", "by", "on"}``. ``updated_at`` is when a
    source last changed what it says; ``confirmed_on`` when a human last said it is right.
    ``withdrawn_at`` makes a tombstone: the id stays, nothing else is shown. ``road`` are the nodes
    the group came by, as ``{"node", "site", "source"}``; the last is this one, without its id.
    """

    uid = models.UUIDField(unique=True)
    name = models.TextField()
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="groups"
    )
    own_words = models.JSONField(default=list, blank=True)
    state = models.CharField(max_length=12, choices=State, default=State.ACTIVE)
    mode = models.CharField(max_length=10, choices=Mode, blank=True)
    how_to_join = models.TextField(blank=True)
    fee = models.TextField(blank=True)
    accessibility = models.TextField(blank=True)
    minimum_age = models.PositiveSmallIntegerField(null=True, blank=True)
    maximum_age = models.PositiveSmallIntegerField(null=True, blank=True)
    url = models.TextField(blank=True)
    is_fictitious = models.BooleanField(default=False)
    is_published = models.BooleanField(default=True)
    updated_at = models.DateTimeField(null=True, blank=True)
    confirmed_on = models.DateField(null=True, blank=True)
    added_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    road = models.JSONField(default=list, blank=True)
    edition = models.BigIntegerField(db_index=True)

    class Meta:
        indexes: ClassVar = [
            # Counting and paging what is public reads these numbers instead of whole rows.
            models.Index(
                fields=["id"],
                condition=models.Q(withdrawn_at=None, is_published=True),
                name="public_groups",
            ),
            # Every first page tells whether there are any, and must not look through all for that.
            models.Index(
                fields=["id"],
                condition=models.Q(withdrawn_at=None, is_published=True, is_fictitious=True),
                name="fictitious_groups",
            ),
            # Whoever asks for one by name is told that it has ended.
            models.Index(
                fields=["id"],
                condition=models.Q(withdrawn_at=None, is_published=True, state=State.ENDED),
                name="ended_groups",
            ),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(state__in=State.values), name="state_known"),
            models.CheckConstraint(condition=models.Q(mode__in=Mode.values), name="mode_known"),
            models.CheckConstraint(condition=~models.Q(name=""), name="group_has_a_name"),
            models.CheckConstraint(
                condition=models.Q(minimum_age=None)
                | models.Q(maximum_age=None)
                | models.Q(minimum_age__lte=models.F("maximum_age")),
                name="ages_are_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Classification(models.Model):
    """A concept a group carries: its source's own term, or ours through a mapping."""

    # The unique constraint's index serves the look-ups by group.
    group = models.ForeignKey(Group, models.CASCADE, related_name="classifications", db_index=False)
    concept = models.ForeignKey(Concept, models.PROTECT, related_name="classifications")
    origin = models.CharField(max_length=6, choices=Origin)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["group", "concept"], name="concept_once_per_group"),
        ]

    def __str__(self) -> str:
        return f"{self.group_id}: {self.concept_id}"


class Confirmation(models.Model):
    """Somebody said "still right", apart from any change."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="confirmations")
    by = models.CharField(max_length=300)
    how = models.CharField(
        max_length=10,
        choices=[("own-edit", "own edit"), ("mail", "mail"), ("phone", "phone"), ("feed", "feed")],
    )
    confirmed_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["group", "by", "how", "confirmed_on"], name="confirmed_once_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.confirmed_on} by {self.by}"
