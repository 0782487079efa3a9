"""What stewards are told of why a group stands where it does."""

import json

import pytest
from click.testing import CliRunner
from django.test import Client

from knutepunkt.search.commands import search
from knutepunkt.search.index.reasons import Met, Reasons
from knutepunkt.search.queries import found
from knutepunkt.search.query import Query
from tests.people import NOON, known, record

DEPENDENCE = (("theme", "avhengighet"),)
ALCOHOL = (("theme", "alkohol"),)
HERE = (63.7464, 11.2996)


def why(text: str, **asked: object) -> list[tuple[str, Reasons | None]]:
    query = Query(text, now=NOON, sort="relevance", **asked)  # type: ignore[arg-type]
    return [(hit.item["name"], hit.reasons) for hit in found(query, has_reasons=True).hits]


def test_each_group_says_by_what_it_met_the_words() -> None:
    known(record("1", "Fyrlykta", terms=DEPENDENCE), record("2", "Nattlyset", terms=ALCOHOL))

    by_theme = {name: told and told.words for name, told in why("avhengighet")}
    by_name = [told and told.words for _, told in why("fyrlykta")]

    assert by_theme == {
        "Fyrlykta": {"avhengighet": Met(90, "concept")},
        "Nattlyset": {"avhengighet": Met(80, "above")},
    }
    assert by_name == [{"fyrlykta": Met(100, "name")}]


@pytest.mark.parametrize(
    ("text", "point"),
    [("avhengighet", None), ("avhengighet Levanger", None), ("avhengighet", HERE)],
)
def test_the_parts_are_all_there_is(text: str, point: tuple[float, float] | None) -> None:
    known(record("1", "Fyrlykta", terms=DEPENDENCE))

    ((_, told),) = why(text, point=point)

    assert told is not None
    assert (told.open, told.soon, told.near > 0) == (10, 4, text != "avhengighet" or point == HERE)
    assert (told.here > 0) == ("Levanger" in text)
    assert told.all == 90 + told.near + told.here + told.open + told.confirmed + told.soon


def test_nothing_is_told_unasked() -> None:
    known(record("1", "Fyrlykta", terms=DEPENDENCE))

    assert [hit.reasons for hit in found(Query("avhengighet")).hits] == [None]


def test_the_command_tells_it_in_words() -> None:
    known(record("1", "Fyrlykta", terms=DEPENDENCE))

    said = CliRunner().invoke(search, ["avhengighet", "--why"], catch_exceptions=False).output

    assert (
        "  104 poeng: «avhengighet» 90 (begrep den har), åpen 10, møtes snart 4"
        in said.splitlines()
    )


def test_the_api_tells_whoever_asks() -> None:
    known(record("1", "Fyrlykta", terms=DEPENDENCE))

    told = [
        json.loads(
            Client().post("/api/search", body, content_type="application/json").content
        )["items"][0].get("reasons", {}).get("words")
        for body in ('{"text": "avhengighet", "why": true}', '{"text": "avhengighet"}')
    ]  # fmt: skip

    assert told == [{"avhengighet": {"points": 90, "by": "concept"}}, None]
