"""Letters, stems, compounds, sounds and near spellings."""

import pytest

from knutepunkt.search.language import Analyser, Speller, Splitter, bare, folded, stem
from knutepunkt.search.language.letters import WORD, words
from knutepunkt.search.language.sounds import sound

SPLITTER = Splitter(["sorg", "gruppe", "alkohol", "problem", "barn", "død", "angst"])


def test_norwegian_letters_are_kept_and_other_accents_fall() -> None:
    assert folded("Blåbærøl på CAFÉ Sámi") == "blåbærøl på cafe sami"


def test_what_is_not_seen_parts_no_word() -> None:
    assert words("sorg\u00adgruppe pa\u030a\u200b\u2060 nett") == ["sorggruppe", "på", "nett"]


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Łódź", "lodz"),
        ("IŞIK, yalnızlık", "isik yalnizlik"),
        ("İSTANBUL", "istanbul"),
        ("مُساعَدة", "مساعدة"),
        ("إيمان", "ايمان"),
        ("كمک", "کمك"),
        ("surusta ja yksinäisyyđestä", "surusta ja yksinäisyydestä"),
    ],
)
def test_letters_of_other_languages_fall_together_as_people_type_them(
    written: str, typed: str
) -> None:
    assert words(written) == words(typed)


def test_an_ending_that_is_cut_off_in_writing_belongs_to_its_word() -> None:
    assert words("Fatter'n og samboer’n") == ["fattern", "og", "samboern"]
    assert WORD.findall("eks'n min") == ["eks'n", "min"]


@pytest.mark.parametrize("written", ["tromsø", "tromsoe", "tromso", "TROMSØ"])
def test_a_word_is_the_same_without_norwegian_letters(written: str) -> None:
    assert bare(folded(written)) == "tromso"


@pytest.mark.parametrize(
    "forms",
    [
        "datter datteren dattera døtrene dottera",
        "drikke drikker drakk drukket drikk",
        "ensom ensomt ensomme einsam ensomhet",
        "sykdom sykdommer sjukdom sjukdommen",
        "avhengighet avhengig avhengigheit",
        "vold valden volden",
        "mista mistet miste",
        "tør torer torde",
        "regning rekningane",
        "glemmer gløymer glemt",
        "alkoholiker alkoholikerne alkoholikernes alkoholikaranes",
        "fosterhjem fosterhjemmene fosterheimane",
        "pårørende pårørandes",
    ],
)
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "pair",
    ["gjelder gjeld", "leder ledig", "slags slag", "kurs kur", "hjerne hjerer", "moderne mod"],
)
def test_words_that_look_like_forms_of_others_are_words_of_their_own(pair: str) -> None:
    one, other = pair.split()

    assert stem(one) != stem(other)


def test_on_the_net_is_not_at_night() -> None:
    assert stem("nett") != stem("netter")


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("sorggruppe", ("sorg", "gruppe")),
        ("alkoholproblemer", ("alkohol", "problemer")),
        ("barnedød", ("barn", "død")),
        ("livskrise", ()),
        ("angst", ()),
        ("etterlatte", ()),
        ("parkinson", ()),
    ],
)
def test_compounds_are_parted_and_other_words_are_not(word: str, parts: tuple[str, ...]) -> None:
    assert SPLITTER.parts(word) == parts


def test_a_text_is_written_in_its_own_language() -> None:
    analyser = Analyser(SPLITTER)

    assert analyser.tokens("Sorggruppa drinking", "nb") == ["sorggrupp", "sorg", "drinking"]
    assert analyser.tokens("drinking", "en") == ["drink"]
    assert analyser.tokens("moraštit", "se") == ["morastit"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("skjede", "sjede"), ("hvite", "vite"), ("gjeld", "jeld"), ("kjøp", "sjøp"), ("sorg", "sårg")],
)
def test_what_sounds_alike_is_the_same(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("depresjoon", "depresjon"),
        ("angts", "angst"),
        ("skjilsmisse", "skilsmisse"),
        ("sårg", "sorg"),
        ("voltekt", "voldtekt"),
        ("doedsfall", "dødsfall"),
        ("sossial", "sosial"),
    ],
)
def test_a_misspelt_word_is_found(written: str, meant: str) -> None:
    words = ["depresjon", "angst", "skilsmisse", "sorg", "voldtekt", "dødsfall", "arbeid"]
    words += ["social", "sosial"]  # Both sound the same.

    found = Speller((word, 10) for word in words).nearest(written)

    assert found is not None
    assert found.word == meant


def test_a_word_like_none_is_left_alone() -> None:
    assert Speller([("angst", 10), ("kana", 10)]).nearest("kano") is None
    assert Speller([]).nearest("angst") is None
