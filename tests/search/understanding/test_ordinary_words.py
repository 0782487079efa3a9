"""What ordinary questions ask of the whole vocabulary, and what they do not."""

from datetime import date

import pytest

from knutepunkt.search.answering.near import ABOVE, NEAR
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import FULL, MENTIONED, Need, Term
from knutepunkt.search.understanding.texts import understood
from tests.search.language.known import Nothing
from tests.search.whole import spellers


def need_of(text: str, words: Lexicon) -> Need:
    return understood(text, words, Nothing(), spellers(words), date(2026, 11, 25)).needs[0]


def codes(terms: tuple[Term, ...], words: Lexicon) -> list[str]:
    return [words.code_of(int(term.token[1:])) for term in terms if term.token[0] == "#"]


def said(terms: tuple[Term, ...]) -> list[Term]:
    return [term for term in terms if term.token.isalpha()]


def test_group_that_says_a_theme_in_its_own_words_meets_it_where_nothing_else_is_asked(
    words: Lexicon,
) -> None:
    need = need_of("angst", words)

    assert [term.token for term in said(need.terms)] == ["angst"]
    assert said(need.reserve) == []


@pytest.mark.parametrize("text", ["angst Oslo", "angst tirsdag", "angst på nett"])
def test_group_that_only_mentions_a_theme_is_near_it_at_a_place_or_time(
    text: str, words: Lexicon
) -> None:
    need = need_of(text, words)

    assert need.terms == (Term(f"#{words.code['theme', 'angst']}", FULL),)
    assert said(need.reserve) == [Term("angst", MENTIONED)]


def test_words_that_lead_to_no_theme_are_asked_for_at_a_place_too(words: Lexicon) -> None:
    class Knows(Nothing):
        def count(self, token: str) -> int:
            return int(token == "zumba")

    text, today = "zumba Oslo", date(2026, 11, 25)

    (need,) = understood(text, words, Knows(), spellers(words), today).needs

    assert "zumba" in [term.token for term in need.terms]


@pytest.mark.parametrize("text", ["klarer ikke å bli gravid", "klarer ikke bli gravid"])
def test_labels_do_with_or_without_the_mark_of_the_infinitive(text: str, words: Lexicon) -> None:
    assert codes(need_of(text, words).terms, words)[0] == "ufrivillig-barnloshet"


@pytest.mark.parametrize("text", ["mannsgruppe tirsdag", "noe for menn i Stavanger"])
def test_men_are_nobodys_partners(text: str, words: Lexicon) -> None:
    need = need_of(text, words)

    assert "men" in codes(need.terms, words)
    assert "partners" not in codes(need.terms, words)


def test_what_is_not_dared_is_feared(words: Lexicon) -> None:
    assert "angst" in codes(need_of("tør ikke gå på butikken", words).terms, words)
    assert "angst" not in codes(need_of("butikken", words).terms, words)


def test_what_is_near_a_guessed_theme_is_kept_as_for_one_that_was_met(words: Lexicon) -> None:
    need = need_of("gruppe med barnepass for nybakte mødre", words)

    assert codes(need.terms, words)[0] == "spedbarnstid"
    assert "barn-og-foreldreskap" in codes(need.reserve, words)


def test_theme_above_that_the_words_mean_is_taken_in_where_the_theme_has_nobody(
    words: Lexicon,
) -> None:
    need = need_of("vold i nære relasjoner i Tromsø", words)

    near = {term.token: term.weight for term in need.reserve}
    assert near[f"#{words.code['theme', 'vold-og-overgrep']}"] in NEAR[ABOVE]


@pytest.mark.parametrize(
    "text",
    ["kun på nett", "unntatt mandager", "nærmest Oslo", "ellers i Oslo", "ikke langt fra Alta",
     "rather online", "trolig mandag", "ikke betalt", "uten venteliste", "ifølge Oslo"],
)  # fmt: skip
def test_small_words_ask_for_no_theme(text: str, words: Lexicon) -> None:
    meaning = understood(text, words, Nothing(), spellers(words), date(2026, 11, 25))

    assert (meaning.needs, meaning.concepts, meaning.corrected) == ((), (), ())


@pytest.mark.parametrize("text", ["anything but AA", "nothing religious", "alt annet enn AA"])
def test_what_is_not_wanted_is_left_out_in_either_language(text: str, words: Lexicon) -> None:
    meaning = understood(text, words, Nothing(), spellers(words), date(2026, 11, 25))

    assert [bool(one.concepts) for one in meaning.left_out] == [True]
    assert meaning.needs == ()


