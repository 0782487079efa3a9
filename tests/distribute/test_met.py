from contextlib import closing

import pytest

from knutepunkt.distribute import met
from knutepunkt.distribute.met import Met


def test_a_name_is_new_once_however_many_were_met_since(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(met, "MOST", 3)
    names = ["æ", "b", "c", "d", "æ", "e", "b", "æ"]

    with closing(Met()) as found:
        new = [name for name in names if found.is_new(name)]

    assert new == ["æ", "b", "c", "d", "e"]
