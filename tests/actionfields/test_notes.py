"""What is allowed, and told as worth a look."""

from pathlib import Path

import actionfields
from actionfields.checking.notes import notes
from tests.actionfields.made import GROUND, TIE, folder_of

EVENT = {"event_id": "E1", "period": "P1"}
PART = {"participation_id": "A1", "event_id": "E1", "actor_id": "fjell", "role": "host"}


def told(path: Path, **tables: list[dict[str, str]]) -> list[str]:
    return list(notes(actionfields.load(folder_of(path, **tables))))


def test_accounts_that_contradict_each_other_both_stand_and_are_told(tmp_path: Path) -> None:
    absent = PART | {"participation_id": "A2", "account": "absent", "source_id": "talk"}

    assert told(tmp_path, events=[EVENT], participation=[PART, absent]) == [
        "participation: fjell as host in E1 is told of as absent and present."
    ]


def test_accounts_that_agree_are_not_told(tmp_path: Path) -> None:
    again = PART | {"participation_id": "A2", "source_id": "talk"}

    assert told(tmp_path, events=[EVENT], participation=[PART, again]) == []


def test_a_derived_tie_that_its_event_does_not_carry_is_told(tmp_path: Path) -> None:
    tie = TIE | {"basis": "derived_from_event", "event_id": "E1"}

    assert told(tmp_path, events=[EVENT], participation=[PART], ties=[tie]) == [
        "ties: T1 follows from E1, where fjord takes no part."
    ]


def test_an_actor_tied_to_itself_is_told_unless_it_is_a_collective(tmp_path: Path) -> None:
    actors = [*GROUND["actors"], {"actor_id": "all", "actor_type": "collective"}]
    actors = [{"sphere_uncertain": "0"} | actor for actor in actors]
    ties = [
        TIE | {"target_actor": "fjell"},
        TIE | {"tie_id": "T2", "source_actor": "all", "target_actor": "all"},
    ]

    assert told(tmp_path, actors=actors, ties=ties) == ["ties: T1 ties fjell to itself."]


def test_an_unnamed_speaker_without_a_pool_is_told(tmp_path: Path) -> None:
    actors = [{"actor_id": "voice1", "actor_type": "anonymised", "sphere_uncertain": "0"}]

    assert told(tmp_path, actors=actors) == [
        "actors: voice1 is anonymised and has no pool; name one in pool_id."
    ]
