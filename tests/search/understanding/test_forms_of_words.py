"""Forms of words and of compounds mean what the words do that the vocabulary has."""

import pytest

from tests.search.whole import Reading


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("sexavhengigheten", "sexavhengighet"),
        ("mørketida", "mørketid"),
        ("nettsvindelen", "nettsvindel"),
        ("barnehjemmene", "barnehjem"),
        ("bonusfedre", "bonusfar"),
        ("forstoppelser", "forstoppelse"),
        ("partnervoldsgruppe", "partnervold"),
        ("søskensorggruppe", "søskensorg"),
        ("nyresykdomsmestring", "nyresykdom"),
        ("fosterfarstøttegruppe", "fosterfar"),
    ],
)
def test_a_form_or_a_group_means_what_its_word_does(
    form: str, word: str, meaning_of: Reading
) -> None:
    assert meaning_of(word).concepts
    assert meaning_of(form).concepts == meaning_of(word).concepts


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("apodorn", "apodorm"),
        ("trakelektmi", "trakelektomi"),
        ("shitsotrm", "shitstorm"),
        ("hukommlesestapene", "hukommelsestapene"),
        ("melankolliens", "melankoliens"),
    ],
)
def test_a_slip_in_a_rare_word_or_in_a_form_is_seen(
    typed: str, word: str, meaning_of: Reading
) -> None:
    assert meaning_of(word).concepts
    assert meaning_of(typed).concepts == meaning_of(word).concepts


@pytest.mark.parametrize("text", ["distress", "offline", "while", "samling", "regler"])
def test_a_plain_word_is_read_as_no_other(text: str, meaning_of: Reading) -> None:
    found = meaning_of(text)

    assert not found.corrected
    assert not found.concepts
