"""When and where a group meets."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from knutepunkt.collect.models import Source
from knutepunkt.directory.enums import Disclosure, Mode, PointFrom, State
from knutepunkt.directory.models.group import Group


class Place(models.Model):
    """Where people meet. ``digest`` parts places by content, so that one place is one row.

    Degrees are WGS 84. ``municipality`` and ``county`` are Norwegian codes of 2024.
    """

    digest = models.CharField(max_length=32, unique=True)
    name = models.TextField(blank=True)
    address = models.TextField(blank=True)
    postal_code = models.CharField(max_length=40, blank=True)
    city = models.TextField(blank=True)
    region = models.TextField(blank=True)
    country = models.TextField(blank=True)
    municipality = models.CharField(max_length=4, blank=True)
    county = models.CharField(max_length=2, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    point_from = models.CharField(max_length=12, choices=PointFrom, blank=True)
    disclosure = models.CharField(max_length=6, choices=Disclosure, default=Disclosure.EXACT)
    notes = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(latitude=None, longitude=None, point_from="")
                | (
                    # A check that comes out as unknown lets a row pass, so absence is named.
                    models.Q(latitude__isnull=False, longitude__isnull=False)
                    & models.Q(latitude__range=(-90, 90), longitude__range=(-180, 180))
                    & ~models.Q(point_from="")
                ),
                name="point_is_whole_and_has_an_origin",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.address


class Meeting(models.Model):
    """One meeting of a group: a rule, a one-off, or by agreement (see ``MeetingDraft``).

    ``start`` is ``HH:MM`` in ``timezone``; ``terms`` are the record's own, as
    ``[scheme, code, label]``. ``source`` and ``record`` name the source record it came from.
    """

    uid = models.UUIDField(unique=True)
    group = models.ForeignKey(Group, models.CASCADE, related_name="meetings")
    source = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    record = models.TextField(blank=True)
    key = models.TextField(blank=True)
    name = models.TextField(blank=True)
    rrule = models.TextField(blank=True)
    first_on = models.DateField(null=True, blank=True)
    last_on = models.DateField(null=True, blank=True)
    start = models.CharField(max_length=5, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    timezone = models.CharField(max_length=60, blank=True)
    except_on = models.JSONField(default=list, blank=True)
    also_on = models.JSONField(default=list, blank=True)
    mode = models.CharField(max_length=10, choices=Mode, blank=True)
    place = models.ForeignKey(Place, models.PROTECT, null=True, blank=True)
    online_url = models.TextField(blank=True)
    online_notes = models.TextField(blank=True)
    dial_in = models.TextField(blank=True)
    state = models.CharField(max_length=12, choices=State, default=State.ACTIVE)
    notes = models.TextField(blank=True)
    url = models.TextField(blank=True)
    terms = models.JSONField(default=list, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(start="") | ~models.Q(timezone=""), name="a_time_has_a_zone"
            ),
            models.CheckConstraint(
                condition=models.Q(start="")
                | (Exact(Length("start"), 5) & models.Q(start__range=("00:00", "23:59"))),
                name="start_is_a_time_of_day",
            ),
        ]

    def __str__(self) -> str:
        return self.name or str(self.uid)

    @property
    def is_by_agreement(self) -> bool:
        """No rule and no date: people agree when to meet."""
        return not self.rrule and self.first_on is None
