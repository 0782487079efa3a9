"""Stencils of any depth write what the template itself would."""

from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from knutepunkt.site.group.drawn import words_drawn
from knutepunkt.site.group.own_words import OwnWords
from knutepunkt.site.writing.shaping import shaped
from knutepunkt.site.writing.stencil import squeezed

TEXT = st.text(max_size=20)
TITLES = st.lists(st.tuples(TEXT.filter(bool), TEXT), max_size=3)
SAID = st.builds(OwnWords, TEXT.filter(bool), TEXT, TEXT, TEXT, TEXT, TEXT)
SOURCE = st.fixed_dictionaries(
    {"name": TEXT, "kind": TEXT, "said": TEXT, "read": TEXT, "is_missing": st.booleans()}
)


@given(TEXT, TITLES)
def test_a_row_of_terms_is_what_its_template_says(title: str, links: list[tuple[str, str]]) -> None:
    template = "site/parts/term.html"

    drawn = shaped(template, title=title, links=links)

    written = render_to_string(template, {"title": title, "links": links})
    assert squeezed(drawn) == squeezed(written)


@given(st.lists(SOURCE, max_size=3), TEXT)
def test_provenance_is_what_its_template_says(sources: list[object], text: str) -> None:
    template = "site/parts/provenance.html"
    group = {"freshness": text, "confirmed_told": "", "sources": sources, "road": text}

    drawn = shaped(template, group=group)

    assert squeezed(drawn) == squeezed(render_to_string(template, {"group": group}))


@given(st.lists(SAID, min_size=1, max_size=3))
def test_own_words_are_what_their_template_says(said: list[OwnWords]) -> None:
    written = render_to_string("site/parts/own_words.html", {"texts": said})

    assert squeezed(words_drawn(said)) == squeezed(written)


def test_an_empty_list_and_an_empty_text_are_not_the_same_shape_as_full_ones() -> None:
    template = "site/parts/term.html"

    drawn = [shaped(template, title="T", links=links)
             for links in ([], [("a", "")], [("a", "/b")], [("a", ""), ("b", "/b")])]  # fmt: skip

    assert [(one.count("<a "), one.count("<dd>")) for one in drawn] == [
        (0, 0), (0, 1), (1, 1), (1, 2),
    ]  # fmt: skip
