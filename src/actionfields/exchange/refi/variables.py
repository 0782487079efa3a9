"""Cases and their variables: ours are statements and actors, others' are counted and told."""

from collections.abc import Iterator

from actionfields.exchange.refi.project_out import RECORD
from actionfields.exchange.refi.xml import Element, child, children, ident, name_of, target
from actionfields.records import Actor, Statement


def variables(tree: Element) -> dict[str, str]:
    """The names of the variables by their identifier."""
    box = child(tree, "Variables")
    found = () if box is None else children(box, "Variable")
    return {ident(one.get("guid")): one.get("name") or "" for one in found}


def cases(tree: Element) -> Iterator[Element]:
    """The cases."""
    box = child(tree, "Cases")
    return iter(()) if box is None else children(box, "Case")


def statements_in(tree: Element) -> Iterator[dict[str, str]]:
    """The cells of each case that is a statement of ours."""
    names = variables(tree)
    for one in cases(tree):
        row = dict(values_of(one, names))
        if row.pop(RECORD, "") == "statement" and row.get("statement_id"):
            yield {key: row[key] for key in row if key in Statement.__dataclass_fields__}


def actors_in(tree: Element) -> Iterator[dict[str, str]]:
    """The cells of each case that is an actor of ours."""
    names = variables(tree)
    for one in cases(tree):
        row = dict(values_of(one, names))
        if row.pop(RECORD, "") == "actor" and row.get("actor actor_id"):
            own = {key.removeprefix("actor "): row[key] for key in row}
            yield {key: own[key] for key in own if key in Actor.__dataclass_fields__}


def values_of(holder: Element, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The variables of a case or source by name; whatever type a tool has made of a value."""
    for one in children(holder, "VariableValue"):
        name = names.get(target(one, "VariableRef"))
        given = [x.text or "" for x in children(one) if name_of(x).endswith("Value")]
        if name and given:
            yield name, given[0]
