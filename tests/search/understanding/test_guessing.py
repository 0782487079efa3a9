"""The theme that all words of a question speak for, where labels explain too little of it."""

from datetime import date

from knutepunkt.search.language import matching
from knutepunkt.search.language.evidence import spoken_for
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import Term, concept_token
from knutepunkt.search.understanding.correcting import spellers
from knutepunkt.search.understanding.guessing import explained, guess, weighed_again
from knutepunkt.search.understanding.texts import understood
from tests.search.language.known import Nothing

PHOBIA, PHONE, GRIEF, SLEEP, ENGLISH, SHIFTS = 1, 2, 3, 4, 5, 6
LABELS = {
    PHOBIA: ("tør ikke ringe legen", "tør ikke svare læreren", "skjelver når noen ringer meg"),
    PHONE: ("telefonen", "sitter med telefonen", "mobilen", "skjermen"),
    GRIEF: ("sorg", "mistet mannen", "savner mannen"),
    SLEEP: ("søvn", "får ikke sove", "våken om natta"),
    SHIFTS: (
        "skiftarbeid",
        "vakt fra 18",
        "våken om natta på vakt",
        "vakt om natta og kan ikke sove",
    ),
}
WORDS = Lexicon(
    names={one: {"nb": labels[0]} for one, labels in LABELS.items()},
    scheme={**dict.fromkeys(LABELS, "theme"), ENGLISH: "language"},
    code={("theme", str(one)): one for one in LABELS} | {("language", "en"): ENGLISH},
    told=[
        *((one, "nb", text, False) for one, labels in LABELS.items() for text in labels),
        *((ENGLISH, "nb", text, False) for text in ("svare noen ringer", "svare ringer skjelver")),
    ],
)
SPELLERS = spellers(WORDS)


def themes(text: str) -> list[int]:
    """What a text was understood as, the first first."""
    return list(understood(text, WORDS, Nothing(), SPELLERS, date(2026, 11, 25)).concepts)


def test_words_of_many_labels_outweigh_one_label_that_explains_little() -> None:
    assert themes("skjelver og tør ikke svare telefonen når læreren ringer")[0] == PHOBIA


def test_what_was_met_follows_what_is_guessed() -> None:
    text = "skjelver og tør ikke svare telefonen når læreren ringer"

    need = understood(text, WORDS, Nothing(), SPELLERS, date(2026, 11, 25)).needs[0]

    weights = {term.token: term.weight for term in need.terms}
    assert weights[concept_token(PHOBIA)] > weights[concept_token(PHONE)]


def test_label_that_explains_the_question_stands() -> None:
    assert themes("får ikke sove") == [SLEEP]


def test_a_number_leaves_nothing_to_be_guessed() -> None:
    plain, aged = (
        WORDS.labels.read(text.split(), set(), set()) for text in ("søvn", "søvn 18 30 år")
    )
    shares = [
        explained(WORDS.labels, one, matching.matches(WORDS.labels, one)) for one in (plain, aged)
    ]

    assert WORDS.labels.masses["18"] > 0
    assert shares[0] == shares[1] > 0


def test_one_word_alone_is_no_guess() -> None:
    assert themes("skjermen svarer") == [PHONE]


def test_guess_is_always_a_theme() -> None:
    assert ENGLISH not in themes("skjelver og tør ikke svare telefonen når læreren ringer")


class Many(Nothing):
    """An index where every token has so many groups that nothing else is needed."""

    def count(self, token: str) -> int:
        return 10


def test_theme_of_few_groups_has_what_its_words_speak_for_besides_in_reserve() -> None:
    text = "våken om natta og får ikke sove"

    need = understood(text, WORDS, Nothing(), SPELLERS, date(2026, 11, 25)).needs[0]

    assert [term.token for term in need.reserve] == [concept_token(SHIFTS)]


def test_theme_of_many_groups_needs_no_other() -> None:
    text = "våken om natta og får ikke sove"

    need = understood(text, WORDS, Many(), SPELLERS, date(2026, 11, 25)).needs[0]

    assert need.reserve == ()


def test_beside_a_day_no_other_theme_is_near() -> None:
    text = "våken om natta og får ikke sove, tirsdag"

    need = understood(text, WORDS, Nothing(), SPELLERS, date(2026, 11, 25)).needs[0]

    assert need.reserve == ()


def test_of_themes_met_alike_the_one_less_spoken_for_comes_later() -> None:
    met = (Term("#1"), Term("#2"), Term("#3", 45), Term("natt", 60))

    terms = weighed_again(met, (1, 2, 3), {1: 10.0, 2: 7.9, 3: 1.0})

    assert terms == (Term("#1"), Term("#2", 80), Term("#3", 45), Term("natt", 60))


def test_themes_that_are_spoken_for_nearly_as_much_stay_alike() -> None:
    met = (Term("#1"), Term("#2"))

    assert weighed_again(met, (1, 2), {1: 10.0, 2: 8.1}) == met


def test_no_theme_for_those_close_is_guessed_where_nobody_close_is_spoken_of() -> None:
    kin = 7
    words = Lexicon(
        names=WORDS.names,
        scheme=WORDS.scheme | {kin: "theme"},
        code=WORDS.code | {("theme", "parorende"): kin},
        broader={PHOBIA: kin},
        told=WORDS.told,
    )
    read = words.labels.read("skjelver og tør ikke svare når læreren ringer".split())
    spoken = spoken_for(words.labels.evidence, read)

    assert (guess(WORDS, read, spoken, ()), guess(words, read, spoken, ())) == (PHOBIA, 0)
