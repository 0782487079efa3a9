"""What texts mean; no text is an error, and none takes long."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.search.language.times import whole
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import Meaning
from knutepunkt.search.understanding.correcting import spellers
from knutepunkt.search.understanding.texts import understood
from tests.search.language.known import Nothing

WORDS = Lexicon(
    names={1: {"nb": "Angst"}, 2: {"nb": "ME"}, 3: {"nb": "Alkohol"}, 4: {"nb": "Ensomhet"}},
    scheme={
        **dict.fromkeys((1, 2, 3, 4), "theme"),
        5: "working-form",
        6: "target-group",
        7: "format",
        8: "format",
    },
    code={
        ("theme", "angst"): 1,
        ("theme", "me"): 2,
        ("theme", "alkohol"): 3,
        ("theme", "ens"): 4,
        ("working-form", "trinn"): 5,
        ("target-group", "men"): 6,
        ("format", "online"): 7,
        ("format", "in-person"): 8,
    },
    told=[
        (1, "nb", "angst", False),
        (2, "nb", "ME", False),
        (3, "nb", "AA", False),
        (3, "nb", "drikker for mye", False),
        (4, "nb", "noen å prate med", False),
        (4, "nb", "hvem er jeg", False),
        (3, "en", "fire", False),
        (3, "nb", "alkohol", False),
        (1, "en", "anxiety", False),
        (5, "nb", "tolv trinn", False),
        (5, "en", "twelve steps", False),
        (6, "nb", "menn", False),
        (7, "nb", "på nett", False),
        (7, "nb", "digitalt", False),
        (7, "en", "online", False),
        (8, "nb", "ikke på nett", False),
    ],
)
SPELLERS = spellers(WORDS)
PIECES = (
    "angst ikke uten på nett mannen min eg et for mykje AA ME me GA Oslo Bergen eller os Os Bø i "
    "Telemark kl 18 mellom 17 og 20 etter jobb 6pm paa naar aa æøå ångström \x00 ﬁ İ 7030"
).split(" ")


def meaning_of(text: str) -> Meaning:
    return understood(text, WORDS, Nothing(), SPELLERS, date(2026, 11, 25))


@given(
    st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
)
def test_any_text_means_something_or_nothing(text: str) -> None:
    meaning = meaning_of(text)

    assert all(need.terms for need in (*meaning.needs, *meaning.wishes))


@pytest.mark.parametrize("piece", ["å", "å ", "angst ", "mellom 17 og ", "sorggruppe", "Os i Bø "])
def test_a_very_long_text_takes_no_longer_than_a_long_one(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    meaning_of(text)
    begun = time.process_time()

    meaning_of(text)

    assert time.process_time() - begun < 0.5


def test_words_that_nobody_knows_fill_no_memory() -> None:
    for number in range(20_100):
        whole(f"ord{number}")

    assert whole.cache_info().currsize <= 20_000


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("ME", (2,)),
        ("kan du hjelpe me", ()),
        ("AA møte", (3,)),
        ("Aamot", ()),
        ("angst uten AA", (1,)),
        ("angstmestring", (1,)),
        ("noen å prate med", (4,)),
        ("prate", ()),
        ("hvem er jeg", (4,)),
        ("hvem er jeg i Oslo", (4,)),
        ("hvem er jeg redd for", ()),
        ("våkner klokka fire", ()),
        ("fire", (3,)),
    ],
)
def test_concepts_are_found_in_the_letters_and_words_that_tell(
    text: str, concepts: tuple[int, ...]
) -> None:
    assert meaning_of(text).concepts == concepts


@pytest.mark.parametrize(
    ("text", "concepts", "place"),
    [
        ("A\u030alesund", (), "Ålesund"),
        ("angst i A\u030alesund", (1,), "Ålesund"),
        ("noen a\u030a prate med", (4,), ""),
        ("an\u00adgst", (1,), ""),
        ("an\u200bgst", (1,), ""),
        ("ＡＮＧＳＴ", (1,), ""),
    ],
)
def test_letters_in_pieces_and_unseen_marks_change_no_meaning(
    text: str, concepts: tuple[int, ...], place: str
) -> None:
    meaning = meaning_of(text)

    assert meaning.concepts == concepts
    assert (meaning.spot.name if meaning.spot else "") == place


def test_a_person_whom_no_group_speaks_of_is_not_told_as_unknown() -> None:
    assert meaning_of("tralalei mamma").unknown == ("tralalei",)


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("angst, ikke AA", (1,)),
        ("tåler ikke AA og angst", (3, 1)),
        ("er ikke AA, angst", (1,)),
    ],
)
def test_what_is_denied_is_not_asked_for_but_what_is_not_done_is(
    text: str, concepts: tuple[int, ...]
) -> None:
    assert meaning_of(text).concepts == concepts


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("alkohol uten tolv trinn", (5,)),
        ("alkohol utan tolv trinn eller for menn", (5, 6)),
        ("angst, ikke for menn", (6,)),
        ("ikke for menn, angst", (6,)),
        ("gruppe som ikke er for menn", (6,)),
        ("vil ikke ha tolv trinn", (5,)),
        ("anxiety no twelve steps", (5,)),
        ("angst, ikke alkohol", (3,)),
        ("angst bortsett fra alkohol", (3,)),
        ("ensom og uten alkohol", ()),
        ("jeg er ikke mann", ()),
        ("klarer ikke alkohol og angst", ()),
        ("hun drikker ikke alkohol lenger", ()),
        ("får ikke tolv trinn til", ()),
        ("kan ikke like menn", ()),
        ("angst med menn", ()),
    ],
)
def test_what_a_group_shall_be_without_is_left_out_and_what_oneself_is_without_is_not(
    text: str, left_out: tuple[int, ...]
) -> None:
    found = [id_ for one in meaning_of(text).left_out for id_ in one.concepts]

    assert tuple(found) == left_out


@pytest.mark.parametrize(
    ("text", "weekdays", "formats"),
    [
        ("angst, ikke mandag", ("TU", "WE", "TH", "FR", "SA", "SU"), ()),
        ("angst, ikke i helga eller fredag", ("MO", "TU", "WE", "TH"), ()),
        ("angst tirsdag, ikke på nett", ("TU",), ("in-person",)),
        ("tirsdager ikke digitalt", ("TU",), ("in-person",)),
        ("angst, not online", (), ("in-person",)),
    ],
)
def test_days_and_ways_that_are_left_out_restrict_to_the_others(
    text: str, weekdays: tuple[str, ...], formats: tuple[str, ...]
) -> None:
    meaning = meaning_of(text)

    assert (meaning.weekdays, meaning.formats) == (weekdays, formats)


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("har bestilt for femti tusen på avbetaling", ()),
        ("det er noe i Dramen tror jeg nok", (("dramen", "Drammen"),)),
        ("angst dramen", (("dramen", "Drammen"),)),
    ],
)
def test_a_word_is_read_as_a_place_only_where_one_may_stand(
    text: str, corrected: tuple[tuple[str, str], ...]
) -> None:
    assert meaning_of(text).corrected == corrected


def test_what_is_left_out_is_told_in_the_texts_own_words_and_where_they_stand() -> None:
    (left_out,) = meaning_of("angst, men ikke for MENN").left_out

    assert (left_out.said, sorted(left_out.words)) == ("menn", [1, 2, 3, 4])


@pytest.mark.parametrize(
    ("text", "place"),
    [("NA", ""), ("na i Oslo", "Oslo"), ("Kr.sand", "Kristiansand"), ("Bø Vesterålen", "Bø"),
     ("Grünerløkka", "Grünerløkka"), ("aas", "Ås")],
)  # fmt: skip
def test_short_names_are_spelled_and_spoken_ones_known(text: str, place: str) -> None:
    spot = meaning_of(text).spot

    assert (spot.name if spot else "") == place


@pytest.mark.parametrize(
    ("text", "areas"),
    [("Oslo eller Bergen", ("0301", "4601")), ("Nord-Norge", ("18", "55", "56")), ("Oslo", ())],
)
def test_several_places_are_any_of_them(text: str, areas: tuple[str, ...]) -> None:
    assert meaning_of(text).areas == areas


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("mellom 17 og 20", (1020, 1200)),
        ("etter jobb", (960, 1439)),
        ("after 6pm", (1080, 1439)),
        ("from 5 to 8", (1020, 1200)),
        ("midt på dagen", (600, 900)),
        ("sent på kvelden", (1200, 1439)),
        ("etter arbeidstid", (960, 1439)),
        ("før jobb", (300, 540)),
        ("når ungene er på skolen", (480, 840)),
        ("angst, ikke om kvelden", (0, 1019)),
    ],
)
def test_hours_are_read(text: str, begins: tuple[int, int]) -> None:
    assert meaning_of(text).begins == begins


def test_days_are_read_from_several_words() -> None:
    assert meaning_of("angst midt i uka").weekdays == ("TU", "WE", "TH")


def test_a_form_of_a_plain_word_is_no_misspelling() -> None:
    assert meaning_of("angst for andene").corrected == ()  # No Andenes.


def test_nothing_is_read_as_itself() -> None:
    assert meaning_of("skilsmisse på Nordstrand i Oslo").corrected == ()


@pytest.mark.parametrize(
    "text", ["angst ikke mer enn to mil unna Oslo", "angst, ikkje lenger enn 20 km frå Oslo"]
)
def test_a_bound_on_how_far_leaves_no_place_out(text: str) -> None:
    meaning = meaning_of(text)

    assert (meaning.spot and meaning.spot.name, meaning.within) == ("Oslo", 20.0)
    assert meaning.left_out == ()
    assert [need.said for need in meaning.needs] == ["angst"]


def test_an_age_changes_nothing_where_its_own_theme_is_unknown() -> None:
    lonely = Lexicon(
        names={1: {"nb": "Ensomhet"}},
        scheme={1: "theme"},
        code={("theme", "ensomhet"): 1},
        told=[(1, "nb", "ensom", False)],
    )

    meaning = understood("er 22 og ensom", lonely, Nothing(), spellers(lonely), date(2026, 11, 25))

    assert meaning.concepts == (1,)
