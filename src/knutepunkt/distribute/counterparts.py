"""Our terms in the words of a foreign scheme, by the mappings that stand in the vocabulary."""

from django.db.models import Q

from knutepunkt.vocabulary.models import Mapping

SAME = ("exact", "close")


def counterparts_in(scheme: str) -> dict[str, dict[str, str]]:
    """For each of our schemes, code by code, the code of a foreign scheme that means the same.

    Where several do, an exact one wins, then the code that sorts first. One query.
    """
    rows = Mapping.objects.filter(
        Q(from_concept__scheme_id=scheme, to_concept__scheme__kind="own"), relation__in=SAME
    ).values_list("relation", "from_concept__code", "to_concept__scheme_id", "to_concept__code")
    found: dict[str, dict[str, str]] = {}
    for _, foreign, own_scheme, own in sorted(rows, key=lambda row: (SAME.index(row[0]), row[1])):
        found.setdefault(own_scheme, {}).setdefault(own, foreign)
    return found
