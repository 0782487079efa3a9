"""Where to go when little or nothing was found: only what leads somewhere, one press away."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import Meaning
from knutepunkt.search.queries import asked
from knutepunkt.search.suggesting import suggestions
from knutepunkt.site.addresses import link_to
from knutepunkt.site.asking import Spots, query_of
from knutepunkt.site.question import Question
from knutepunkt.site.words import language

MOST_WORDS = 4
MOST_MEANT = 3
FAR = "200"


@dataclass(frozen=True, slots=True)
class WayOut:
    """A question near the one that was asked, and how many groups it finds."""

    label: str
    url: str
    total: int


def ways_out(question: Question, meaning: Meaning, words: Lexicon, spots: Spots) -> list[WayOut]:
    """The ways that lead somewhere, the nearest to what was asked first.

    Asks only the index, at most fifteen times. ``meaning`` is that of the question's text,
    ``spots`` those of its place.
    """
    found = []
    for label, other in candidates(question._replace(page=1, view=""), words):
        here = spots if other.place == question.place else None
        query = replace(query_of(other, words, here), limit=0, has_facets=False)
        answer = asked(query, meaning=meaning if other.text == question.text else None)
        if answer.total and not (answer.loosened or answer.corrected):
            found.append(WayOut(label, link_to(other), answer.total))
    return found


def candidates(question: Question, words: Lexicon) -> Iterator[tuple[str, Question]]:
    """Questions that ask for less."""
    if question.within and question.within != FAR:
        yield _("Innen %(km)s km") % {"km": FAR}, question._replace(within=FAR)
    if question.within:
        yield _("Uansett avstand"), question._replace(within="")
    if question.weekday or question.hours or question.soon:
        yield _("En annen dag eller tid"), question._replace(weekday=(), hours="", soon="")
    if question.is_narrowed() and (question.text or question.theme):
        plain = Question(question.text, question.place, question.within, theme=question.theme)
        yield _("Uten de andre valgene"), plain
    online = Question(text=question.text, theme=question.theme, mode="online")
    if (question.text or question.theme) and online != question:
        yield _("På nett, samme tema"), online
    if above := broader(question, words):
        name = words.name(words.code["theme", above], language())
        yield _("Alt om %(theme)s") % {"theme": name}, Question(theme=above)
    for one in suggestions(question.text, language())[:MOST_MEANT] if question.text else ():
        yield _("Mente du «%(text)s»?") % {"text": one.text}, Question(one.text, question.place)
    parts = question.text.split()
    if len(parts) > 1:
        for part in dict.fromkeys(parts[:MOST_WORDS]):
            yield _("Bare ordet «%(word)s»") % {"word": part}, Question(part, question.place)
    yield _("Alle grupper på nett"), Question(mode="online")
    yield _("Alle grupper"), Question()


def broader(question: Question, words: Lexicon) -> str:
    """The code of the theme above the chosen one, or "" when there is none."""
    above = words.broader.get(words.code.get(("theme", question.theme), 0))
    return next((code for (_scheme, code), id_ in words.code.items() if id_ == above), "")


def repairs(question: Question, total: int, wider: Iterable[tuple[str, int]]) -> list[WayOut]:
    """One press to more: the same from farther away, the widest first in ``wider``."""
    ways: list[WayOut] = []
    for within, number in wider:
        if number <= total:
            break  # nothing nearer has more than what is anywhere
        label = _("Utvid til %(km)s km") % {"km": within} if within else _("Uansett avstand")
        ways.insert(0, WayOut(label, link_to(question._replace(page=1, within=within)), number))
    return ways
