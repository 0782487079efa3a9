"""What was chosen, each with the question that lets go of it again."""

from collections.abc import Iterator
from dataclasses import dataclass

from knutepunkt import gazetteer
from knutepunkt.site.addresses import link_to
from knutepunkt.site.filters import Filter
from knutepunkt.site.question import Question, without


@dataclass(frozen=True, slots=True)
class Chosen:
    """One choice as words, and where one comes by letting go of it."""

    label: str
    url: str


def chosen(question: Question, filters: list[Filter]) -> list[Chosen]:
    """Every choice beyond words and place."""
    return [Chosen(label, link_to(other)) for label, other in without_each(question, filters)]


def without_each(question: Question, filters: list[Filter]) -> Iterator[tuple[str, Question]]:
    """Each choice with the question that is left without it."""
    for one in filters:
        for option in one.options:
            if option.is_chosen and option.value:
                yield option.label, without_option(question, one, option.value)
    for name, known in (("county", gazetteer.county), ("municipality", gazetteer.municipality)):
        code = getattr(question, name)
        if code and (spot := known(code)):
            yield spot.name, without(question, name)


def without_option(question: Question, one: Filter, value: str) -> Question:
    """The question without one option; what is so or not is a field of its own."""
    return without(question, one.name, value) if one.name else without(question, value)
