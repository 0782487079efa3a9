"""The words and the place of a question in fields, as they stand beside its answer."""

from functools import lru_cache

from django.utils.safestring import SafeString

from knutepunkt.site.asking.question import Question
from knutepunkt.site.choices import Choices
from knutepunkt.site.forms import SearchForm, orders
from knutepunkt.site.writing.stencil import Stencil, mark, written

NO_CHOICES = Choices([], [], [], [])


def fields_drawn(question: Question, tongue: str) -> SafeString:
    """The fields with what was asked in them."""
    has_place = bool(question.place)
    # What is chosen by itself is told as that, also when somebody has chosen it.
    sort = "" if question.sort == ("distance" if has_place else "relevance") else question.sort
    shape = (bool(question.text), has_place, question.within, question.confirmed, sort)
    return fields_stencil(*shape, tongue).filled((question.text, question.place))


@lru_cache(maxsize=500)
def fields_stencil(  # kept by their values, so told by place
    has_text: bool,  # noqa: FBT001
    has_place: bool,  # noqa: FBT001
    within: str,
    confirmed: str,
    sort: str,
    tongue: str,
) -> Stencil:
    """The fields for one distance and one order, in a language."""
    del tongue
    form = SearchForm(None, NO_CHOICES)
    form.offer("sort", orders(has_place=has_place))
    form.initial = {
        "text": mark(0) if has_text else "", "place": mark(1) if has_place else "",
        "within": within, "confirmed": confirmed, "sort": sort,
    }  # fmt: skip
    return written("site/parts/asked.html", {"form": form})
