"""Every example can be sent to a node, and is what a node answers."""

import json
from datetime import date
from typing import Any

import jsonschema
import pytest
from django.http.response import HttpResponseBase
from django.test import Client, TestCase, override_settings

from knutepunkt.distribute.described.document import document, operations
from knutepunkt.distribute.described.operations import LINES, Operation
from knutepunkt.distribute.described.sample import GROUP, HERE
from knutepunkt.distribute.described.words import VOCABULARY
from knutepunkt.distribute.handing import stated
from knutepunkt.distribute.hsds import kept, taxonomies
from knutepunkt.vocabulary import actions
from knutepunkt.vocabulary.records import (
    ConceptRecord,
    LabelRecord,
    MappingRecord,
    SchemeRecord,
    Vocabulary,
)
from tests.distribute.hsds import official
from tests.distribute.made import taken_in

BESIDE = Vocabulary(
    schemes=(SchemeRecord("language", "own"), SchemeRecord("bmlt", "foreign"),
             SchemeRecord("meeting-guide", "foreign")),
    concepts=(
        ConceptRecord("language", "nb", labels=(LabelRecord("nb", "preferred", "Bokmål"),)),
        ConceptRecord("bmlt", "O", labels=(LabelRecord("nb", "preferred", "Åpent møte"),)),
        ConceptRecord("meeting-guide", "NO"),
    ),
    mappings=(MappingRecord("meeting-guide", "NO", "language", "nb", "Knutepunkt", "exact",
                            date(2026, 9, 1)),),
)  # fmt: skip
# A workbook and paper are no text; paper takes seconds besides.
NO_TEXT = ("application/pdf", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
ASKED = [one for one in operations() if not one.path.endswith(".pdf")]
IN_TEXT = [one for one in ASKED if next(iter(one.answers)) not in NO_TEXT]
# Which counts there are rests on the groups; the description of itself is shortened.
OPEN = (".facets", ".@graph", ".info", ".servers", ".tags", ".security", ".components", ".paths")


def send(one: Operation) -> HttpResponseBase:
    path = one.path.format(**{each.name: each.example for each in one.parameters
                              if each.place == "path"})  # fmt: skip
    if one.method == "post":
        return Client().post(path, json.dumps(one.example), content_type="application/json")
    return Client().get(path, {
        each.name: str(each.example).lower() if each.example is True else each.example
        for each in one.parameters if each.place == "query"
    })  # fmt: skip


def body(answer: Any) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def fields(value: Any, path: str = "") -> set[str]:
    """Every field there is, by its way from the top; of a list, those of all it holds."""
    if path.startswith(OPEN):
        return set()
    if isinstance(value, list):
        return {way for one in value for way in fields(one, f"{path}[]")}
    if isinstance(value, dict):
        return {path}.union(*(fields(one, f"{path}.{name}") for name, one in value.items()))
    return {path}


def things(kind: str, told: str) -> Any:
    """What a text in JSON, or in lines of it, says."""
    return [json.loads(line) for line in told.splitlines()] if kind == LINES else json.loads(told)


def faults(one: Operation, kind: str, value: Any) -> list[str]:
    whole = {"components": document()["components"], **one.answers[kind]}
    checked = jsonschema.Draft202012Validator(whole, format_checker=official.CHECKED)
    return [f"{fault.json_path}: {fault.message[:200]}" for fault in checked.iter_errors(value)]


@override_settings(KNUTEPUNKT_API_RATE=1e9)
class TestExamples(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        kept.clear()
        taxonomies.numbers.cache_clear()
        actions.take_in(VOCABULARY)
        actions.take_in(BESIDE)
        taken_in(stated(GROUP, HERE))

    def test_each_can_be_sent_and_is_answered_as_described(self) -> None:
        wrong = {}
        for one in ASKED:
            answer: Any = send(one)
            kind, _, _ = answer["Content-Type"].partition(";")
            told = body(answer)
            if answer.status_code != 200 or kind not in one.answers:
                wrong[one.id] = [str(answer.status_code), kind, told[:300].decode()]
            elif kind.endswith("json"):
                value = told.decode() if kind == LINES else json.loads(told)
                wrong[one.id] = faults(one, kind, value)

        assert {name: found for name, found in wrong.items() if found} == {}

    def test_each_answer_has_the_fields_of_its_example(self) -> None:
        # Asked with every parameter, lists tell only the least; asked by POST, what is usual.
        asked = [one for one in ASKED if next(iter(one.answers)).endswith("json")
                 and not one.id.startswith("list_")]  # fmt: skip

        differ = {}
        for one in asked:
            kind, example = next(iter(one.answers)), one.answer
            said = things(kind, example) if isinstance(example, str) else example
            told = things(kind, body(send(one)).decode())
            # Records leave out what is usual, and nothing has gone from this directory.
            differ[one.id] = (
                fields(said) - fields(told) - {"[].gone"} if kind == LINES
                else fields(said) ^ fields(told)
            )  # fmt: skip

        assert {name: found for name, found in differ.items() if found} == {}


@pytest.mark.parametrize("one", IN_TEXT, ids=lambda one: one.id)
def test_every_operation_has_examples_of_all_it_takes_and_answers(one: Operation) -> None:
    assert [each.name for each in one.parameters if each.example is None] == []
    assert one.answer is not None
    assert (one.example is None) == (one.asks is None)
    assert faults(one, next(iter(one.answers)), one.answer) == []
