import pytest
from django.db import IntegrityError

from knutepunkt.vocabulary.models import Concept, Definition, Label, Mapping, Scheme

pytestmark = pytest.mark.django_db

TODAY = "2026-11-23"


@pytest.fixture
def scheme() -> Scheme:
    return Scheme.objects.create(id="other", kind="foreign")


@pytest.fixture
def concept(scheme: Scheme) -> Concept:
    return Concept.objects.create(scheme=scheme, code="W")


@pytest.fixture
def neighbour(scheme: Scheme) -> Concept:
    return Concept.objects.create(scheme=scheme, code="M")


def test_codes_that_differ_in_case_are_two_concepts(concept: Concept) -> None:
    Concept.objects.create(scheme=concept.scheme, code="w")

    assert Concept.objects.get(code="w").pk != Concept.objects.get(code="W").pk


def test_a_code_stands_once_in_a_scheme(concept: Concept) -> None:
    with pytest.raises(IntegrityError):
        Concept.objects.create(scheme=concept.scheme, code="W")


def test_a_concept_needs_a_code(scheme: Scheme) -> None:
    with pytest.raises(IntegrityError):
        Concept.objects.create(scheme=scheme, code="")


def test_a_concept_cannot_stand_under_itself(concept: Concept) -> None:
    concept.broader = concept

    with pytest.raises(IntegrityError):
        concept.save()


def test_leaving_a_term_unmapped_needs_a_reason(concept: Concept) -> None:
    concept.left_unmapped = ""

    with pytest.raises(IntegrityError):
        concept.save()


def test_a_scheme_has_a_known_kind() -> None:
    with pytest.raises(IntegrityError):
        Scheme.objects.create(id="odd", kind="official")


def test_only_a_local_scheme_names_a_source() -> None:
    with pytest.raises(IntegrityError):
        Scheme.objects.create(id="odd", kind="own", source="a-feed")


def test_a_language_has_one_preferred_label(concept: Concept) -> None:
    Label.objects.create(concept=concept, language="nb", kind="preferred", text="Kvinner")

    with pytest.raises(IntegrityError):
        Label.objects.create(concept=concept, language="nb", kind="preferred", text="Damer")


def test_a_language_has_many_alternative_labels(concept: Concept) -> None:
    Label.objects.create(concept=concept, language="nb", kind="alternative", text="Damer")
    Label.objects.create(concept=concept, language="nb", kind="alternative", text="Jenter")

    assert concept.labels.count() == 2


def test_a_mapping_needs_an_author(concept: Concept, neighbour: Concept) -> None:
    with pytest.raises(IntegrityError):
        Mapping.objects.create(
            from_concept=concept, to_concept=neighbour, relation="close", author="", made_on=TODAY
        )


def test_two_authors_may_map_the_same_terms(concept: Concept, neighbour: Concept) -> None:
    for author in ("Ola", "Kari"):
        Mapping.objects.create(
            from_concept=concept,
            to_concept=neighbour,
            relation="close",
            author=author,
            made_on=TODAY,
        )

    assert concept.mappings_out.count() == 2


def test_a_concept_is_not_mapped_to_itself(concept: Concept) -> None:
    with pytest.raises(IntegrityError):
        Mapping.objects.create(
            from_concept=concept, to_concept=concept, relation="exact", author="Kari", made_on=TODAY
        )


def test_a_definition_needs_an_owner(concept: Concept) -> None:
    with pytest.raises(IntegrityError):
        Definition.objects.create(concept=concept, language="nb", text="Noe", owner="", dated=TODAY)
