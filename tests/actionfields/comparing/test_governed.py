from actionfields.comparing.governed import timeline_of_measures, unit_functions
from tests.actionfields.comparing.fields import made


def test_a_decade_is_not_given_a_year() -> None:
    field = made(plan_measures=[
        {"measure_id": "a", "plan_id": "p", "start": "197X", "fate": "kept"},
        {"measure_id": "b", "plan_id": "p", "start": "2005-03", "fate": "kept"},
    ])  # fmt: skip

    assert timeline_of_measures(field) == [(2005, "begins", "b"), (None, "kept", "a")]


def test_a_function_that_nobody_looked_at_is_shown() -> None:
    field = made(codebook=[{"code": "bridge", "level": "function"}], functions=[
        {"unit_function_id": "u", "function_id": "rules", "actor_id": "elv", "period": "A",
         "level": "national", "performed": "weak"},
    ])  # fmt: skip

    assert [(one.function, one.level, one.verdict) for one in unit_functions(field)] == [
        ("bridge", "national", "unknown"),
        ("rules", "national", "weak"),
    ]
