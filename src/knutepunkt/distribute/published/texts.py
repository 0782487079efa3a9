"""Texts on their way out: passwords of online rooms stay inside, whichever way they came in."""

from collections.abc import Iterable
from functools import lru_cache

import msgspec

from knutepunkt.collect.clean.secrets import (
    link_without_secrets,
    number_without_secrets,
    without_secrets,
)
from knutepunkt.collect.drafts import Step
from knutepunkt.distribute.published.records import OwnWords

WEB = ("https://", "http://")
words = msgspec.json.Decoder(tuple[OwnWords, ...]).decode
steps = msgspec.json.Decoder(tuple[Step, ...]).decode

__all__ = ["link", "number", "own_words", "road", "text", "words"]


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


def own_words(said: Iterable[OwnWords]) -> tuple[OwnWords, ...]:
    """The texts in which somebody describes itself."""
    return tuple(OwnWords(one.language, text(one.text), one.by, one.on) for one in said if one.text)


@lru_cache(maxsize=2000)  # nearly all groups of a source came the same way
def road(said: str) -> tuple[Step, ...]:
    """The nodes something came by, from JSON."""
    return steps(said)
