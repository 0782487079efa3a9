"""Where to go when little or nothing was found: only what leads somewhere, one press away."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext as _
from msgspec.structs import replace

from knutepunkt.search.answering.loosening import is_narrowed
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import Meaning
from knutepunkt.search.queries import Found, asked, lexicon_of, total
from knutepunkt.search.suggesting.suggestions import suggestions
from knutepunkt.site.asking.addresses import link_to
from knutepunkt.site.asking.posing import Spots, query_of
from knutepunkt.site.asking.question import Question
from knutepunkt.site.choices import State, state_now
from knutepunkt.site.words import language

MOST_WORDS = 4
MOST_MEANT = 3
FAR = "200"
Way = tuple[str, Question]
SAME_FOR_ALL = ONLINE, ALL = Question(mode="online"), Question()


@dataclass(frozen=True, slots=True)
class WayOut:
    """A question near the one that was asked, and how many groups it finds."""

    label: str
    url: str
    total: int


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question that found nothing, and what is known of it: its answer, which places it may mean,
    and how many groups it finds from farther away, by distance.
    """

    question: Question
    answer: Found
    words: Lexicon
    spots: Spots
    wider: Mapping[str, int]

    @property
    def meaning(self) -> Meaning:
        """What the question's text means."""
        return self.answer.meaning

    def total(self, other: Question) -> int:
        """How many groups another question finds just as it is put."""
        anywhere = replace(other, place="") if not other.within else other
        if anywhere in SAME_FOR_ALL:
            return totals_for_all(state_now())[anywhere]  # a place alone only orders them
        is_same_text = other.text == self.question.text
        if is_same_text and self.meaning.corrected:
            return 0
        if other == replace(self.question, within=other.within) and self.is_as_put:
            number = self.wider.get(other.within)
            if number is not None:
                return number
        here = self.spots if other.place == self.question.place else None
        query = replace(query_of(other, self.words, here), limit=0, has_facets=False)
        meaning = self.meaning if is_same_text else None
        found = asked(query, meaning=meaning, now_open=self.answer.index)
        return 0 if found.loosened or found.corrected else found.total

    @property
    def is_as_put(self) -> bool:
        """Say whether nothing of the text is let go of, however few groups are found."""
        meaning = self.meaning
        return len(meaning.needs) < 2 and not (meaning.fees or is_narrowed(meaning))


@lru_cache(maxsize=2)
def totals_for_all(state: State) -> dict[Question, int]:
    """How many groups the ways find that lead away from all that was asked."""
    words = lexicon_of(state[3])
    return {one: total(query_of(one, words)) for one in SAME_FOR_ALL}


def ways_out(unanswered: Unanswered) -> list[WayOut]:
    """The ways that lead somewhere, the nearest to what was asked first.

    Other words are offered only where the words that were typed lead nowhere: else it was not for
    them that nothing was found. Asks only the index, at most fourteen times.
    """
    question = unanswered.question
    found = leading(unanswered, asking_less(question))
    others = () if found else other_words(question)
    beyond = [*broader(question, unanswered.words), *others, *everything(question)]
    return found + leading(unanswered, beyond)


def leading(unanswered: Unanswered, ways: Iterable[Way]) -> list[WayOut]:
    """Those of some ways that find groups."""
    counted = [(label, other, unanswered.total(other)) for label, other in ways]
    return [WayOut(label, link_to(other), number) for label, other, number in counted if number]


def asking_less(question: Question) -> Iterator[Way]:
    """The same without some of what was chosen."""
    if question.within and question.within != FAR:
        yield _("Innen %(km)s km") % {"km": FAR}, replace(question, within=FAR)
    if question.within:
        yield _("Uansett avstand"), replace(question, within="")
    if question.weekday or question.hours or question.soon:
        yield _("En annen dag eller tid"), replace(question, weekday=(), hours="", soon="")
    if question.is_narrowed() and (question.text or question.theme):
        plain = Question(question.text, question.place, question.within, theme=question.theme)
        yield _("Uten de andre valgene"), plain
        if question.within:
            yield _("Samme tema, nærmest først"), replace(plain, within="")
    online = Question(text=question.text, theme=question.theme, mode="online")
    if (question.text or question.theme) and online != question:
        yield _("På nett, samme tema"), online


def other_words(question: Question) -> Iterator[Way]:
    """What may have been meant, and each of several words by itself."""
    for one in suggestions(question.text, language())[:MOST_MEANT] if question.text else ():
        yield _("Mente du «%(text)s»?") % {"text": one.text}, Question(one.text, question.place)
    parts = question.text.split()
    if len(parts) > 1:
        for part in dict.fromkeys(parts[:MOST_WORDS]):
            yield _("Bare ordet «%(word)s»") % {"word": part}, Question(part, question.place)


def everything(question: Question) -> Iterator[Way]:
    """All groups, whatever was asked."""
    yield _("Alle grupper på nett"), ONLINE
    if question.place:
        yield _("Alle grupper, nærmest først"), Question(place=question.place)
    else:
        yield _("Alle grupper"), ALL


def broader(question: Question, words: Lexicon) -> Iterator[Way]:
    """The theme above the chosen one, where there is one."""
    above = words.broader.get(words.code.get(("theme", question.theme), 0))
    if above:
        label = _("Alt om %(theme)s") % {"theme": words.name(above, language())}
        yield label, Question(theme=words.code_of(above))


def repairs(
    question: Question, total: int, wider: Iterable[tuple[str, int]], tongue: str
) -> list[WayOut]:
    """One press to more: the same from farther away, the widest first in ``wider``."""
    ways: list[WayOut] = []
    for within, number in wider:
        if number <= total:
            break  # nothing nearer has more than what is anywhere
        label = _("Utvid til %(km)s km") % {"km": within} if within else _("Uansett avstand")
        other = replace(question, page=1, within=within)
        ways.insert(0, WayOut(label, link_to(other, tongue), number))
    return ways
