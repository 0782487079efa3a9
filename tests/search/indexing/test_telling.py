"""What groups tell of themselves where nobody has classified them."""

from time import process_time

import pytest

from knutepunkt.search.indexing.telling import MOST_LETTERS, SENTENCE, Telling
from knutepunkt.search.lexicon import Lexicon, lexicon
from knutepunkt.search.queries import concepts_named, found
from knutepunkt.search.query import Query
from knutepunkt.vocabulary import actions
from tests.people import known, record


def names(query: Query) -> list[str]:
    return [hit.item["name"] for hit in found(query).hits]


def test_a_group_without_terms_is_found_by_what_its_name_means() -> None:
    known(record("1", "Angstgruppa"), record("2", "Nattlyset"))

    assert names(Query("anxiety")) == ["Angstgruppa"]


def test_a_group_without_terms_is_found_by_whom_it_says_it_is_for() -> None:
    known(record("1", "Fyrlykta", words="Vi møtes på kafé. For deg som drikker for mye."))

    assert names(Query("alkohol")) == ["Fyrlykta"]


def test_who_told_it_by_name_comes_before_who_told_it_in_words() -> None:
    known(
        record("1", "Fyrlykta", words="En gruppe for deg med angst."),
        record("2", "Angst og uro"),
        record("3", "Nattlyset", terms=(("theme", "angst"),)),
    )

    assert names(Query("anxiety")) == ["Nattlyset", "Angst og uro", "Fyrlykta"]


def test_a_group_that_tells_nothing_is_found_by_who_stands_behind_it() -> None:
    known(record("1", "Nattlyset", organisation="Angstforeningen"), record("2", "Fyr"))

    assert names(Query("anxiety")) == ["Nattlyset"]


def test_what_somebody_classified_is_not_added_to() -> None:
    known(record("1", "Angstgruppa", terms=(("theme", "alkohol"),)))

    assert names(Query("anxiety")) == []


def test_what_a_group_tells_can_be_chosen_and_is_counted() -> None:
    known(record("1", "Angstgruppa"), record("2", "Nattlyset"))
    angst = concepts_named("angst", "theme")

    answer = found(Query(concepts=angst))

    assert [hit.item["name"] for hit in answer.hits] == ["Angstgruppa"]
    assert answer.facets["theme"] == {str(angst[0]): 1}
    assert answer.hits[0].item["themes"] == []


def test_what_is_left_out_leaves_out_who_tells_of_it() -> None:
    known(record("1", "Fyrlykta", words="kaffe"), record("2", "Angstgruppa", words="kaffe"))

    assert names(Query("kaffe", without=concepts_named("angst", "theme"))) == ["Fyrlykta"]


@pytest.fixture
def telling(words: Lexicon) -> Telling:
    return Telling(words)


@pytest.fixture
def words() -> Lexicon:
    actions.load()
    return lexicon()


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        (
            "Vi snakker om alt fra søvn til penger. For deg som har mistet ektefelle.",
            {"miste-partneren"},
        ),
        ("Kvinner med brystkreft deler erfaringer.", {"brystkreft"}),
        ("A group for people with gambling problems.", {"pengespill"}),
        ("Er du glad i noen som ruser seg?", {"parorende-til-rus"}),
        ("Selvhjelpsgruppe spiseforstyrrelser.", {"mat-og-kropp"}),
        ("En åpen gruppe, ikke for deg med rusproblemer.", set()),
        ("Åpen gruppe. Ikke for deg med rus, psykose eller spiseforstyrrelser.", set()),
        ("Vi er ikke en gruppe for personer med alvorlige psykiske lidelser.", set()),
        ("Ikke for pårørende, men for deg som har angst.", {"angst"}),
        ("Ikke bare for deg som har angst.", {"angst"}),
        ("Not only for people with depression.", {"depresjon"}),
        ("Det er ikke for sent! En gruppe for deg som har angst.", {"angst"}),
        ("Lokalet er tilrettelagt for personer med rullestol.", set()),
        ("Halv pris for pensjonister.", set()),
        ("Røyking er ikke tillatt. Ingen servering av alkohol.", set()),
        ("Huset har ingen alkohol.", set()),
        ("Vi hjelper hverandre og møtes i kjelleren.", set()),
        ("Vi spiller fotball for moro skyld.", set()),
        ("Vi är ett gäng som träffas och pratar.", set()),  # and nobody eats ("et")
        ("Die Gruppe ist offen für alle.", set()),  # and nobody dies
        ("I am afraid to die.", {"leve-med-doden"}),
        ("Kaffen koster 20 kroner. Ta med innesko. Vi har møtt alkohol og angst.", set()),
        ("", set()),
    ],
)
def test_texts_tell_whom_a_group_is_for(telling: Telling, text: str, themes: set[str]) -> None:
    told = {telling.lexicon.code_of(id_) for id_ in telling.of_text(text)}

    assert told >= themes
    assert not (told and not themes)


def test_marks_in_a_row_are_parted_without_trying_from_each() -> None:
    began = process_time()

    assert SENTENCE.split("!" * 20_000 + "x") == ["!" * 20_000 + "x"]

    # It takes a thousandth of this; tried from each mark, ten times this.
    assert process_time() - began < 0.5


def test_names_that_begin_alike_for_five_thousand_letters_are_read_once(telling: Telling) -> None:
    telling.of_name("a" * MOST_LETTERS + "b")
    telling.of_name("a" * MOST_LETTERS + "c")

    assert telling.of_short_name.cache_info().misses == 1


@pytest.mark.parametrize(
    ("name", "themes"),
    [
        ("Angstgruppe nummer 2", {"angst"}),  # and not "nummen"
        ("Hørselslaget", {"horsel"}),  # and no stroke
        ("En dag av gangen", set()),  # and no gang
        ("Åpen dør", set()),  # and nobody dies ("dør")
        ("Mandagsgjengen", set()),
        ("Hjertelig velkommen", set()),
        ("Idrettslaget", set()),  # and no stroke ("slag")
        ("Mor og barn", set()),  # and no fathers
        ("Spillere", {"pengespill"}),
        ("Døden", {"leve-med-doden"}),
        ("Big Book Study", set()),  # and no students
        ("As Bill Sees It", set()),  # and nobody owes
        ("Neighborhood Aid Newcomers", set()),  # and no AIDS
        ("Coatbridge", set()),  # and no game of cards
        ("Bridgeklubben", {"gjore-noe-sammen"}),
        ("Sorgskolen", {"tap-og-sorg"}),
        ("Rome, GA - 6:30 pm Eastern", set()),  # and no gambling
        ("GA Hamar", {"pengespill"}),
    ],
)
def test_names_tell_what_their_words_are(telling: Telling, name: str, themes: set[str]) -> None:
    assert {telling.lexicon.code_of(id_) for id_ in telling.of_name(name)} == themes


@pytest.mark.parametrize("name", ["Selvhjelp Rana", "Gamle Oslo treff"])
def test_a_place_in_a_name_tells_no_theme(telling: Telling, name: str) -> None:
    assert telling.of_name(name) == ()
    assert telling.of_name(f"Kreft {name}") != ()
