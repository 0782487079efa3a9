"""The sealed address a question is answered at."""

from functools import lru_cache
from time import time

from django.urls import reverse

from knutepunkt.site.question import Question, question_of
from knutepunkt.site.sealing import opened, sealed
from knutepunkt.site.words import page_language

SEARCH = "search"
Pairs = list[tuple[str, str]]


def address_of(question: Question) -> str:
    """The question as the last part of an address."""
    return sealed(question.fields(), SEARCH, time())


def opened_question(address: str) -> Question:
    """The question an address holds. Raises Forgotten."""
    pairs: Pairs = opened(address, Pairs, SEARCH, time())
    return question_of(pairs)


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