def test_besides_a_place_is_anywhere_but_there(words: Lexicon) -> None:
    meaning = understood("utenom Oslo", words, Nothing(), spellers(words), date(2026, 11, 25))

    assert [one.areas for one in meaning.left_out] == [("0301",)]
    assert meaning.spot is None


@pytest.mark.parametrize(
    ("text", "formats"),
    [
        ("spillavhengig på nett", ("online",)),
        ("spillavhengig nettmøte", ("online",)),
        ("spiller poker på nett", ()),
        ("angst på telefon", ()),
    ],
)
def test_the_net_is_how_to_meet_or_where_the_trouble_is(
    words: Lexicon, text: str, formats: tuple[str, ...]
) -> None:
    meaning = understood(text, words, Nothing(), spellers(words), date(2026, 11, 25))

    assert meaning.formats == formats


@pytest.mark.parametrize(
    ("text", "needs"), [("angst på telefon", 2), ("tør ikke svare telefonen", 1)]
)
def test_who_asks_for_a_call_needs_one(words: Lexicon, text: str, needs: int) -> None:
    meaning = understood(text, words, Nothing(), spellers(words), date(2026, 11, 25))

    assert len(meaning.needs) == needs


@pytest.mark.parametrize(("text", "named"), [("alle", []), ("allene", ["Ensomhet"])])
def test_a_misspelling_lends_its_stem_to_no_other_word(
    text: str, named: list[str], words: Lexicon
) -> None:
    meaning = understood(text, words, Nothing(), spellers(words), date(2026, 11, 25))

    assert [words.names[id_]["nb"] for id_ in meaning.concepts] == named


@pytest.mark.parametrize(
    "word",
    ["synes", "utrolig", "mener", "antar", "heller", "visst", "verkeleg", "travel", "side", "home",
     "prøve", "lede", "turn", "true", "tell", "seks", "overens", "menneskelig",
     "fullstendig", "transparent", "kunstig", "fastlegen"],
)  # fmt: skip
def test_a_word_with_the_stem_of_another_leads_nowhere_else(word: str, words: Lexicon) -> None:
    # Sight, infidelity, men's groups, being assaulted, hell …
    beside = understood(f"angst {word}", words, Nothing(), spellers(words), date(2026, 11, 25))
    alone = understood("angst", words, Nothing(), spellers(words), date(2026, 11, 25))

    assert beside.concepts == alone.concepts


def test_ordinary_nynorsk_and_english_words_are_read_as_no_other(words: Lexicon) -> None:
    # Gradually as bereaved, accepts as sweets, seen as late, stood as Stord …
    ordinary = "etterkvart flaut godtek tyngre rådlaus umogleg skoene asked seen stood upset meant"
    known, today = spellers(words), date(2026, 11, 25)
    told = [understood(word, words, Nothing(), known, today) for word in ordinary.split()]

    assert [(one.corrected, one.concepts, one.spot) for one in told] == [
        ((), (), None) for _ in ordinary.split()
    ]


def test_an_everyday_word_in_a_sentence_is_no_place(words: Lexicon) -> None:
    known, today = spellers(words), date(2026, 11, 25)
    wanted = {
        "kva gjer me i bygda når straumen går": "",
        "er tretten og har ingen venner": "",
        "helt gåen etter jobb": "",
        "angst i straumen": "Straumen",
        "noe for ungdom Tretten": "Tretten",
        "sorggruppe tau": "Tau",
    }

    spots = {text: understood(text, words, Nothing(), known, today).spot for text in wanted}

    assert {text: spot.name if spot else "" for text, spot in spots.items()} == wanted


def test_who_tells_their_age_is_shown_the_theme_for_it_first(words: Lexicon) -> None:
    known, today = spellers(words), date(2026, 11, 25)
    wanted = {
        "er 22 og har ingen venner": ["ung-og-ensom"],
        "72 år og ensom": ["ensom-som-eldre"],
        "jeg er 24 og har fått kreft": ["ung-med-kreft"],
        "er 52 og har kreft": ["kreft"],
        "broren min på 17 år døde": ["miste-sosken"],
        "Bodø": [],
    }

    told = {text: understood(text, words, Nothing(), known, today).needs for text in wanted}

    assert {text: [codes(needs[0].terms, words)[0]] if needs else []
            for text, needs in told.items()} == wanted  # fmt: skip
