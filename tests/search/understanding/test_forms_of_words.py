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


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("anorexia recovery", "anorexia"),
        ("struggling with sleep", "sleep"),
        ("abused men", "abused men group"),
        ("men's circle", "men's circle group"),
    ],
)
def test_what_everybody_does_says_nothing_beside_what_is_the_matter(
    text: str, theme: str, meaning_of: Reading
) -> None:
    assert meaning_of(theme).concepts
    assert meaning_of(text).concepts == meaning_of(theme).concepts


@pytest.mark.parametrize(
    ("text", "day", "begins"),
    [
        ("meetings on Sunday", "SU", None),
        ("Friday night", "FR", (17 * 60, 24 * 60 - 1)),
        ("mandag sent", "MO", (19 * 60, 24 * 60 - 1)),
        ("halv åtte på onsdager", "WE", (19 * 60 + 30, 20 * 60)),
    ],
)
def test_a_day_is_told_in_every_way(
    text: str, day: str, begins: tuple[int, int] | None, meaning_of: Reading
) -> None:
    found = meaning_of(text)

    assert (found.weekdays, found.begins) == ((day,), begins)


@pytest.mark.parametrize(
    "text",
    ["Halden alkohol", "i nærheten av halden", "halden og omegn", "møter i halden på fredag"],
)
def test_a_town_with_the_name_of_another_word_is_met_where_it_stands(
    text: str, meaning_of: Reading
) -> None:
    spot = meaning_of(text).spot

    assert spot
    assert spot.name == "Halden"
