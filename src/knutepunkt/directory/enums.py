"""Choices of the directory, in the words the data uses."""

from django.db import models


class State(models.TextChoices):
    """Whether a group takes part in the world just now."""

    ACTIVE = "active", "åpen for nye"
    FORMING = "forming", "under oppstart"
    WAITING_LIST = "waiting-list", "venteliste"
    FULL = "full", "full"
    PAUSED = "paused", "har pause"
    CLOSED = "closed", "lukket for nye"
    ENDED = "ended", "avsluttet"


class Mode(models.TextChoices):
    """How people meet; empty when no source says."""

    UNKNOWN = "", "ikke oppgitt"
    IN_PERSON = "in-person", "fysisk"
    ONLINE = "online", "på nett"
    HYBRID = "hybrid", "både fysisk og på nett"


class Disclosure(models.TextChoices):
    """How much of a place may be shown."""

    EXACT = "exact", "nøyaktig"
    AREA = "area", "bare området"
    HIDDEN = "hidden", "skjult"


class PointFrom(models.TextChoices):
    """Where a place's point comes from; empty when it has none."""

    NOWHERE = "", "ikke plassert"
    SOURCE = "source", "kilden"
    POSTAL_CODE = "postal-code", "postnummeret"
    SETTLEMENT = "settlement", "tettstedet"
    MUNICIPALITY = "municipality", "kommunen"


class Origin(models.TextChoices):
    """How a group came by a concept."""

    STATED = "stated", "sagt av kilden"
    MAPPED = "mapped", "oversatt fra kildens ord"
