"""States of the vocabulary: whether the words that an index goes by are still the same."""

from django.db.models import Count, F, Max, Sum

from knutepunkt.search.ready import code_version
from knutepunkt.vocabulary.models import Concept, Label, Mapping


def vocabulary_state() -> str:
    """Changes whenever the words that searches go by do, as far as sums and newest rows tell.

    Words of sources' own schemes do not count: they come with the groups that carry them. What
    stands before the "/" says by which words groups are written, and by which code; what stands
    after it, which terms answer which, matters for who asks alone.
    """
    shared = Label.objects.exclude(concept__scheme__kind="local")
    labels = shared.aggregate(Max("id"), Count("id"))
    concepts = Concept.objects.exclude(scheme__kind="local").aggregate(
        Max("id"), Count("id"), above=Sum(F("id") * F("broader_id"))
    )
    kinds = Mapping.objects.order_by("relation").values_list("relation")
    mappings = kinds.annotate(Max("id"), Count("id"), Sum("from_concept"), Sum("to_concept"))
    numbers = (*labels.values(), *concepts.values())
    written = ":".join([code_version(), *(str(value or 0) for value in numbers)])
    return f"{written}/{':'.join(str(part) for row in mappings for part in row)}"


def writes_alike(one: str, other: str) -> bool:
    """Say whether groups are written the same in two states of the vocabulary."""
    return one.partition("/")[0] == other.partition("/")[0]


def words_state() -> tuple[int | None, ...]:
    """Changes with the vocabulary and with words of sources' own, as ``vocabulary_state`` does."""
    labels = Label.objects.aggregate(Max("id"), Count("id"))
    concepts = Concept.objects.aggregate(Max("id"), Count("id"), Sum("broader_id"))
    return (*labels.values(), *concepts.values())
