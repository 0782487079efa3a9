"""Cards and choices as HTML, by stencils: what an answer has most of must cost least."""

from functools import lru_cache
from itertools import product
from typing import NamedTuple

from django.core.exceptions import ImproperlyConfigured

from knutepunkt.site.writing.stencil import Stencil, mark, written

# Whether a card has an organisation and a state, whether it is made up and stale; how many themes;
# whether each line says where; how many meetings more.
CardShape = tuple[bool, bool, bool, bool, int, tuple[bool, ...], int]
NEXT, DISTANCE, FIRST = 0, 1, 2
Parts = tuple[str, str, str]


class Line(NamedTuple):
    """One meeting: when, and where or how."""

    when: str
    where: str


class Said(NamedTuple):
    """What a result says of a group. ``more`` is how many meetings it has beyond ``lines``."""

    url: str
    name: str
    organisation: str
    state: str
    freshness: str
    themes: tuple[str, ...]
    lines: tuple[Line, ...]
    more: int
    is_fictitious: bool
    is_stale: bool


def parts_drawn(said: Said, tongue: str) -> Parts:
    """A result but for what depends on who asks and when: what stands before, between and after."""
    shape = (
        bool(said.organisation), bool(said.state), said.is_fictitious, said.is_stale,
        len(said.themes), tuple([bool(one.where) for one in said.lines]), said.more,
    )  # fmt: skip
    values = [said.url, said.name, said.organisation, said.state, said.freshness, *said.themes]
    for line in said.lines:
        values += line
    filled = card_stencil(shape, tongue).partly_filled(dict(enumerate(values, start=FIRST)))
    if filled.holes != [NEXT, DISTANCE]:
        raise ImproperlyConfigured("hit.html: you: put card.next, then card.distance, once each")
    before, between, after = filled.parts
    return before, between, after


@lru_cache(maxsize=2000)
def card_stencil(shape: CardShape, tongue: str) -> Stencil:
    """The template of a card for one shape, in a language."""
    del tongue
    has_organisation, has_state, is_fictitious, is_stale, themes, lines, more = shape
    card = {
        "next": mark(NEXT), "distance": mark(DISTANCE),
        "url": mark(2), "name": mark(3),
        "organisation": mark(4) if has_organisation else "",
        "state": mark(5) if has_state else "",
        "freshness": mark(6),
        "themes": [mark(7 + number) for number in range(themes)],
        "lines": [
            {"when": mark(7 + themes + 2 * number),
             "where": mark(8 + themes + 2 * number) if has_where else ""}
            for number, has_where in enumerate(lines)
        ],
        "more": more, "is_fictitious": is_fictitious, "is_stale": is_stale,
    }  # fmt: skip
    return written("site/parts/hit.html", {"card": card})


@lru_cache(maxsize=200)
def around_options(title: str, tongue: str) -> tuple[list[str], list[str]]:
    """What stands before and after the choices of a filter: shut, and open."""
    shut, opened = (
        filter_stencil(tongue, is_open=is_open).partly_filled({0: title}).parts
        for is_open in (False, True)
    )
    return shut, opened


@lru_cache(maxsize=20)
def filter_stencil(tongue: str, *, is_open: bool) -> Stencil:
    """The template of a filter, in a language."""
    del tongue
    said = {"title": mark(0), "options": mark(1), "is_open": is_open}
    return written("site/parts/filter.html", {"filter": said})


Way = tuple[bool, bool | None]
Ways = dict[Way, list[str]]
WAYS: list[Way] = [*product((False, True), (None, False, True))]


@lru_cache(maxsize=20_000)
def ways_drawn(
    name: str,
    value: str,
    label: str,
    is_single: bool,  # noqa: FBT001 - kept by its value, so told by place
    tongue: str,
) -> Ways:
    """A choice as it is drawn when chosen and when not; with no count, none, and some.

    All of them are made, so what is kept does not tell what anybody chose.
    """
    told = {0: name, 1: value, 2: label}
    stencils = {way: option_stencil(is_single, *way, tongue) for way in WAYS}
    return {way: stencil.partly_filled(told).parts for way, stencil in stencils.items()}


@lru_cache(maxsize=100)
def option_stencil(
    is_single: bool,  # noqa: FBT001
    is_chosen: bool,  # noqa: FBT001
    has_count: bool | None,  # noqa: FBT001
    tongue: str,
) -> Stencil:
    """The template of a choice, in a language. ``has_count`` is None where no count is known."""
    del tongue
    count = None if has_count is None else (mark(3) if has_count else 0)
    said = {"name": mark(0), "value": mark(1), "label": mark(2), "count": count,
            "is_single": is_single, "is_chosen": is_chosen}  # fmt: skip
    return written("site/parts/option.html", {"option": said})
