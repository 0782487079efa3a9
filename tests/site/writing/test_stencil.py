"""Stencils write what the template itself would, whatever stands in the holes."""

from itertools import product

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.site.answers import drawing
from knutepunkt.site.answers.drawing import Line, Said, around_options, parts_drawn, ways_drawn
from knutepunkt.site.writing.stencil import Stencil, mark, squeezed

TEXT = st.text(max_size=20)
SAID = st.builds(
    Said,
    url=TEXT, name=TEXT, organisation=TEXT,
    themes=st.lists(TEXT.filter(bool), max_size=4).map(tuple), state=TEXT,
    lines=st.lists(st.builds(Line, TEXT, TEXT), max_size=3).map(tuple), more=st.integers(0, 3),
    freshness=TEXT, is_fictitious=st.booleans(),
)  # fmt: skip


@given(SAID)
def test_a_card_is_what_its_template_says(said: Said) -> None:
    before, between, after = parts_drawn(said, "nb")

    card = said._asdict() | {"next": "NEXT", "distance": "FAR"}
    assert squeezed(f"{before}NEXT{between}FAR{after}") == squeezed(
        render_to_string("site/parts/hit.html", {"card": card})
    )


def test_a_changed_card_that_lacks_what_each_question_fills_in_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    turned = Stencil(["", "", ""], [1, 0])
    monkeypatch.setattr(drawing, "card_stencil", lambda shape, tongue: turned)

    with pytest.raises(ImproperlyConfigured, match=r"hit\.html: you: "):
        parts_drawn(Said("", "", "", "", "", (), (), 0, is_fictitious=False, is_stale=False), "nb")


@pytest.mark.parametrize(
    ("is_single", "is_chosen", "count", "name"),
    [*product([True, False], [True, False], [None, 0, 1, 1234], ["weekday", "«d»"])],
)
def test_a_choice_is_what_its_template_says(
    is_single: bool, is_chosen: bool, count: int | None, name: str
) -> None:
    ways = ways_drawn(name, "«MO» & tid", "<Mandag>", is_single, "nb")

    said = {
        "name": name, "value": "«MO» & tid", "label": "<Mandag>", "count": count,
        "is_single": is_single, "is_chosen": is_chosen,
    }  # fmt: skip
    written = render_to_string("site/parts/option.html", {"option": said})
    way = ways[is_chosen, None if count is None else count > 0]
    assert str(count).join(way) == squeezed(written)


def test_a_filter_is_open_when_something_in_it_is_chosen() -> None:
    shut, opened = around_options("A & B", "nb")

    options = "<label></label>"
    assert [options.join(one) for one in (shut, opened)] == [
        squeezed(
            render_to_string(
                "site/parts/filter.html",
                {"filter": {"title": "A & B", "options": SafeString(options), "is_open": is_open}},
            )
        )
        for is_open in (False, True)
    ]


@given(TEXT)
def test_a_value_that_looks_like_a_mark_stays_what_it_is(text: str) -> None:
    assert (
        Stencil.cut(f"a{mark(0)}b{mark(0)}").filled([mark(0) + "<"])
        == f"a{mark(0)}&lt;b{mark(0)}&lt;"
    )
