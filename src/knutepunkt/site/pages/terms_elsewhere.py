"""What others call the same thing, and who says that it is the same."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy

from knutepunkt.search.results import name_in
from knutepunkt.site.words import language, word
from knutepunkt.vocabulary.models import Concept, Mapping
from knutepunkt.vocabulary.queries import names_of

RELATIONS = {
    "exact": gettext_lazy("det samme"),
    "close": gettext_lazy("nesten det samme"),
    "broad": gettext_lazy("noe videre"),
    "narrow": gettext_lazy("noe snevrere"),
    "related": gettext_lazy("noe beslektet"),
}
TURNED = {"broad": "narrow", "narrow": "broad"}


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another list's word, how it answers ours, and who says so."""

    name: str
    scheme: str
    scheme_id: str
    code: str
    relation: str
    author: str
    on: date


def elsewhere(known: Concept) -> list[Elsewhere]:
    """The words of other lists that somebody has tied to a concept. Two queries."""
    either = Q(from_concept=known) | Q(to_concept=known)
    mappings = list(
        Mapping.objects.filter(either)
        .select_related("from_concept__scheme", "to_concept__scheme")
        .order_by("made_on", "id")
    )
    others = [other(mapping, known) for mapping in mappings]
    names = names_of([one.pk for one, _ in others], language())
    return [
        Elsewhere(
            names.get(one.pk, one.code),
            name_in(one.scheme.title, language()) if one.scheme.title else one.scheme_id,
            one.scheme_id,
            one.code,
            word(RELATIONS, relation),
            mapping.author,
            mapping.made_on,
        )
        for mapping, (one, relation) in zip(mappings, others, strict=True)
    ]


def other(mapping: Mapping, known: Concept) -> tuple[Concept, str]:
    """The far end of a mapping, and what it is to the near one."""
    if mapping.from_concept_id == known.pk:
        return mapping.to_concept, mapping.relation
    return mapping.from_concept, TURNED.get(mapping.relation, mapping.relation)
