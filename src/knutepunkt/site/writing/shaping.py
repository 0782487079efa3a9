"""Templates with values of any depth, by stencils: every text is a hole, all else is the shape.

A template that is drawn so must put its texts out as they are: a filter would see a mark.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import count
from typing import NamedTuple

from django.utils.safestring import SafeString

from knutepunkt.site.words import page_language
from knutepunkt.site.writing.stencil import Stencil, mark, written

HOLE = "\ue000"
Shape = object


class Fields(NamedTuple):
    """The shape of values with names."""

    names: tuple[str, ...]
    shapes: tuple[Shape, ...]


def shaped(template: str, **said: object) -> SafeString:
    """A template filled in with texts, numbers and truths, in lists and under names."""
    texts: list[object] = []
    shape = shape_in(said, texts)
    return stencil_of(template, shape, page_language()).filled(texts)


def shape_in(value: object, texts: list[object]) -> Shape:
    """The shape of a value; its texts are added to ``texts`` in the order of their holes."""
    if value is None or value == "" or isinstance(value, int):
        return value
    if isinstance(value, dict):
        return Fields(tuple(value), tuple([shape_in(one, texts) for one in value.values()]))
    if isinstance(value, list | tuple):
        return tuple([shape_in(one, texts) for one in value])
    texts.append(value)
    return HOLE


@lru_cache(maxsize=2000)
def stencil_of(template: str, shape: Fields, tongue: str) -> Stencil:
    """The template for a shape, in a language."""
    del tongue
    return written(template, marked(shape, count()))  # type: ignore[arg-type]


def marked(shape: Shape, numbers: Iterator[int]) -> object:
    """The value of which something is the shape, with a mark in every hole."""
    if isinstance(shape, Fields):
        return {
            name: marked(one, numbers)
            for name, one in zip(shape.names, shape.shapes, strict=True)
        }  # fmt: skip
    if isinstance(shape, tuple):
        return [marked(one, numbers) for one in shape]
    return mark(next(numbers)) if shape == HOLE else shape
