"""What an operation is, in few words, and how OpenAPI writes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

Schema = Mapping[str, Any]
JSON, LINES, PROBLEM = "application/json", "application/x-ndjson", "application/problem+json"
TEXT: Schema = {"type": "string"}
VALIDATORS = {
    "ETag": {"description": "Send it back as If-None-Match.", "schema": TEXT},
    "Last-Modified": {"description": "Since when the answer has been the same.", "schema": TEXT},
}
AGAIN = {"Retry-After": {"description": "Seconds to wait.", "schema": TEXT}}
REASONS = {
    304: "You have it already.",
    400: "A parameter is not known or makes no sense; `field` says which.",
    404: "There is no such thing here.",
    405: "The address does not answer this method.",
    410: "It was here and is no longer.",
    413: "The body is too large.",
    415: "The body is no JSON.",
    422: "More groups are asked for than a printed list can hold; ask for fewer.",
    429: "You ask more than this node can answer.",
    501: "This node cannot write that; its operator can add what is needed.",
    503: "Others are being served; ask again soon.",
}


def ref(name: str) -> Schema:
    """A schema by its name."""
    return {"$ref": f"#/components/schemas/{name}"}


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of an address."""

    name: str
    schema: Schema
    description: str = ""
    example: object = None
    place: str = "query"

    def written(self) -> dict[str, Any]:
        """The parameter as OpenAPI has it."""
        told: dict[str, Any] = {"name": self.name, "in": self.place, "schema": self.schema}
        told |= {"required": True} if self.place == "path" else {}
        told |= {"description": self.description} if self.description else {}
        return told | ({"example": self.example} if self.example is not None else {})


@dataclass(frozen=True, slots=True)
class Operation:
    """One method at one address.

    ``answers`` are schemas of 200 by media type, ``asks`` the schema of a body. ``example`` is a
    body, ``answer`` what comes back to it.
    """

    path: str
    id: str
    tag: str
    summary: str
    answers: Mapping[str, Schema]
    method: str = "get"
    description: str = ""
    parameters: Sequence[Parameter] = ()
    asks: Schema | None = None
    example: object = None
    answer: object = None
    problems: Sequence[int] = (400, 429)

    def written(self) -> dict[str, Any]:
        """The operation as OpenAPI has it."""
        told: dict[str, Any] = {
            "operationId": self.id, "tags": [self.tag], "summary": self.summary,
        }  # fmt: skip
        told |= {"description": self.description} if self.description else {}
        if self.parameters:
            told["parameters"] = [one.written() for one in self.parameters]
        if self.asks is not None:
            content = {"schema": self.asks} | examples(self.example)
            told["requestBody"] = {"required": True, "content": {JSON: content}}
        return told | {"responses": self.responses()}

    def responses(self) -> dict[str, Any]:
        """What may come back."""
        content = {kind: {"schema": schema} for kind, schema in self.answers.items()}
        if self.answer is not None:
            first = next(iter(content))
            content[first] = content[first] | examples(self.answer)
        told: dict[str, Any] = {"200": {"description": "What was asked for.", "content": content}}
        if self.method == "get":
            told["200"]["headers"] = VALIDATORS
            told["304"] = {"description": REASONS[304]}
        return told | {str(status): problem(status) for status in self.problems}


def examples(value: object) -> dict[str, Any]:
    """An example beside a schema; nothing when there is none."""
    return {} if value is None else {"example": value}


def problem(status: int) -> dict[str, Any]:
    """A fault as it is told, with an example of it."""
    told = {
        "type": "about:blank", "title": HTTPStatus(status).phrase, "status": status,
        "detail": REASONS[status],
    }  # fmt: skip
    written: dict[str, Any] = {
        "description": REASONS[status],
        "content": {PROBLEM: {"schema": ref("Problem"), "example": told}},
    }
    return written | ({"headers": AGAIN} if status in (429, 503) else {})
