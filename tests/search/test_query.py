"""A question that cannot be asked is refused in one sentence."""

from typing import Any

import pytest

from knutepunkt.search.query import BadQuery, Query


@pytest.mark.parametrize(
    "wrong",
    [
        {"within": 5},
        {"within": -1, "point": (60, 10)},
        {"within": float("nan"), "point": (60, 10)},
        {"point": (91, 10)},
        {"point": (60, float("nan"))},
        {"box": (60, 10, 59, 11)},
        {"begins": (0, 1440)},
        {"days": 29},
        {"zone": "Norge"},
        {"zone": "../Oslo"},
        {"zone": ""},
        {"limit": 1001},
        {"offset": -1},
        {"weekdays": ("tirsdag",)},
        {"formats": ("telepathy",)},
        {"fees": ("cheap",)},
        {"sort": "size"},
        {"states": ("asleep",)},
        {"language": "xx"},
        {"sort": "distance"},
    ],
)
def test_what_has_no_meaning_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(BadQuery):
        Query(**wrong)


def test_a_point_sorts_by_distance_unless_told_otherwise() -> None:
    there = (60.0, 10.0)

    orders = [Query().order, Query(point=there).order, Query(point=there, sort="name").order]

    assert orders == ["relevance", "distance", "name"]


def test_a_box_may_cross_the_antimeridian() -> None:
    assert Query(box=(-20, 170, -10, -170)).box == (-20, 170, -10, -170)
