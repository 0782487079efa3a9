"""Cards and choices as HTML, by stencils: what an answer has most of must cost least."""

from functools import lru_cache

from django.utils.safestring import SafeString

from knutepunkt.site.cards import Card
from knutepunkt.site.filters import Filter, Option
from knutepunkt.site.stencil import Stencil, mark, written
from knutepunkt.site.words import language

# Whether a card has an organisation, a state, a distance, a next meeting; whether it is made up;
# how many themes; whether each line says where; how many meetings more.
CardShape = tuple[bool, bool, bool, bool, bool, int, tuple[bool, ...], int]


def card_drawn(card: Card) -> SafeString:
    """One result."""
    shape = (
        bool(card.organisation), bool(card.state), bool(card.distance), bool(card.next),
        card.is_fictitious, len(card.themes), tuple([bool(one.where) for one in card.lines]),
        card.more,
    )  # fmt: skip
    values = [card.url, card.name, card.organisation, card.state, card.distance, card.next,
              card.freshness, *card.themes]  # fmt: skip
    for line in card.lines:
        values += (line.when, line.where)
    return card_stencil(shape, language()).filled(values)


@lru_cache(maxsize=2000)
def card_stencil(shape: CardShape, tongue: str) -> Stencil:
    """The template of a card for one shape, in a language."""
    del tongue
    has_organisation, has_state, has_distance, has_next, is_fictitious, themes, lines, more = shape
    card = {
        "url": mark(0), "name": mark(1),
        "organisation": mark(2) if has_organisation else "",
        "state": mark(3) if has_state else "",
        "distance": mark(4) if has_distance else "",
        "next": mark(5) if has_next else "",
        "freshness": mark(6),
        "themes": [mark(7 + number) for number in range(themes)],
        "lines": [
            {"when": mark(7 + themes + 2 * number),
             "where": mark(8 + themes + 2 * number) if has_where else ""}
            for number, has_where in enumerate(lines)
        ],
        "more": more, "is_fictitious": is_fictitious,
    }  # fmt: skip
    return written("site/parts/hit.html", {"card": card})


def filter_drawn(one: Filter) -> SafeString:
    """One filter with its choices."""
    tongue = language()
    options = SafeString("".join([option_drawn(one, option, tongue) for option in one.options]))
    return filter_stencil(tongue, is_open=one.is_open).filled((one.title, options))


@lru_cache(maxsize=20)
def filter_stencil(tongue: str, *, is_open: bool) -> Stencil:
    """The template of a filter, in a language."""
    del tongue
    said = {"title": mark(0), "options": mark(1), "is_open": is_open}
    return written("site/parts/filter.html", {"filter": said})


def option_drawn(one: Filter, option: Option, tongue: str) -> SafeString:
    """One choice. A choice that is so or not has a name of its own."""
    name, value = (one.name, option.value) if one.name else (option.value, "1")
    has_count = None if option.count is None else bool(option.count)
    found = option_stencil(one.is_single, option.is_chosen, has_count, tongue)
    return found.filled((name, value, option.label, option.count))


@lru_cache(maxsize=100)
def option_stencil(
    is_single: bool,  # noqa: FBT001 - kept by their values, so told by place
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
