from pathlib import Path

import pytest

import actionfields
from actionfields.disclosure import refuse_if_narrowed
from tests.actionfields.made import folder_of

NAMED = [
    {"actor_id": f"group{n}", "sphere": sphere, "sphere_uncertain": "0", "level": level}
    for n, (sphere, level) in enumerate(
        [("civil_society", "national"), ("civil_society", "local"), ("state", "local")]
    )
]
HIDDEN = {"actor_id": "voice1", "actor_type": "anonymised", "pool_id": "talks"}
POOL = {"pool_id": "talks", "members": "group0;group1;group2", "least": "2"}


def field_with(path: Path, **told: str) -> actionfields.Field:
    hidden = {"sphere_uncertain": "0"} | HIDDEN | told
    return actionfields.load(folder_of(path, actors=[*NAMED, hidden], pools=[POOL]))


@pytest.mark.parametrize("told", [{}, {"sphere": "civil_society"}, {"level": "local"}])
def test_what_fits_enough_of_the_pool_may_leave(told: dict[str, str], tmp_path: Path) -> None:
    refuse_if_narrowed(field_with(tmp_path, **told))


@pytest.mark.parametrize(
    "told",
    [
        {"sphere": "state"},
        {"level": "national"},
        {"sphere": "civil_society", "level": "local"},
        {"periods": "P1"},
    ],
)
def test_what_narrows_the_pool_is_refused(told: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(actionfields.RefusedError):
        refuse_if_narrowed(field_with(tmp_path, **told))


def test_the_refusal_names_none_of_those_who_may_be_meant(tmp_path: Path) -> None:
    with pytest.raises(actionfields.RefusedError) as raised:
        refuse_if_narrowed(field_with(tmp_path, sphere="state"))

    assert str(raised.value) == (
        "actors, voice1: what is told of this anonymised actor fits 1 of the 3 in talks, and must "
        "fit 2; empty its sphere, level or parent, or its periods."
    )
