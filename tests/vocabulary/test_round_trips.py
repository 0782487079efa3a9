"""What is written can be read back the same, in every format."""

from datetime import date

import pytest
from hypothesis import given, settings

from knutepunkt.vocabulary import actions, files
from knutepunkt.vocabulary.checks import check
from knutepunkt.vocabulary.export import FORMATS, WRITERS, Format, exported, stored
from knutepunkt.vocabulary.importing import read, take_in_file
from knutepunkt.vocabulary.models import Concept, Scheme
from knutepunkt.vocabulary.queries import concept
from knutepunkt.vocabulary.reading import Reading, Unsigned
from knutepunkt.vocabulary.records import (
    ConceptRecord,
    DefinitionRecord,
    LabelRecord,
    MappingRecord,
    SchemeRecord,
    Vocabulary,
)
from tests.vocabulary.made import vocabularies

BASE = "https://node.example/"
UNSIGNED = Unsigned(on=date(2000, 1, 1))
DAY = date(2026, 11, 23)
ODD = Vocabulary(
    schemes=(SchemeRecord("abroad", "foreign"), SchemeRecord("home", "own", "Kari")),
    concepts=(
        ConceptRecord("abroad", "[open]", labels=(LabelRecord("en", "hidden", "opne"),)),
        ConceptRecord("abroad", "a b", left_unmapped='A line\nand \\"'),
        ConceptRecord("abroad", "w", broader="[open]"),
        ConceptRecord("home", 'say "hi"', scope=(("nb", "=1+1"),)),
        ConceptRecord(
            "home",
            "women",
            definitions=(
                DefinitionRecord("Ola", "nb", DAY, "Det Ola mener", "https://ola.example"),
            ),
        ),
    ),
    mappings=(
        MappingRecord("abroad", "w", "home", 'say "hi"', "Kari", "close", DAY, "Nesten."),
        MappingRecord("abroad", "w", "home", 'say "hi"', "Ola", "related", DAY),
    ),
)


@pytest.mark.parametrize("form", FORMATS)
@given(vocabulary=vocabularies())
@settings(deadline=None)
def test_any_vocabulary_reads_back_as_it_was_written(form: Format, vocabulary: Vocabulary) -> None:
    check(vocabulary)

    reading = read(WRITERS[form](vocabulary, BASE).encode(), form, UNSIGNED)

    assert reading == Reading(vocabulary)


@pytest.mark.parametrize("form", FORMATS)
def test_odd_codes_hidden_labels_authors_and_definitions_survive(form: Format) -> None:
    reading = read(WRITERS[form](ODD, BASE).encode(), form, UNSIGNED)

    assert reading == Reading(ODD)


@pytest.mark.parametrize("form", FORMATS)
def test_our_own_vocabulary_reads_back_as_it_was_written(form: Format) -> None:
    vocabulary = files.read(files.DATA)

    reading = read(WRITERS[form](vocabulary, BASE).encode(), form, UNSIGNED)

    assert reading == Reading(vocabulary)


@pytest.mark.django_db
def test_an_empty_database_exports_the_same_after_an_import() -> None:
    actions.load()
    women = concept("target-group", "women")
    actions.define(women, "nb", "Det vi mener", owner="Sirkelen", dated=DAY)
    actions.take_in_term("local", "[open]", "Åpent", source="feed")
    text = exported("csv", BASE)
    Concept.objects.update(broader=None)
    Concept.objects.all().delete()
    Scheme.objects.all().delete()

    take_in_file(text.encode(), "csv", UNSIGNED)

    assert exported("csv", BASE) == text


@pytest.mark.django_db
def test_importing_what_was_exported_changes_nothing() -> None:
    actions.take_in(ODD)

    done = take_in_file(exported("skos-ttl", BASE).encode(), "skos-ttl", UNSIGNED)

    assert (done.created, done.changed, done.removed, done.left_out) == (0, 0, 0, ())


@pytest.mark.django_db
def test_one_scheme_is_exported_with_the_mappings_that_start_in_it() -> None:
    actions.take_in(ODD)

    vocabulary = stored(["abroad"])

    assert (len(vocabulary.concepts), vocabulary.mappings) == (3, ODD.mappings)


@pytest.mark.django_db
def test_a_mapping_to_a_scheme_that_is_not_here_is_said_aloud() -> None:
    alone = WRITERS["csv"](Vocabulary(ODD.schemes[:1], ODD.concepts[:3], ODD.mappings[:1]), BASE)

    done = take_in_file(alone.encode(), "csv", UNSIGNED)

    assert done.left_out == (
        'A mapping by Kari needs “home:say "hi"”, which is not here; import that scheme first.',
    )
