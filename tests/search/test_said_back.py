"""What the command says of how a question was understood."""

import pytest
from click.testing import CliRunner

from knutepunkt.search.commands import search
from tests.people import known, record

DEPENDENCE = (("theme", "avhengighet"),)


def said(text: str) -> list[str]:
    lines = CliRunner().invoke(search, [text], catch_exceptions=False).output.splitlines()
    return lines[: lines.index("")] if "" in lines else lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("avhengighet", ["forsto: Avhengighet"]),
        ("gratis avhengighet", ["forsto: Avhengighet · gratis"]),
        (
            "avhengighet i Levanger tirsdag etter kl 18",
            ["forsto: Avhengighet · Levanger · tirsdag · fra kl. 18.00"],
        ),
        (
            "avhengighet i Oslo fredag",
            ["forsto: Avhengighet", "ingen passet med alt; så bort fra dagen, kommunen og stedet"],
        ),
    ],
)
def test_a_question_is_said_back(text: str, lines: list[str]) -> None:
    known(record("1", "Fyrlykta", terms=DEPENDENCE))

    assert said(text) == lines


def test_who_finds_an_empty_directory_is_told_how_to_fill_it() -> None:
    assert said("avhengighet")[-1] == (
        "Ingen grupper er her ennå. Prøv «knutepunkt sample», eller «knutepunkt collect FIL»."
    )
