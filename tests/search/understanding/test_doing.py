"""What people want to do together beside a theme: walk, sit still, paint, eat."""

from knutepunkt.search import queries
from knutepunkt.search.queries import found
from knutepunkt.search.query import Query
from knutepunkt.vocabulary import actions
from tests.people import known, record

LONELY, WALK = ("theme", "ensomhet"), ("working-form", "walk-and-talk")


def test_a_walk_comes_before_the_theme_alone_which_follows(db: None) -> None:
    del db
    actions.load()
    queries.lexicon_of.cache_clear()
    known(
        record("1", "Prat", terms=(LONELY,)),
        record("2", "Alle ut", terms=(("theme", "livet-og-endring"), WALK)),
        record("3", "Ut i lag", terms=(LONELY, WALK)),
        record("4", "Ut i sorg", terms=(("theme", "tap-og-sorg"), WALK)),
    )

    def names(text: str) -> list[str]:
        return [hit.item["name"] for hit in found(Query(text)).hits]

    assert names("turgruppe for ensomme") == ["Ut i lag", "Alle ut", "Prat"]
    assert names("ensom og alltid på tur")[:2] == ["Ut i lag", "Prat"]
