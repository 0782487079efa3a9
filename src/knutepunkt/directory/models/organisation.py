"""Who stands behind groups."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import Exact


class Organisation(models.Model):
    """An organisation as its best source shows it.

    ``own_words`` is a list of ``{"language", "text", "by", "on", "read"}``: the organisation's own
    description of itself, never edited here, and the day it was first read here. ``contacts`` are
    private. ``legal_id`` is a Norwegian organisation number, checked by modulus 11 before it is
    stored. ``road`` is as a group's.
    """

    uid = models.UUIDField(unique=True, default=uuid.uuid4)
    name = models.CharField(max_length=500)
    folded_name = models.CharField(max_length=500)
    legal_id = models.CharField(max_length=9, blank=True)
    parent = models.ForeignKey("self", models.SET_NULL, null=True, blank=True)
    own_words = models.JSONField(default=list, blank=True)
    url = models.TextField(blank=True)
    contacts = models.JSONField(default=list, blank=True)
    is_fictitious = models.BooleanField(default=False)
    road = models.JSONField(default=list, blank=True)
    edition = models.BigIntegerField(default=0, db_index=True)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["folded_name"], name="organisation_by_name")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["legal_id"],
                condition=~models.Q(legal_id=""),
                name="one_organisation_per_legal_id",
            ),
            models.CheckConstraint(
                condition=models.Q(legal_id="")
                | (
                    Exact(Length("legal_id"), 9)
                    & models.Q(legal_id__range=("000000000", "999999999"))
                ),
                name="legal_id_has_nine_digits",
            ),
        ]

    def __str__(self) -> str:
        return self.name
