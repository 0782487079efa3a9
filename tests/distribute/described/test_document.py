"""The description of the API: sound, whole, and true of its own examples."""

import json
import re
from typing import Any

import jsonschema
import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver
from openapi_spec_validator import validate

from knutepunkt.distribute.described.document import document, operations
from knutepunkt.distribute.described.hsds import KNOWN
from knutepunkt.distribute.doors.views import ENDINGS
from knutepunkt.distribute.hsds.parameters import READ
from tests.distribute.made import record, taken_in


def addresses(patterns: list[Any], start: str = "") -> list[str]:
    """Every address of the node, its changing parts as ``{}``."""
    found = []
    for one in patterns:
        path = start + re.sub(r"<[^>]*>", "{}", str(one.pattern))
        found += [path] if isinstance(one, URLPattern) else addresses(one.url_patterns, path)
    return found


def schema_of(schema: Any) -> Any:
    """A schema that can find the others."""
    return {"components": document()["components"], **schema}


def test_it_is_sound_openapi() -> None:
    validate(json.loads(json.dumps(document())))


def test_every_address_for_programs_is_described() -> None:
    described = {re.sub(r"\{\w+\}", "{}", one.path).lstrip("/") for one in operations()}
    known = {one for one in addresses(get_resolver().url_patterns) if one.startswith("api/")}

    assert known - described == {"api/", "api/docs", "api/{}"}


def test_every_ending_of_a_feed_is_described() -> None:
    described = {one.path.partition("groups.")[2] for one in operations() if "groups." in one.path}

    assert described == {*ENDINGS}


def test_every_parameter_that_is_read_is_described() -> None:
    assert KNOWN.keys() == READ.keys()


@pytest.mark.parametrize("one", operations(), ids=lambda one: one.id)
def test_examples_are_what_their_schemas_say(one: Any) -> None:
    if one.example is not None:
        jsonschema.validate(one.example, schema_of(one.asks))
    if one.answer is not None:
        jsonschema.validate(one.answer, schema_of(next(iter(one.answers.values()))))


@pytest.mark.django_db
def test_it_is_served_to_every_site() -> None:
    answer = Client().get("/api/openapi.json")

    assert json.loads(answer.content)["openapi"] == "3.1.0"
    assert answer["Access-Control-Allow-Origin"] == "*"


@pytest.mark.django_db
def test_the_page_has_a_form_for_every_operation() -> None:
    page = Client().get("/api/docs").content.decode()

    assert [f'id="{one.id}"' for one in operations() if f'id="{one.id}"' not in page] == []
    assert re.findall(r"(?:src|href)=\"(?!/|#|data:)[^\"]*", page) == []


@pytest.mark.django_db
def test_the_example_of_a_search_can_be_asked() -> None:
    taken_in(record("Sorggruppa"))
    asked = next(one.example for one in operations() if one.id == "search")

    answer = Client().post("/api/search", json.dumps(asked), content_type="application/json")

    assert json.loads(answer.content)["total"] == 1
    jsonschema.validate(
        json.loads(answer.content), schema_of({"$ref": "#/components/schemas/SearchAnswer"})
    )


@pytest.mark.django_db
def test_an_address_that_leads_nowhere_is_a_problem() -> None:
    answer = Client().get("/api/nothing/here")

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
