"""Who wants which coordination model, and when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ModelStances:
    """One model in one period: the actors by the stance they took, both in order of mention.

    Stances are the coder's own words (supports, opposes, neutral, not_included, …) and are never
    put on a scale; ``contradictory`` are the actors recorded with more than one.
    """

    model: str
    period: str
    stances: tuple[tuple[str, tuple[str, ...]], ...]

    def actors(self, stance: str) -> tuple[str, ...]:
        """Who took a stance; nobody when nobody is recorded with it."""
        return dict(self.stances).get(stance, ())

    @property
    def contradictory(self) -> tuple[str, ...]:
        """Actors recorded with more than one stance on this model in this period."""
        everyone = [actor for _, actors in self.stances for actor in actors]
        return tuple(dict.fromkeys(one for one in everyone if everyone.count(one) > 1))


def models_by_period(rows: Iterable[tuple[str, str, str, str]]) -> Iterator[ModelStances]:
    """The stances on each model in each period, from rows of (model, period, actor, stance).

    Models and periods come in order of first mention. A period in which nobody is recorded on a
    model is left out: it is silence, not rejection.

    Reference: a plain list of ours, after the chapter's question of who wanted which model.

    >>> rows = [("link", "P2", "sit", "accepts"), ("link", "P2", "vaarres", "contests")]
    >>> [one] = models_by_period(rows)
    >>> one.actors("contests")
    ('vaarres',)
    """
    tables: dict[tuple[str, str], dict[str, dict[str, None]]] = {}
    for model, period, actor, stance in rows:
        tables.setdefault((model, period), {}).setdefault(stance, {})[actor] = None
    for (model, period), table in tables.items():
        stances = tuple((stance, tuple(actors)) for stance, actors in table.items())
        yield ModelStances(model, period, stances)


def champions(
    rows: Iterable[tuple[str, str, str, str]], stance: str = "supports"
) -> dict[str, int]:
    """How many different actors took a stance on each model, whenever; most first, ties by name.

    Numbers of supporters are no ranking of models: a model can be right with one supporter.

    Reference: a plain count of ours over ``models_by_period``.

    >>> rows = [("b", "P1", "x", "supports"), ("b", "P2", "x", "supports")]
    >>> champions([*rows, ("a", "P1", "y", "supports")])
    {'a': 1, 'b': 1}
    """
    found: dict[str, set[str]] = {}
    for model, _, actor, said in rows:
        if said == stance:
            found.setdefault(model, set()).add(actor)
    return {one: len(found[one]) for one in sorted(found, key=lambda one: (-len(found[one]), one))}
