"""The concepts groups carry, and the part of the vocabulary that may be public.

A term of a source's own list may be known from a group that is not published: such a list shows
only what a published group carries.
"""

from collections.abc import Iterable, Sequence
from operator import attrgetter

from django.db.models import Exists, Func, OuterRef, Q, QuerySet, TextField

from knutepunkt.directory.models import Classification
from knutepunkt.distribute.published.plain import Question, Together
from knutepunkt.distribute.published.records import PublishedTerm
from knutepunkt.vocabulary.models import Concept, Label, Scheme

MOST = 20_000
BY_CODE = attrgetter("scheme", "code")
TOLD = Func(
    "concept_id", "origin", template="%(expressions)s", arg_joiner=" || ' ' || ",
    output_field=TextField(),
)  # fmt: skip
# All that a group carries is one cell: a row for each term costs twice as much.
CARRIED = Question(
    lambda among: Classification.objects.filter(group_id__in=among)
    .values("group_id")
    .annotate(told=Together(TOLD)),
    "group_id", "told",
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
        self.known: dict[str, PublishedTerm] = {}

    def of(self, groups: Sequence[int]) -> dict[int, list[PublishedTerm]]:
        """What each group carries, by scheme and code. One query, three for concepts not met."""
        carried = {group: told.split(",") for group, told in CARRIED.of(groups)}
        self.learn(set().union(*carried.values()))
        known = self.known.__getitem__
        return {group: sorted(map(known, told), key=BY_CODE) for group, told in carried.items()}

    def learn(self, wanted: set[str]) -> None:
        """Look up the concepts not met before, each told as its number and the origin."""
        if len(self.known) > MOST:
            self.known.clear()
        if not (new := wanted - self.known.keys()):
            return
        parts = {told: told.split(" ") for told in new}
        concepts = concepts_of({int(concept) for concept, _ in parts.values()})
        for told, (number, origin) in parts.items():
            concept = int(number)
            self.known[told] = PublishedTerm(concept, *concepts[concept], origin)


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
