"""The sealed address a question is answered at."""

from collections.abc import Iterable
from functools import lru_cache
from time import time

from django.http import QueryDict
from django.urls import reverse

from knutepunkt.site.asking.question import Question
from knutepunkt.site.asking.sealing import LONGEST, opened, sealed
from knutepunkt.site.words import page_language

AGAIN = "search again"
# An address holds the fields in their order, so one that was sealed before they changed must
# not open.
SEARCH = " ".join(("search", *Question.__struct_fields__))


def address_of(question: Question) -> str:
    """The question as the last part of an address."""
    return sealed(question, SEARCH, time())


def address_again(form: QueryDict, names: Iterable[str]) -> str:
    """What was filled into a form that was not understood, as the last part of an address.

    ``names`` are the fields that are remembered. "" for more than an address may hold.
    """
    said = [(name, form.getlist(name)) for name in names if name in form]
    address = sealed(said, AGAIN, time())
    return address if len(address) <= LONGEST else ""


def opened_again(address: str) -> QueryDict:
    """What such an address holds. Raises Forgotten."""
    said = QueryDict(mutable=True)
    for name, values in opened(address, list[tuple[str, list[str]]], AGAIN, time()):
        said.setlist(name, values)
    return said


def opened_question(address: str) -> Question:
    """The question an address holds. Raises Forgotten."""
    return opened(address, Question, SEARCH, time())


def link_to(question: Question, tongue: str = "") -> str:
    """Where a question is answered, as a link: one press, and nothing of it in clear.

    ``tongue`` is the language of the page, from whoever makes many links.
    """
    return before_address(tongue or page_language()) + address_of(question)


@lru_cache(maxsize=10)
def before_address(tongue: str) -> str:
    """What stands before every sealed address, in a language."""
    del tongue
    return reverse("results", args=["-"]).removesuffix("-")
