"""The page of an answer, put together of parts, each by a stencil of its own."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from knutepunkt.site.answers.asked import fields_drawn
from knutepunkt.site.answers.cards import Card
from knutepunkt.site.asking.question import Question
from knutepunkt.site.queries import Answer, Beside
from knutepunkt.site.words import page_language
from knutepunkt.site.writing.frame import framed
from knutepunkt.site.writing.shaping import shaped
from knutepunkt.site.writing.stencil import around_each, drawn, each_drawn, unchanging

NOTHING = SafeString()


def answer_drawn(request: HttpRequest, question: Question, answer: Answer) -> SafeString:
    """The whole page."""
    there_are, tongue = answer.cards or answer.elsewhere, page_language()
    return framed(
        request,
        "site/results.html",
        is_loud=answer.may_be_watched,
        urgent=unchanging("site/parts/crisis.html", tongue) if answer.is_urgent else NOTHING,
        sentence=answer.sentence,
        remarks=remarks(answer),
        chips=chips(answer, tongue),
        aside=if_any("aside", is_aside(question), {"question": answer.question}),
        filters=panel(question, answer, tongue),
        map=if_any("map", answer.map, {"answer": answer, "map": answer.map}),
        hits=hits(answer, tongue) if there_are else NOTHING,
        nothing=NOTHING if there_are else nothing(answer),
        beside=beside(answer.online, tongue) if answer.online else NOTHING,
    )


def if_any(name: str, there_is: object, said: dict[str, object]) -> SafeString:
    """A part that few pages have, from its template."""
    return SafeString(render_to_string(f"site/parts/{name}.html", said)) if there_is else NOTHING


def is_aside(question: Question) -> bool:
    """Say whether groups are put aside."""
    return bool(question.aside or question.basket)


def remarks(answer: Answer) -> SafeString:
    """How the question was read, where that is not just as it was put."""
    there_are = (
        answer.ended,
        answer.corrections,
        answer.loosened,
        answer.far_off,
        answer.other_places,
    )
    return if_any("remarks", any(there_are), {"answer": answer})


def chips(answer: Answer, tongue: str) -> SafeString:
    """What was chosen, to let go of, and ways to more."""
    chosen = [(one.label, one.url) for one in answer.chosen]
    found = each_drawn("chip", tongue, ("label", "url"), chosen)
    if answer.repairs:
        ways = [(way.label, way.url, way.total) for way in answer.repairs]
        found += each_drawn("chip", tongue, ("label", "url", "total"), ways)
    return drawn("chips", tongue, chips=SafeString("".join(found))) if found else NOTHING


def panel(question: Question, answer: Answer, tongue: str) -> SafeString:
    """The words, the place and the filters, to be changed."""
    kept = question.unshown()
    return drawn(
        "filters",
        tongue,
        kept=if_any("hidden", kept, {"question": {"fields": kept}}),
        asked=fields_drawn(question, tongue),
        choices=SafeString(answer.filters),
    )


def hits(answer: Answer, tongue: str) -> SafeString:
    """The groups, how many there are, and the pages on either side."""
    told = ngettext("%(total)s gruppe", "%(total)s grupper", answer.total)
    first, last, earlier, later = answer.turning
    span = {"first": first, "last": last, "total": answer.total}
    return drawn(
        "hits",
        tongue,
        told=told % {"total": answer.total},
        as_map=answer.as_map,
        cards=items(answer.cards, answer.question, tongue),
        told_elsewhere=answer.told_elsewhere,
        elsewhere=items(answer.elsewhere, answer.question, tongue),
        span=_("Viser %(first)s–%(last)s av %(total)s.") % span if earlier or later else "",
        earlier=earlier,
        later=later,
    )


def items(cards: list[Card], question: Question, tongue: str) -> SafeString:
    """Each group as one of the list, to be put aside where that is what somebody does."""
    if not is_aside(question):
        return plain_items(cards, tongue)
    found = [
        drawn("hit_item", tongue, card=card.drawn, put_aside=put_aside(card, question))
        for card in cards
    ]
    return SafeString("".join(found))


def plain_items(cards: list[Card], tongue: str) -> SafeString:
    """Each group as one of a list."""
    return around_each("hit_item", tongue, "card", [card.drawn for card in cards])


def put_aside(card: Card, question: Question) -> SafeString:
    """The button that puts a group aside, or that it was; nothing where there is no room left."""
    kind = "is_aside" if card.face.id in question.basket else "id"
    if kind == "id" and question.has_full_basket:
        return NOTHING
    return drawn("put_aside", name=card.face.name, **{kind: card.face.id})


def nothing(answer: Answer) -> SafeString:
    """Ways on where no group was found."""
    ways = [
        {"label": way.label, "url": way.url, "total": str(way.total)} for way in answer.ways_out
    ]
    knowing = [
        {"name": one.name, "url": reverse("organisation", args=[one.uid])}
        for one in answer.organisations
    ]
    wish = if_any("wish", there_is=True, said={"answer": answer})  # may be somebody else's
    said = {"ways_out": ways, "organisations": knowing, "wish": wish}
    return shaped("site/parts/nothing.html", answer=said)


def beside(found: Beside, tongue: str) -> SafeString:
    """Groups online, beside those near a place."""
    told = ngettext(
        "Vis %(total)s gruppe på nett", "Vis alle %(total)s grupper på nett", found.total
    )
    return drawn(
        "beside",
        tongue,
        cards=plain_items(found.cards, tongue),
        url=found.url,
        told=told % {"total": found.total},
    )
