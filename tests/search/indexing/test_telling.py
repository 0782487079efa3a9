"""What groups tell of themselves where nobody has classified them."""

from time import process_time

import pytest

from knutepunkt.search.indexing.sentences import SENTENCE
from knutepunkt.search.indexing.settling import PLAINLY, Themes, settled
from knutepunkt.search.indexing.telling import MOST_LETTERS, Telling
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


def codes(telling: Telling, told: Themes, *, least: int = 1, scheme: str = "theme") -> set[str]:
    """The codes of what is told so plainly at least."""
    lexicon = telling.lexicon
    return {
        lexicon.code_of(id_) for id_, grade in told.items()
        if grade >= least and lexicon.scheme[id_] == scheme
    }  # fmt: skip


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
        ("For deg med: angst, bulimi.", {"angst", "bulimi"}),
        ("For enhver med et spilleproblem.", {"pengespill"}),
        ("Kaffen koster 20 kroner. Ta med innesko. Vi har møtt alkohol og angst.", set()),
        ("", set()),
    ],
)
def test_texts_tell_whom_a_group_is_for(telling: Telling, text: str, themes: set[str]) -> None:
    told = codes(telling, settled(telling.lexicon, {}, {}, telling.of_text(text)))

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
        ("Hjerteslaget", {"hjertesykdom"}),
        ("Pust før jul", set()),  # and no illness of the lungs
        ("Røykfri mamma", {"nikotin"}),  # and nobody whose mother it is
        ("Mammaene til rusavhengige", {"foreldre-til-barn-med-rus"}),
        ("Foreldrenettverk – diabetes", {"foreldre-til-barn-med-funksjonsnedsettelse"}),
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
    assert codes(telling, telling.of_name(name)) == themes


@pytest.mark.parametrize("name", ["Selvhjelp Rana", "Gamle Oslo treff"])
def test_a_place_in_a_name_tells_no_theme(telling: Telling, name: str) -> None:
    assert telling.of_name(name) == {}
    assert telling.of_name(f"Kreft {name}") != {}


def test_a_theme_is_told_plainly_as_it_is_called_and_faintly_by_half_a_label(
    telling: Telling,
) -> None:
    plain = settled(telling.lexicon, {}, {}, telling.of_text("Lungesykdom er temaet."))
    faint = settled(telling.lexicon, {}, {}, telling.of_text("Tung pust hver dag."))

    assert codes(telling, plain, least=PLAINLY) == {"lungesykdom"}
    assert codes(telling, faint) == {"lungesykdom"}
    assert codes(telling, faint, least=PLAINLY) == set()


def test_what_is_told_beside_what_the_name_tells_counts_for_less(telling: Telling) -> None:
    text = telling.of_text("Amming og søvn.")
    by_itself = settled(telling.lexicon, {}, {}, text)
    beside = settled(telling.lexicon, telling.of_name("Barselgruppa"), {}, text)

    assert codes(telling, by_itself, least=PLAINLY) == {"spedbarnstid", "sovn"}
    assert codes(telling, beside, least=PLAINLY) == {"spedbarnstid"}
    assert codes(telling, beside) == {"spedbarnstid", "sovn"}


def test_the_first_sentence_tells_more_of_what_a_group_is_for(telling: Telling) -> None:
    said = telling.of_text("Bulimi og søvn. En gruppe for kvinner som strever med mat og kropp.")

    assert codes(telling, settled(telling.lexicon, {}, {}, said)) == {"mat-og-kropp", "bulimi"}


def test_a_group_tells_which_people_it_is_for_and_what_they_speak(telling: Telling) -> None:
    assert codes(telling, telling.of_name("Kvinner uten vin"), scheme="target-group") == {"women"}
    assert codes(telling, telling.of_name("Bondekvinnelaget"), scheme="target-group") == set()
    told = settled(telling.lexicon, {}, {}, telling.of_text("For deg med angst. Vi snakker polsk."))
    assert codes(telling, told, scheme="language") == set()
    told = settled(telling.lexicon, {}, {}, telling.of_text("Angst, på polsk."))
    assert codes(telling, told, scheme="language") == {"pl"}


@pytest.mark.usefixtures("words")
def test_a_text_in_other_letters_tells_its_language() -> None:
    known(
        record("1", "Спільне коло", words="Зустрічі для українських жінок"),
        record("2", "Nattlyset", words="Kvinner møtes."),
    )

    assert names(Query("på ukrainsk"))[:1] == ["Спільне коло"]


@pytest.mark.usefixtures("words")
def test_the_young_with_an_illness_are_those_of_that_age_with_it() -> None:
    known(record("1", "Kreftgruppa for ungdom"), record("2", "Kreftgruppa"))

    assert names(Query("ung med kreft"))[:1] == ["Kreftgruppa for ungdom"]


@pytest.mark.usefixtures("words")
def test_who_tells_it_by_half_a_label_comes_last() -> None:
    known(
        record("1", "Fyrlykta", words="Tung pust hver dag."),
        record("2", "Nattlyset", words="Lungesykdom er temaet."),
    )

    assert names(Query("lungesykdom")) == ["Nattlyset", "Fyrlykta"]
