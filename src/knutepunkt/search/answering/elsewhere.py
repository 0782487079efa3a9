"""What follows few groups that are as asked: those for the very theme at another price, at other
times and farther off.

They fill up the first page and are no part of the answer: neither its total nor its facets count
them, and no cursor leads on among them.
"""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from knutepunkt.search.answering.asks import ask_of
from knutepunkt.search.answering.loosening import COUNTY, FEES, ONLINE, PLACE, restricts, without
from knutepunkt.search.index import Ask, Index, search
from knutepunkt.search.index.asking import Hit
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import Meaning
from knutepunkt.search.query import Query

TIME = ("begins", "weekdays")
# What is let go of together. The price comes first, for it may be low; another hour is nearer than
# another day, and that than another town.
STAGES = (
    (ONLINE,),
    (FEES,),
    ("begins",),
    TIME,
    (COUNTY,),
    (*TIME, COUNTY),
    (PLACE,),
    (*TIME, PLACE),
    (*TIME, PLACE, "formats"),
)


class Following(NamedTuple):
    """Some hits that follow an answer, and the question that found them."""

    ask: Ask
    hits: list[Hit]


def elsewhere(
    index: Index, query: Query, meaning: Meaning, lexicon: Lexicon, ask: Ask, shown: list[Hit]
) -> Iterator[Following]:
    """As many groups as fill up to ``ask.count`` with those shown, those nearest to it first."""
    known = {hit.after.pk for hit in shown}
    tried: set[tuple[str, ...]] = {()}
    for stage in STAGES:
        steps = tuple(step for step in stage if restricts(meaning, step))
        room = ask.count - len(known)
        if steps in tried or room <= 0:
            continue
        tried.add(steps)
        looser = ask_of(query, without(meaning, steps), lexicon)
        looser = replace(looser, count=ask.count, at_least=ask.at_least, has_facets=False)
        found = [hit for hit in search(index, looser).hits if hit.after.pk not in known][:room]
        if found:
            known |= {hit.after.pk for hit in found}
            yield Following(looser, found)
