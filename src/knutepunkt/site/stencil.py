"""Templates that are written out once for each shape, with holes that are filled in after that.

A page of answers has the same few shapes of cards and choices over and over; only the texts differ.
A stencil is a template as Django wrote it with marks in place of texts, cut at the marks. Nothing
that stood in a hole is remembered.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from knutepunkt.site import crisis, words

# Characters for private use: they are in no template and in no translation.
MARK = "\ue000{}\ue001"
CUT = re.compile("\ue000([0-9]+)\ue001")


class Stencil:
    """The parts of a template between its holes, and which value goes into each hole."""

    def __init__(self, written: str) -> None:
        parts = CUT.split(written)
        self.parts = parts[::2]
        self.holes = [int(number) for number in parts[1::2]]

    def filled(self, values: Sequence[object]) -> SafeString:
        """The template with values in its holes, each escaped unless it is safe already."""
        found = [self.parts[0]]
        for hole, part in zip(self.holes, self.parts[1:], strict=True):
            value = values[hole]
            safe = value if isinstance(value, SafeString) else escape(str(value))
            found += (safe, part)
        return SafeString("".join(found))


def mark(number: int) -> str:
    """What stands in a template where a value will."""
    return MARK.format(number)


def written(template: str, said: dict[str, object]) -> Stencil:
    """A template written out with marks in it, as a stencil."""
    return Stencil(render_to_string(template, said))


@lru_cache(maxsize=100)
def as_ever(template: str, language: str) -> SafeString:
    """A template that depends on nothing but the language."""
    del language
    numbers = {"crisis_numbers": crisis.numbers(words.language())}
    return SafeString(render_to_string(template, numbers))


def unchanging(template: str, language: str) -> SafeString:
    """As ``as_ever``, but a template that is being worked on is read again."""
    if settings.DEBUG:
        as_ever.cache_clear()
    return as_ever(template, language)
