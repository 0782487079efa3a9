"""From a source's terms to concepts: its own, kept letter by letter, and ours through mappings."""

import re
from collections.abc import Iterable

from django.utils.text import slugify

from knutepunkt.collect.drafts import Term
from knutepunkt.directory.enums import Origin
from knutepunkt.vocabulary import actions, queries
from knutepunkt.vocabulary.models import Concept, Label

Stated = tuple[int, str]
LONGEST_CODE = 200
# The scheme of a source that another node reads.
ELSEWHERE = re.compile(r"local-[a-z0-9-]{1,94}")


class Classifier:
    """Finds the concepts of terms for as long as one write lasts, asking the database once each.

    A term is looked up by its code, case and all; then by its words, or its code as words, among
    the labels of its scheme; an unknown term becomes one of its source's local scheme.
    ``newly_named`` are those of them that had no name before: groups with them read anew.
    """

    def __init__(self) -> None:
        self.found: dict[tuple[str, Term], int] = {}
        self.by_code: dict[tuple[str, str], int] = {}
        self.by_label: dict[tuple[str, str], int] = {}
        self.ours: dict[int, set[int]] = {}
        self.newly_named: set[int] = set()
        self.learn()

    def learn(self) -> None:
        """Read the codes and labels of every scheme that is not local to a source."""
        shared = Concept.objects.exclude(scheme__kind="local")
        for id_, scheme, code in shared.values_list("id", "scheme_id", "code"):
            self.by_code[scheme, code] = id_
        self.ours = queries.counterparts(self.by_code.values())
        for id_, scheme, _code, _language, _kind, text in queries.lexicon():
            self.by_label.setdefault((scheme, text.casefold()), id_)

    def concepts(self, terms: Iterable[tuple[str, Term]]) -> list[Stated]:
        """Concept ids and how the group came by them; what is stated wins over what is mapped."""
        stated = dict.fromkeys(self.concept_of(source, term) for source, term in terms)
        mapped = {
            ours: None
            for id_ in stated
            for ours in sorted(self.counterparts(id_))
            if ours not in stated
        }
        return [(id_, Origin.STATED.value) for id_ in stated] + [
            (id_, Origin.MAPPED.value) for id_ in mapped
        ]

    def concept_of(self, source: str, term: Term) -> int:
        """The id of the concept a source's term is."""
        known = self.found.get((source, term))
        if known is None:
            known = self.by_code.get((term.scheme, term.code)) or self.labelled(term)
            if known is None:
                known, is_newly_named = new_local_concept(source, term)
                self.newly_named |= {known} if is_newly_named else set()
            self.found[source, term] = known
        return known

    def labelled(self, term: Term) -> int | None:
        """The concept whose label in the term's scheme the term's words are, whatever the case."""
        for words in filter(None, (term.label, term.code)):
            if id_ := self.by_label.get((term.scheme, words.casefold())):
                return id_
        return None

    def counterparts(self, concept_id: int) -> set[int]:
        """Our own concepts that a concept maps to."""
        if concept_id not in self.ours:
            self.ours.update(queries.counterparts([concept_id]))
        return self.ours[concept_id]


def new_local_concept(source: str, term: Term) -> tuple[int, bool]:
    """A term nobody knows, kept in the scheme of its source, or in that of the source before it.

    Says too whether it has a name only now.
    """
    list_name = term.scheme.partition(":")[2]
    scheme = "-".join(filter(None, ("local", id_part(source), id_part(list_name))))[:100]
    if ELSEWHERE.fullmatch(term.scheme):
        scheme = term.scheme
    code = written(term.code)[:LONGEST_CODE].strip() or "?"
    label = written(term.label)[:300]
    names = Label.objects.filter(concept__code=code, concept__scheme_id=scheme.rstrip("-"))
    is_newly_named = bool(label) and not names.exists()
    known = actions.take_in_term(scheme.rstrip("-"), code, label, source=source)
    return int(known.pk), is_newly_named


def id_part(text: str) -> str:
    """Small letters, digits and single hyphens of a name."""
    return re.sub(r"[^a-z0-9]+", "-", slugify(text)).strip("-")


def written(text: str) -> str:
    """A text without what cannot be seen or stored."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
