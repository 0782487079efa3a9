from datetime import date, timedelta

import pytest

from knutepunkt.vocabulary import actions, queries
from knutepunkt.vocabulary.errors import VocabularyError
from knutepunkt.vocabulary.models import Concept, Label, Scheme

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 23)


@pytest.fixture
def women() -> Concept:
    return Concept.objects.create(scheme=Scheme.objects.create(id="home", kind="own"), code="women")


@pytest.fixture
def code_w() -> Concept:
    return Concept.objects.create(
        scheme=Scheme.objects.create(id="abroad", kind="foreign"), code="W"
    )


def label(concept: Concept, language: str, text: str, kind: str = "preferred") -> None:
    Label.objects.create(concept=concept, language=language, kind=kind, text=text)


def test_a_concept_that_does_not_exist_is_said_plainly() -> None:
    with pytest.raises(VocabularyError, match="There is no concept “x” in the scheme “home”"):
        queries.concept("home", "x")


@pytest.mark.parametrize("relation", ["exact", "close", "broad"])
def test_these_relations_carry_to_our_own(women: Concept, code_w: Concept, relation: str) -> None:
    actions.map_concepts(code_w, relation, women, author="Kari", made_on=DAY)

    assert queries.counterparts([code_w.pk]) == {code_w.pk: {women.pk}}


@pytest.mark.parametrize("relation", ["narrow", "related"])
def test_these_relations_do_not_carry(women: Concept, code_w: Concept, relation: str) -> None:
    actions.map_concepts(code_w, relation, women, author="Kari", made_on=DAY)

    assert queries.counterparts([code_w.pk]) == {code_w.pk: set()}


@pytest.mark.parametrize(
    ("relation", "carries"),
    [("exact", True), ("close", True), ("narrow", True), ("broad", False), ("related", False)],
)
def test_a_mapping_written_from_our_end_carries_back(
    women: Concept, code_w: Concept, relation: str, carries: bool
) -> None:
    actions.map_concepts(women, relation, code_w, author="Kari", made_on=DAY)

    assert queries.counterparts([code_w.pk]) == {code_w.pk: {women.pk} if carries else set()}


def test_a_concept_of_our_own_is_its_own_counterpart(women: Concept) -> None:
    assert queries.counterparts([women.pk]) == {women.pk: {women.pk}}


def test_counterparts_take_as_many_queries_for_one_as_for_thousands(
    women: Concept, code_w: Concept, django_assert_num_queries: object
) -> None:
    actions.map_concepts(code_w, "exact", women, author="Kari", made_on=DAY)

    with django_assert_num_queries(4):  # type: ignore[operator]
        few = queries.counterparts([code_w.pk])
        many = queries.counterparts(range(code_w.pk, code_w.pk + 40_000))

    assert many[code_w.pk] == few[code_w.pk]


def test_a_term_stays_unmapped_until_somebody_maps_it(women: Concept, code_w: Concept) -> None:
    before = list(queries.unmapped_terms())

    actions.map_concepts(code_w, "related", women, author="Kari", made_on=DAY)

    assert (before, list(queries.unmapped_terms())) == ([code_w], [])


def test_unmapped_terms_stand_by_scheme_and_code(code_w: Concept) -> None:
    actions.take_in_term("local", "b", source="z")
    actions.take_in_term("local", "a", source="z")

    codes = [str(one) for one in queries.unmapped_terms()]

    assert codes == ["abroad:W", "local-z:a", "local-z:b"]


def test_narrower_concepts_are_found_level_by_level(women: Concept) -> None:
    mothers = Concept.objects.create(scheme=women.scheme, code="mothers", broader=women)
    alone = Concept.objects.create(scheme=women.scheme, code="alone", broader=mothers)

    near, far = queries.narrower_of(women), queries.narrower_of(women, transitive=True)

    assert (near, far) == ([mothers], [mothers, alone])


def test_a_name_falls_back_through_the_languages_to_the_code(
    women: Concept, code_w: Concept
) -> None:
    label(women, "en", "Women")
    label(women, "nb", "Kvinner")
    label(code_w, "en", "hidden", kind="hidden")

    names = queries.names_of([women.pk, code_w.pk], "se")

    assert names == {women.pk: "Kvinner", code_w.pk: "W"}


def test_labels_stand_preferred_first(women: Concept) -> None:
    label(women, "nb", "damer", kind="alternative")
    label(women, "nb", "Kvinner")

    assert [one.text for one in queries.labels_of(women)] == ["Kvinner", "damer"]


def test_no_definition_always_stands_first(women: Concept) -> None:
    for owner in ("Ola", "Kari"):
        actions.define(women, "nb", "Noe", owner=owner, dated=DAY)

    firsts = {
        queries.definitions_of(women, DAY + timedelta(days=day))[0].owner for day in range(20)
    }

    assert firsts == {"Kari", "Ola"}


def test_definitions_keep_their_order_for_a_day(women: Concept) -> None:
    for owner in ("Ola", "Kari", "Per"):
        actions.define(women, "nb", "Noe", owner=owner, dated=DAY)

    assert queries.definitions_of(women, DAY) == queries.definitions_of(women, DAY)


def test_the_lexicon_is_one_query(women: Concept, django_assert_num_queries: object) -> None:
    label(women, "nb", "Kvinner")

    with django_assert_num_queries(1):  # type: ignore[operator]
        lexicon = queries.lexicon()

    assert lexicon == [(women.pk, "home", "women", "nb", "preferred", "Kvinner")]
