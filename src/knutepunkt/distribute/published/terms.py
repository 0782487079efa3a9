"""The concepts groups carry, and the part of the vocabulary that may be public.

A term of a source's own list may be known from a group that is not published: such a list shows
only what a published group carries.
"""

from collections.abc import Iterable, Sequence
from operator import attrgetter

from django.db.models import Exists, OuterRef, Q, QuerySet

from knutepunkt.directory.models import Classification
from knutepunkt.distribute.published.plain import Question
from knutepunkt.distribute.published.records import PublishedTerm
from knutepunkt.vocabulary.models import Concept, Label, Scheme

MOST = 20_000
BY_CODE = attrgetter("scheme", "code")
CARRIED = Question(
    lambda among: Classification.objects.filter(group_id__in=among),
    "group_id", "concept_id", "origin",
)  # fmt: skip
Known = tuple[str, str, str, dict[str, str]]


def public_concepts() -> QuerySet[Concept]:
    """Every concept anybody may see, in no order."""
    carried = Classification.objects.filter(
        concept=OuterRef("pk"), group__withdrawn_at=None, group__is_published=True
    )
    return Concept.objects.filter(~Q(scheme__kind="local") | Q(Exists(carried)))


def public_schemes() -> QuerySet[Scheme]:
    """Every scheme anybody may see: our own, then local, then foreign ones, by id."""
    inside = public_concepts().filter(scheme=OuterRef("pk"))
    shown = Scheme.objects.filter(~Q(kind="local") | Q(Exists(inside)))
    return shown.order_by("-kind", "id")


class Terms:
    """The concepts of groups, batch after batch; remembers those met, up to a number of them."""

    def __init__(self) -> None:
        self.known: dict[tuple[int, str], PublishedTerm] = {}

    def of(self, groups: Sequence[int]) -> dict[int, list[PublishedTerm]]:
        """What each group carries, by scheme and code. One query, three for concepts not met."""
        rows = CARRIED.of(groups)
        self.learn({row[1:] for row in rows})
        found: dict[int, list[PublishedTerm]] = {}
        for group, concept, origin in rows:
            found.setdefault(group, []).append(self.known[concept, origin])
        for carried in found.values():
            carried.sort(key=BY_CODE)
        return found

    def learn(self, wanted: set[tuple[int, str]]) -> None:
        """Look up the concepts not met before."""
        if len(self.known) > MOST:
            self.known.clear()
        new = wanted - self.known.keys()
        if not new:
            return
        concepts = concepts_of({concept for concept, _ in new})
        for concept, origin in new:
            self.known[concept, origin] = PublishedTerm(concept, *concepts[concept], origin)


def concepts_of(ids: Iterable[int]) -> dict[int, Known]:
    """Scheme, code, kind and preferred labels of some concepts. Two queries."""
    wanted = set(ids)
    names: dict[int, dict[str, str]] = {}
    labels = Label.objects.filter(concept_id__in=wanted, kind="preferred").order_by("language")
    for concept, language, text in labels.values_list("concept_id", "language", "text"):
        names.setdefault(concept, {})[language] = text
    rows = Concept.objects.filter(pk__in=wanted).values_list(
        "id", "scheme_id", "code", "scheme__kind"
    )
    return {id_: (scheme, code, kind, names.get(id_, {})) for id_, scheme, code, kind in rows}
