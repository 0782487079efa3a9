"""What somebody may be about to write, in the words of the page."""

from django.utils.translation import gettext_lazy as _

from knutepunkt.search import suggesting
from knutepunkt.search.suggesting import Suggestion

KINDS = {
    "concept": _("Tema"), "place": _("Sted"), "organisation": _("Organisasjon"),
    "group": _("Gruppe"),
}  # fmt: skip
THEMES = "theme"


def suggestions(text: str, language: str) -> list[dict[str, str]]:
    """At most ten suggestions for what has been typed so far, each with the text it would make."""
    found = suggesting.suggestions(text, language)
    return [{"text": one.text, "kind": kind_of(one), "whole": one.whole} for one in found]


def kind_of(one: Suggestion) -> str:
    """The kind, and what tells a suggestion from its likes."""
    if one.kind == "concept":
        told = [str(KINDS["concept"]) if one.detail == THEMES else "", one.said]
    else:
        told = [str(KINDS[one.kind]), one.detail]
    return " · ".join(filter(None, told))
