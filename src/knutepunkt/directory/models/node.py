"""Who this node is among others."""

import uuid
from typing import ClassVar

from django.db import models


class Node(models.Model):
    """The lasting id of this node: one row, made once, the same wherever the data is moved.

    Records that travel from node to node carry it, so that a node knows its own when they return.
    """

    uid = models.UUIDField(default=uuid.uuid4, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(id=1), name="only_one_node"),
        ]

    def __str__(self) -> str:
        return str(self.uid)
