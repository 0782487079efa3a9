"""Where to go when nothing was found: wider, fewer words, online; only what leads somewhere."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.queries import asked
from knutepunkt.site.asking import query_of
from knutepunkt.site.question import Question

MOST_WORDS = 4
FAR = "200"


@dataclass(frozen=True, slots=True)
class WayOut:
    """A question near the one that found nothing, and how many groups it finds."""

    label: str
    question: Question
    total: int


def ways_out(question: Question, words: Lexicon) -> list[WayOut]:
    """The ways that lead somewhere, the nearest to what was asked first.

    Asks only the index, at most nine times.
    """
    found = []
    for label, other in candidates(replace(question, page=1)):
        answer = asked(replace(query_of(other, words), limit=0))
        if answer.total and not (answer.loosened or answer.corrected):
            found.append(WayOut(label, other, answer.total))
    return found


def candidates(question: Question) -> Iterator[tuple[str, Question]]:
    """Questions that ask for less."""
    if question.within and question.within != FAR:
        yield _("Innen %(km)s km") % {"km": FAR}, replace(question, within=FAR)
    if question.within:
        yield _("Uansett avstand"), replace(question, within="")
    if question.is_narrowed() and (question.text or question.theme):
        plain = replace(question, weekday=(), mode="", language="")
        yield _("Uansett dag, møtemåte og språk"), plain
    online = Question(text=question.text, theme=question.theme, mode="online")
    if (question.text or question.theme) and online != question:
        yield _("På nett, samme tema"), online
    parts = question.text.split()
    if len(parts) > 1:
        for part in dict.fromkeys(parts[:MOST_WORDS]):
            fewer = replace(question, text=part, within="", weekday=(), mode="", language="")
            yield _("Bare ordet «%(word)s»") % {"word": part}, fewer
    yield _("Alle grupper på nett"), Question(mode="online")
    yield _("Alle grupper"), Question()
