"""Tables of the vocabulary, shaped after SKOS."""

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from knutepunkt.vocabulary.records import KINDS, LABEL_KINDS, RELATIONS


class Scheme(models.Model):
    """A list of terms that somebody answers for."""

    id = models.CharField(primary_key=True, max_length=100)
    kind = models.CharField(max_length=10)
    title = models.JSONField(default=dict, blank=True)
    description = models.JSONField(default=dict, blank=True)
    author = models.CharField(max_length=200, blank=True)
    licence = models.CharField(max_length=100, blank=True)
    url = models.CharField(max_length=500, blank=True)
    source = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = [
            CheckConstraint(condition=~Q(id=""), name="scheme_has_id"),
            CheckConstraint(condition=Q(kind__in=KINDS), name="scheme_kind_is_known"),
            CheckConstraint(
                condition=Q(kind="local") | Q(source=""), name="scheme_source_only_if_local"
            ),
        ]

    def __str__(self) -> str:
        return self.id


class Concept(models.Model):
    """One term of a scheme, its code kept letter by letter.

    ``left_unmapped`` is null until somebody decides that the term needs no mapping, and says why.
    """

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="concepts")
    code = models.CharField(max_length=200)
    broader = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="narrower"
    )
    scope = models.JSONField(default=dict, blank=True)
    left_unmapped = models.TextField(null=True, blank=True)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["scheme", "code"], name="concept_code_once_in_scheme"),
            CheckConstraint(condition=~Q(code=""), name="concept_has_code"),
            CheckConstraint(condition=~Q(broader=F("id")), name="concept_not_under_itself"),
            CheckConstraint(
                condition=Q(left_unmapped__isnull=True) | ~Q(left_unmapped=""),
                name="concept_left_unmapped_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme_id}:{self.code}"


class Label(models.Model):
    """One word for a concept; hidden ones (inflections, misspellings) only serve the search."""

    concept = models.ForeignKey(Concept, models.CASCADE, related_name="labels")
    language = models.CharField(max_length=35)
    kind = models.CharField(max_length=12)
    text = models.CharField(max_length=300)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["concept", "language", "kind", "text"], name="label_once"),
            UniqueConstraint(
                fields=["concept", "language"],
                condition=Q(kind="preferred"),
                name="label_one_preferred_per_language",
            ),
            CheckConstraint(condition=Q(kind__in=LABEL_KINDS), name="label_kind_is_known"),
            CheckConstraint(condition=~Q(text="") & ~Q(language=""), name="label_is_not_empty"),
        ]

    def __str__(self) -> str:
        return self.text


class Mapping(models.Model):
    """Somebody's statement that one term answers another.

    ``from relation to`` reads as in SKOS: with ``broad``, ``to_concept`` is the broader one.
    """

    from_concept = models.ForeignKey(Concept, models.CASCADE, related_name="mappings_out")
    to_concept = models.ForeignKey(Concept, models.CASCADE, related_name="mappings_in")
    relation = models.CharField(max_length=10)
    author = models.CharField(max_length=200)
    made_on = models.DateField()
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["from_concept", "to_concept", "author"], name="mapping_once_per_author"
            ),
            CheckConstraint(condition=Q(relation__in=RELATIONS), name="mapping_relation_is_known"),
            CheckConstraint(condition=~Q(author=""), name="mapping_has_author"),
            CheckConstraint(
                condition=~Q(from_concept=F("to_concept")), name="mapping_not_to_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_concept_id} {self.relation} {self.to_concept_id}"


class Definition(models.Model):
    """What one owner says a concept means. Many stand side by side; none is preferred."""

    concept = models.ForeignKey(Concept, models.CASCADE, related_name="definitions")
    language = models.CharField(max_length=35)
    text = models.TextField()
    owner = models.CharField(max_length=200)
    dated = models.DateField()
    source = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["concept", "owner", "language", "dated"], name="definition_once_a_day"
            ),
            CheckConstraint(condition=~Q(owner=""), name="definition_has_owner"),
            CheckConstraint(
                condition=~Q(text="") & ~Q(language=""), name="definition_is_not_empty"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.owner}, {self.dated}"


class LastWrite(models.Model):
    """The moment of the latest write to the vocabulary, whatever it changed; one row.

    Whoever keeps something made of the vocabulary compares it with what they made theirs of.
    """

    written_at = models.DateTimeField()

    class Meta:
        constraints = [
            CheckConstraint(condition=Q(id=1), name="only_one_last_write"),
        ]

    def __str__(self) -> str:
        return self.written_at.isoformat()
