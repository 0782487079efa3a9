"""Texts are written as numbers of the tokens that the analyser reads in them."""

from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.search.index import sums_by_key
from knutepunkt.search.index.record import Level, Words
from knutepunkt.search.indexing.documents import Documents
from knutepunkt.search.indexing.facts import GroupFacts
from knutepunkt.search.indexing.numbering import Numbering
from knutepunkt.search.language import Analyser, Splitter
from knutepunkt.search.lexicon import Lexicon

ANALYSER = Analyser(Splitter(["sorg", "gruppe"]))
NUMBERING = Numbering(ANALYSER)
PARTS = [
    "Sorggruppa",
    "for deg.",
    ". ",
    " .",
    "e.g.",
    "på Ås",
    "A\u030as",
    "drinking",
    "\n",
    "…",
    "ß",
]
texts = st.lists(st.sampled_from(PARTS), max_size=8).map(" ".join) | st.text(max_size=30)


def facts(pk: int, text: str) -> GroupFacts:
    return GroupFacts(
        pk, f"uid-{pk}", "Ordet", "", "", [{"language": "nb", "text": text}], "active", "", "", "",
        "", "", "", False, [], [], [],
    )  # fmt: skip


def said(words: bytes) -> list[str]:
    levels = (words, *[b""] * (len(Level) - 1))
    return next(tokens for _, tokens in Words(NUMBERING.numbers, levels).by_level())


@given(texts, st.sampled_from(["", "nb", "nn-NO", "en", "se", "uk"]))
def test_a_text_has_the_numbers_of_its_tokens(text: str, language: str) -> None:
    assert said(NUMBERING.of_text(text, language)) == ANALYSER.tokens(text, language)


@given(texts)
def test_word_by_word_it_has_the_same(text: str) -> None:
    assert said(NUMBERING.of_words(text)) == ANALYSER.tokens(text)


def test_what_the_index_keeps_of_a_group_has_the_same_sum_however_tokens_are_numbered() -> None:
    alone = sums_by_key(Documents(Lexicon()).records([facts(2, "sorg og savn")]))

    after_another = sums_by_key(
        Documents(Lexicon()).records([facts(1, "savn etter sorg"), facts(2, "sorg og savn")])
    )

    assert after_another[2] == alone[2]


def test_another_word_gives_another_sum() -> None:
    of = Documents(Lexicon())

    sums = [sums_by_key(of.records([facts(1, text)])) for text in ("sorg", "savn", "sorg")]

    assert (sums[0] == sums[2], sums[0] == sums[1]) == (True, False)
