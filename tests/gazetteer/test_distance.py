import pytest

from knutepunkt.gazetteer import kilometres


def test_a_point_is_nowhere_from_itself():
    assert kilometres(59.91, 10.75, 59.91, 10.75) == 0


def test_a_degree_of_latitude_is_the_sixtieth_of_a_sixth_of_the_globe():
    """6371.0088 km · π / 180."""
    assert kilometres(60, 10, 61, 10) == pytest.approx(111.195, abs=0.001)


def test_distance_shrinks_with_latitude_along_a_parallel():
    """At 60° N a degree of longitude is half of one at the equator, less the chord's bend."""
    assert kilometres(60, 10, 60, 11) == pytest.approx(55.6, abs=0.01)


def test_opposite_points_are_half_the_globe_apart():
    assert kilometres(0, 0, 0, 180) == pytest.approx(20015.1, abs=0.1)
