"""The description for programs, and the page that lets people try it."""

import json
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from knutepunkt.distribute.api.bodies import once
from knutepunkt.distribute.api.door import door
from knutepunkt.distribute.api.problems import Problem
from knutepunkt.distribute.described.document import TAGS, document, operations
from knutepunkt.distribute.described.operations import Operation


@door("GET")
def openapi(request: HttpRequest) -> HttpResponseBase:
    """The description."""
    if unknown := once(request.GET.lists()):
        name = next(iter(unknown))[:40]
        raise Problem(400, f"there is no parameter “{name}” here", field=name)
    return HttpResponse(msgspec.json.encode(document()), content_type="application/json")


@door("GET")
def docs(request: HttpRequest) -> HttpResponseBase:
    """Every operation with a form to try it; without a script the addresses lead to answers."""
    parts = [
        (name, told, [shown(one) for one in operations() if one.tag == name])
        for name, told in TAGS.items()
    ]
    context = {"info": document()["info"], "parts": parts}
    return render(request, "distribute/api.html", context)


def shown(one: Operation) -> dict[str, Any]:
    """An operation as the page shows it."""
    return {
        "operation": one,
        "method": one.method.upper(),
        "example": pretty(one.example),
        "answer": pretty(one.answer),
        "parameters": [
            (each, kind_of(each.schema), each.description.replace("`", ""))
            for each in one.parameters
        ],
        "fields": [
            (name, kind_of(schema), schema.get("description", "").replace("`", ""))
            for name, schema in fields_of(one).items()
        ],
        "responses": one.responses(),
    }


def pretty(value: object) -> str:
    """JSON for people, a text as it is; "" for nothing."""
    if isinstance(value, str):
        return value
    return "" if value is None else json.dumps(value, ensure_ascii=False, indent=2)


def fields_of(one: Operation) -> dict[str, Any]:
    """What a body may have in it."""
    asks: Any = one.asks or {}
    if name := str(asks.get("$ref", "")).rpartition("/")[2]:
        asks = document()["components"]["schemas"][name]
    found: dict[str, Any] = asks.get("properties", {})
    return found


def kind_of(schema: Any) -> str:
    """What a value may be, in a few words."""
    if "anyOf" in schema:
        return " or ".join(kind_of(one) for one in schema["anyOf"])
    if "enum" in schema:
        return ", ".join(map(str, schema["enum"]))
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if schema.get("type") == "array" and isinstance(schema.get("items"), dict):
        return f"list of {kind_of(schema['items'])}"
    told = str(schema.get("format") or schema.get("type", ""))
    bounds = [str(schema[name]) for name in ("minimum", "maximum") if name in schema]
    return f"{told} {'–'.join(bounds)}".strip()
