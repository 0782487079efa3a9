"""What somebody may be about to write, in the words of the page."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from msgspec.structs import replace

from knutepunkt.search.suggesting import suggestions as suggesting
from knutepunkt.search.suggesting.suggestions import Suggestion
from knutepunkt.site.asking.addresses import link_to
from knutepunkt.site.asking.question import Question

KINDS = {
    "concept": _("Tema"), "place": _("Sted"), "organisation": _("Organisasjon"),
    "group": _("Gruppe"),
}  # fmt: skip
SCHEMES = {"theme": KINDS["concept"], "language": _("Språk")}


def suggestions(text: str, language: str) -> list[dict[str, str]]:
    """At most ten suggestions for what has been typed so far, each with the text it would make."""
    found = suggesting.suggestions(text, language)
    return [{"text": one.text, "kind": kind_of(one), "whole": one.whole} for one in found]


@dataclass(frozen=True, slots=True)
class Way:
    """A suggestion as a link that is pressed once."""

    text: str
    kind: str
    url: str


def suggested(question: Question, language: str) -> list[Way]:
    """What a question's text may become, each as the whole question asked with it."""
    return [
        Way(one["text"], one["kind"], link_to(replace(question, text=one["whole"] or one["text"])))
        for one in suggestions(question.text, language)
    ]


def kind_of(one: Suggestion) -> str:
    """The kind, and what tells a suggestion from its likes."""
    if one.kind == "concept":
        told = [str(SCHEMES.get(one.detail, "")), one.said]
    else:
        told = [str(KINDS[one.kind]), one.detail]
    return " · ".join(filter(None, told))
