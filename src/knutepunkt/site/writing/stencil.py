"""Templates that are written out once for each shape, with holes that are filled in after that.

A page of answers has the same few shapes of cards and choices over and over; only the texts differ.
A stencil is a template as Django wrote it with marks in place of texts, cut at the marks. Nothing
that stood in a hole is remembered here; cards keep what is the same for everybody (``cards``).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from html import escape

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from knutepunkt.site import crisis, words

# Characters for private use: they are in no template and in no translation.
MARK = "\ue000{}\ue001"
INDENTED = re.compile(r"\s*\n\s*")
SPECIAL = re.compile("[&<>\"']")  # most texts have none
CUT = re.compile("\ue000([0-9]+)\ue001")


class Stencil:
    """The parts of a template between its holes, and which value goes into each hole."""

    def __init__(self, parts: Sequence[str], holes: Sequence[int]) -> None:
        self.parts, self.holes = list(parts), list(holes)
        self.laid = [""] * (len(parts) + len(holes))  # the parts with room between them
        self.laid[::2] = parts

    @classmethod
    def cut(cls, written: str) -> "Stencil":
        """A template that was written with marks, cut at the marks."""
        parts = CUT.split(written)
        return cls(parts[::2], [int(number) for number in parts[1::2]])

    def filled(self, values: Sequence[object]) -> SafeString:
        """The template with values in its holes, each escaped unless it is safe already."""
        found = self.laid.copy()
        found[1::2] = [safe(values[hole]) for hole in self.holes]
        return SafeString("".join(found))

    def partly_filled(self, values: Mapping[int, object]) -> "Stencil":
        """The stencil with some of its holes filled for good."""
        parts, holes = self.parts[:1], []
        for hole, part in zip(self.holes, self.parts[1:], strict=True):
            if hole in values:
                parts[-1] += safe(values[hole]) + part
            else:
                holes.append(hole)
                parts.append(part)
        return Stencil(parts, holes)


def safe(value: object) -> str:
    """A value as HTML."""
    if isinstance(value, SafeString):
        return value
    text = str(value)
    return escape(text) if SPECIAL.search(text) else text


def drawn(part: str, tongue: str = "", /, **values: object) -> SafeString:
    """A part of a page from its template, where the values stand under the part's own name.

    A value that is empty is as good as not there. Which there are is the shape of the part, and all
    that is remembered of it. ``tongue`` is the language of the page, from whoever draws many parts.
    """
    shape = shape_of(values)
    stencil = of_shape(part, shape, tongue or words.page_language())
    return stencil.filled([values[name] for name in shape])


def each_drawn(
    part: str, tongue: str, names: tuple[str, ...], rows: Iterable[Sequence[object]]
) -> list[SafeString]:
    """The same for each of several rows of values, none of which is empty."""
    stencil = of_shape(part, names, tongue)
    return [stencil.filled(row) for row in rows]


def around_each(part: str, tongue: str, name: str, values: Sequence[SafeString]) -> SafeString:
    """The same with one value for each of several that are safe, one after the other."""
    if not values:
        return SafeString()
    before, after = of_shape(part, (name,), tongue).parts
    inside = f"{after}{before}".join(values)
    return SafeString(f"{before}{inside}{after}")


def shape_of(values: Mapping[str, object]) -> tuple[str, ...]:
    """Which values there are."""
    return tuple([name for name, value in values.items() if value])


@lru_cache(maxsize=500)
def of_shape(part: str, shape: tuple[str, ...], tongue: str) -> Stencil:
    """The template of a part for the values it has, in a language."""
    del tongue
    said = {name: mark(number) for number, name in enumerate(shape)}
    return written(f"site/parts/{part}.html", {part: said})


def mark(number: int) -> str:
    """What stands in a template where a value will."""
    return MARK.format(number)


def written(template: str, said: dict[str, object]) -> Stencil:
    """A template written out with marks in it, as a stencil."""
    return Stencil.cut(squeezed(render_to_string(template, said)))


def squeezed(text: str) -> str:
    """HTML without the indentation of its templates; a line's end is as good as any white space."""
    return INDENTED.sub("\n", text)


@lru_cache(maxsize=100)
def as_ever(template: str, language: str) -> SafeString:
    """A template that depends on nothing but the language."""
    del language
    numbers = {"crisis_numbers": crisis.numbers(words.language())}
    return SafeString(squeezed(render_to_string(template, numbers)))


def unchanging(template: str, language: str) -> SafeString:
    """As ``as_ever``, but a template that is being worked on is read again."""
    if settings.DEBUG:
        as_ever.cache_clear()
    return as_ever(template, language)
