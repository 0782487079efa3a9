"""The language of findings: what it says, and what it answers to what it does not understand."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import actionfields
from actionfields.columns import columns
from actionfields.errors import UnreadableError
from actionfields.expressions import answer, parsed
from actionfields.expressions.vocabulary import FUNCTIONS
from actionfields.records import TABLES
from tests.actionfields.made import STATEMENT, TIE, folder_of

SELVHJELP = actionfields.load("selvhjelp")
# An expression over the field below, and the value worked out by hand.
VALUES: list[tuple[str, Any]] = [
    ("7", 7),
    ('"two words"', "two words"),
    ("statements", ["S1", "S2", "S3"]),
    ("statements[stance = 1]", ["S1", "S3"]),
    ("statements[stance = 1].actor_id", ["fjell", "fjord"]),
    ("statements[stance != 1].actor_id", ["fjord"]),
    ("statements[strength >= 2].statement_id", ["S1", "S3"]),
    ("statements[period in (P1, P2), stance = -1].statement_id", ["S2"]),
    ("statements[category = open*].category", ["openness"]),
    ("statements[source_id = talk].statement_id", ["S1"]),
    ("statements[actor_id in ties.source_actor].statement_id", ["S1"]),
    ("statements.source_id", ["minutes", "talk"]),
    ("statements.stance", [-1, 1]),
    ("count(statements)", 3),
    ("count(statements.actor_id)", 2),
    ("both(statements[stance = 1].actor_id, statements[stance = -1].actor_id)", ["fjord"]),
    ("either(statements[stance = 1].actor_id, ties.target_actor)", ["fjell", "fjord"]),
    ("without(statements[stance = 1].actor_id, statements[stance = -1].actor_id)", ["fjell"]),
    ("group(statements, stance, actor_id)", {"-1": ["fjord"], "1": ["fjell", "fjord"]}),
    ("list(statements[stance = -1], actor_id, period, strength)", [["fjord", "P1", None]]),
    ("dyads(ties)", 1),
    ("tied(ties)", 2),
    ("centralisation(ties)", None),
    ("dyads(ties) < count(statements)", True),
    ("{one: 1, two: count(ties)}", {"one": 1, "two": 2}),
    ("statements[stance = 0].actor_id", []),
]


@pytest.fixture(scope="module")
def field(tmp_path_factory: pytest.TempPathFactory) -> actionfields.Field:
    rows = [
        STATEMENT | {"strength": "3", "source_id": "minutes;talk"},
        STATEMENT | {"statement_id": "S2", "actor_id": "fjord", "stance": "-1"},
        STATEMENT | {"statement_id": "S3", "actor_id": "fjord", "period": "P2", "strength": "2"},
    ]
    ties = [TIE, TIE | {"tie_id": "T2", "kind": "letter"}]
    folder: Path = tmp_path_factory.mktemp("field")
    return actionfields.load(folder_of(folder, statements=rows, ties=ties))


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_an_expression_has_the_value_worked_out_by_hand(
    text: str, value: Any, field: actionfields.Field
) -> None:
    assert answer(parsed(text), field).value == value


def test_every_function_of_the_vocabulary_is_among_the_examples() -> None:
    shown = {name for name in FUNCTIONS if any(text.startswith(f"{name}(") for text, _ in VALUES)}

    assert shown == set(FUNCTIONS)


def test_an_answer_keeps_the_rows_and_sources_it_rests_on(field: actionfields.Field) -> None:
    found = answer(parsed("count(statements[stance = 1])"), field)

    assert (found.rows, found.sources) == ({"statements": ["S1", "S3"]}, ["minutes", "talk"])


def test_an_actor_tied_to_itself_is_no_pair(tmp_path: Path) -> None:
    field = actionfields.load(folder_of(tmp_path, ties=[TIE | {"target_actor": "fjell"}]))

    assert answer(parsed("dyads(ties)"), field).value == 0


def test_centralisation_counts_pairs_once_and_leaves_out_who_is_tied_to_itself(
    tmp_path: Path,
) -> None:
    names = ("fjell", "fjord", "elv", "dal", "foss")
    ends = ["fjell fjord", "fjord fjell", "fjord elv", "elv dal", "foss foss"]
    ties = [
        TIE | {"tie_id": f"T{number}", "source_actor": one, "target_actor": other}
        for number, (one, other) in enumerate(pair.split() for pair in ends)
    ]
    actors = [{"actor_id": name, "sphere_uncertain": "0"} for name in names]

    field = actionfields.load(folder_of(tmp_path, actors=actors, ties=ties))

    # A path of four: (1 + 0 + 0 + 1) / (3 * 2), by hand.
    assert answer(parsed("centralisation(ties)"), field).value == 0.333


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "met the end, expected a table"),
        ("statement", "met «statement» at letter 1, expected a table"),
        ("statements.name", "met «name» at letter 12, expected a column of statements"),
        ("statements[stance 1]", "met «1» at letter 19, expected a relation"),
        ("statements[stance = 1", "met the end, expected «]»"),
        ("count(statements) 2", "met «2» at letter 19, expected the end"),
        ("dyads(ties.kind)", "met «)» at letter 16, expected rows, not the values of a column"),
        ("__import__(os)", "met «__import__» at letter 1, expected a table"),
        ("statements; drop", "«; drop» is not understood"),
        ("both(" * 5000, "more than 40 brackets stand in each other"),
        ("{a: " * 60, "more than 40 brackets stand in each other"),
    ],
)
def test_what_is_not_understood_is_told_with_its_place(text: str, said: str) -> None:
    with pytest.raises(UnreadableError) as raised:
        parsed(text)

    assert str(raised.value).startswith(said)


PIECES = st.sampled_from(
    "statements ties count( group( list( both( [ ] ( ) { } , : . = != < > in stance actor_id "
    'P1 1 -1 "x" open* period .category'.split()
)


@given(st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=40))
def test_any_text_is_answered_or_refused_in_words(text: str) -> None:
    try:
        value = answer(parsed(text), SELVHJELP).value
    except UnreadableError:
        value = None

    assert json.loads(json.dumps(value)) == value


@st.composite
def expressions(draw: st.DrawFn) -> str:
    """Expressions that can be read, of any depth."""
    table = draw(st.sampled_from(["statements", "ties", "actors", "participation"]))
    column = draw(st.sampled_from([one.name for one in columns(TABLES[table])]))
    word = draw(st.sampled_from(["P1", "1", "-1", "aa", '"two words"', "trait_*"]))
    relation = draw(st.sampled_from(["=", "!=", "<", "<=", ">", ">="]))
    rows = f"{table}[{column} {relation} {word}]"
    return draw(
        st.sampled_from(
            [
                rows, f"{rows}.{column}", f"count({rows}.{column})", f"{{a: {rows}, b: 1}}",
                f"both({rows}, {table}.{column})", f"without({table}.{column}, {rows}.{column})",
                f"group({rows}, {column}, {column})", f"list({rows}, {column}, {column})",
                f"count({rows}) {relation} count({table})",
            ]
        )
    )  # fmt: skip


@given(expressions())
def test_what_can_be_read_has_a_value_that_json_can_carry(text: str) -> None:
    value = answer(parsed(text), SELVHJELP).value

    assert json.loads(json.dumps(value)) == value
