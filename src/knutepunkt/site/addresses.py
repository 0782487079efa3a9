"""The sealed address a question is answered at."""

from functools import lru_cache
from time import time

from django.urls import reverse

from knutepunkt.site.question import Question
from knutepunkt.site.sealing import opened, sealed
from knutepunkt.site.words import page_language

# An address holds the fields in their order, so one that was sealed before they changed must
# not open.
SEARCH = " ".join(("search", *Question._fields))


def address_of(question: Question) -> str:
    """The question as the last part of an address."""
    return sealed(question, SEARCH, time())


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
