"""Random statements and networks for the property tests of measures."""

from hypothesis import strategies as st

from actionfields.measures.ties import Ties
from actionfields.measures.voices import Voices

ACTORS = tuple("abcdefg")
CATEGORIES = ("x", "y", "z")

said = st.lists(
    st.tuples(st.sampled_from(ACTORS), st.sampled_from(CATEGORIES), st.sampled_from((-1, 0, 1))),
    max_size=40,
)
pairs = st.lists(st.tuples(st.sampled_from(ACTORS), st.sampled_from(ACTORS)), max_size=30)
spheres = st.dictionaries(st.sampled_from(ACTORS), st.sampled_from(("north", "south", "west")))


@st.composite
def networks(draw: st.DrawFn, *, directed: bool | None = None) -> Ties:
    way = draw(st.booleans()) if directed is None else directed
    return Ties.of(draw(pairs), ACTORS, directed=way)


def voices(rows: list[tuple[str, str, int]]) -> Voices:
    return Voices.of(rows, ACTORS, CATEGORIES)


def renamed(ties: Ties, order: list[int]) -> Ties:
    """The same network with its nodes in another order."""
    names = tuple(ties.nodes[place] for place in order)
    edges = [(ties.nodes[one], ties.nodes[other]) for one, other in ties.pairs()]
    return Ties.of(edges, names, directed=ties.directed)
