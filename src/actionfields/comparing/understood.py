"""Shared understanding, agreement and models of a period."""

from collections.abc import Iterator
from dataclasses import dataclass

from actionfields.comparing.heard import categories, seen_at, unnamed, voices
from actionfields.field import Field
from actionfields.measures import (
    Dyads,
    GroupAgreement,
    ModelStances,
    Shared,
    Understanding,
    dyad_agreement,
    group_informed_agreement,
    models_by_period,
    shared_understanding,
)


@dataclass(frozen=True, slots=True)
class Understood:
    """How a period's named actors stand on each category, and apart from them the unnamed.

    ``collective`` has the collectives and the anonymised speakers. A collective is one voice of
    unknown size, never counted among its members; an anonymised speaker may be one of the named.
    """

    named: Understanding
    collective: Understanding

    def of(self, category: str) -> tuple[Shared, Shared]:
        """One category: the named actors, then the unnamed."""
        return self.named.of(category), self.collective.of(category)


def understood(field: Field, period: str, question: str | None = None) -> Understood:
    """Shared understanding in a period, on all categories or those of one question.

    The base is everyone seen in the period; see ``seen_in``.

    >>> import actionfields
    >>> found = understood(actionfields.load("selvhjelp"), "P2")
    >>> found.named.of("collective_mobilisation").supporters
    ('velferdsalliansen', 'batteriet')
    """
    at = field.at(period)
    return heard_by(at, period, seen_at(at, period), question)


def heard_by(at: Field, period: str, base: list[str], question: str | None = None) -> Understood:
    """As ``understood``, with the period cut out and its named actors already found."""
    of, bases = categories(at, question), (base, seen_at(at, period, unnamed))
    named, collective = (shared_understanding(voices(at, actors, of)) for actors in bases)
    return Understood(named, collective)


def agreement(field: Field, period: str, question: str | None = None) -> Dyads:
    """Agreement of each pair of named actors heard in a period.

    >>> import actionfields
    >>> found = agreement(actionfields.load("selvhjelp"), "P2")
    >>> one, other = (found.actors.index(name) for name in ("sit_raad", "batteriet"))
    >>> float(found.congruence[one, other]) > float(found.conflict[one, other])
    True
    """
    at = field.at(period)
    heard = set(at.statements.values("actor_id"))
    actors = [actor for actor in seen_at(at, period) if actor in heard]
    return dyad_agreement(voices(at, actors, categories(field, question)))


def group_agreement(
    field: Field, period: str, by: str = "sphere", question: str | None = None
) -> list[GroupAgreement]:
    """How far every group of named actors agrees to each category that was spoken of in a period.

    ``by`` is the column of actors that declares the groups: ``sphere``, ``actor_type``, ``level``.
    Actors whose cell is empty, or whose sphere can be doubted, are in no group.

    >>> import actionfields
    >>> found = group_agreement(actionfields.load("selvhjelp"), "P2", by="actor_type")
    >>> {one.group for one in found[0].groups} <= {*actionfields.load("selvhjelp").actors.values(
    ...     "actor_type")}
    True
    """
    at = field.at(period)
    heard = set(at.statements.values("actor_id"))
    actors = [actor for actor in seen_at(at, period) if actor in heard]
    rows = zip(
        *(field.actors.values(one) for one in ("actor_id", by, "sphere_uncertain")), strict=True
    )
    groups = {
        name: group for name, group, doubt in rows if group and not (doubt and by == "sphere")
    }
    told = voices(at, actors, categories(field, question))
    found = group_informed_agreement(told, {one: groups[one] for one in actors if one in groups})
    return [one for one in found if any(group.voices for group in one.groups)]


def models(field: Field) -> Iterator[ModelStances]:
    """Who took which stance on each model of coordination in each period."""
    columns = (field.models.values(one) for one in ("model_id", "period", "actor_id", "stance"))
    return models_by_period(zip(*columns, strict=True))
