"""Texts on their way out: passwords of online rooms stay inside, whichever way they came in."""

from collections.abc import Iterable
from functools import lru_cache

from knutepunkt.collect.clean.secrets import (
    link_without_secrets,
    number_without_secrets,
    without_secrets,
)
from knutepunkt.distribute.published.records import OwnWords

WEB = ("https://", "http://")

__all__ = ["link", "number", "own_words", "text"]


@lru_cache(maxsize=2000)  # names of places, prices, organisations' own words: many say the same
def text(said: str) -> str:
    """A text without passwords."""
    return without_secrets(said) if said else ""


def link(said: str) -> str:
    """An address of the web without passwords; "" for any other."""
    if not said.lower().startswith(WEB):
        return ""
    try:
        return link_without_secrets(said)
    except ValueError:  # an address no browser would open either
        return ""


def number(said: str) -> str:
    """A number to dial without its passcode."""
    return number_without_secrets(said) if said else ""


def own_words(said: Iterable[dict[str, str]]) -> tuple[OwnWords, ...]:
    """The texts in which somebody describes itself."""
    return tuple(
        OwnWords(one.get("language", ""), text(one["text"]), one.get("by", ""), one.get("on", ""))
        for one in said
        if one.get("text")
    )
