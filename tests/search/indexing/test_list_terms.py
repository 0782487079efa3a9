"""What the terms of lists name: those of other vocabularies, in other languages, in free words."""

import pytest

from knutepunkt.collect.drafts import GroupDraft, OrganisationDraft, RecordDraft, Term
from knutepunkt.search.indexing.list_terms import ListTerms
from knutepunkt.search.language.list_words import list_words
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.queries import concepts_named, found
from knutepunkt.search.query import Query
from knutepunkt.vocabulary import actions
from tests.people import TUESDAYS, known


@pytest.fixture(autouse=True)
def whole_vocabulary(vocabulary_and_no_index: None) -> None:
    del vocabulary_and_no_index
    actions.load()


def listed(name: str, *terms: tuple[str, str], organisation: str = "") -> RecordDraft:
    """A group with terms as some list writes them: (scheme, words)."""
    group = GroupDraft(name, terms=tuple(Term(scheme, word, word) for scheme, word in terms))
    owner = OrganisationDraft(organisation) if organisation else None
    return RecordDraft(name, group, (TUESDAYS,), owner)


def those(scheme: str, code: str) -> list[str]:
    """The names of the groups that a filter leaves."""
    answer = found(Query(concepts=concepts_named(code, scheme), sort="name"))
    return [hit.item["name"] for hit in answer.hits]


@pytest.mark.parametrize(
    ("words", "scheme", "code"),
    [
        ("For pårørende", "target-group", "next-of-kin"),
        ("LGBTQ+", "target-group", "lgbt"),
        ("Unge voksne (18-30 år)", "target-group", "young-adults"),
        ("Angehörigengruppe", "target-group", "next-of-kin"),
        ("Mansmöte", "target-group", "men"),
        ("Kvindemøde", "target-group", "women"),
        ("Rollstuhlgerecht", "accessibility", "wheelchair"),
        ("Trinnfri adkomst", "accessibility", "step-free"),
        ("In russischer Sprache", "language", "ru"),
        ("Schrittemeeting", "working-form", "step-study"),
    ],
)
def test_term_of_a_list_is_chosen_by_what_it_names(words: str, scheme: str, code: str) -> None:
    known(listed("Fyrlykta", ("local", words)), listed("Nattlyset", ("local", "Torsdagslista")))

    assert those(scheme, code) == ["Fyrlykta"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Sorg och förlust", "tap-og-sorg"),
        ("Essstörungen", "mat-og-kropp"),
        ("Angst og depresjon", "depresjon"),
        ("Ludomani", "pengespill"),
        ("Bereavement", "tap-og-sorg"),
    ],
)
def test_term_of_a_list_tells_a_theme(words: str, code: str) -> None:
    known(listed("Fyrlykta", ("local", words)), listed("Nattlyset"))

    assert those("theme", code) == ["Fyrlykta"]


def test_theme_tells_whom_a_group_is_for_that_names_nobody() -> None:
    known(
        listed("Fyrlykta", ("theme", "veteraner")),
        listed("Nattlyset", ("theme", "veteraner"), ("target-group", "women")),
    )

    assert those("target-group", "veterans") == ["Fyrlykta"]


def test_term_for_people_is_no_theme_beside_what_is_the_matter() -> None:
    known(listed("Fyrlykta", ("local", "Frauen"), ("local", "Essstörungen")))

    assert those("target-group", "women") == ["Fyrlykta"]
    assert those("theme", "mat-og-kropp") == ["Fyrlykta"]
    assert those("theme", "kvinnegruppe") == []


def test_wheelchair_of_a_place_is_no_disability_of_the_group() -> None:
    known(listed("Fyrlykta", ("local", "Rollstuhl"), organisation="Angstforeningen"))

    assert those("theme", "funksjonsnedsettelse") == []


def test_who_stands_behind_a_group_names_no_theme() -> None:
    known(listed("Fyrlykta", ("theme", "angst"), ("organisation-form", "volunteer-centre")))

    assert those("theme", "gjore-noe-sammen") == []


def test_term_in_plain_words_adds_to_a_theme_that_another_term_states() -> None:
    known(listed("Fyrlykta", ("theme", "tap-og-sorg"), ("target-group", "Born og unge i sorg")))

    assert those("theme", "barn-og-unge-i-sorg") == ["Fyrlykta"]
    assert those("target-group", "bereaved-children") == ["Fyrlykta"]


def test_group_for_a_whole_theme_follows_few_for_a_part_of_it() -> None:
    few = [listed(f"Enkeringen {number}", ("theme", "miste-partneren")) for number in (1, 2, 3)]
    known(
        *few,
        listed("Sorgbordet", ("theme", "tap-og-sorg")),
        listed("Dyrebordet", ("theme", "sorg-over-dyr")),
    )

    names = [hit.item["name"] for hit in found(Query("mannen min er død")).hits]

    assert [names[3:], sorted(names[:3])] == [
        ["Sorgbordet"], ["Enkeringen 1", "Enkeringen 2", "Enkeringen 3"],
    ]  # fmt: skip


def test_every_word_of_lists_names_a_concept_there_is(words: Lexicon) -> None:
    named = {one for concepts in list_words().values() for one in concepts}

    assert named - words.code.keys() == set()


def test_what_a_house_denies_is_not_arranged(words: Lexicon) -> None:
    terms = ListTerms(words)
    wheelchair = words.code["accessibility", "wheelchair"]

    assert wheelchair in terms.of_text("Wheelchair accessible")
    assert wheelchair not in terms.of_text("Ikke tilgjengelig med rullestol")
