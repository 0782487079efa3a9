from actionfields.measures.functions import Evidence, functions_by_level


def test_local_success_and_national_failure_are_two_findings() -> None:
    rows = [
        Evidence("rules", "local", "P2", "office", "performed"),
        Evidence("rules", "national", "P2", "unit", "weak"),
    ]

    found = [(one.function, one.level, one.verdict) for one in functions_by_level(rows)]

    assert found == [("rules", "local", "performed"), ("rules", "national", "weak")]


def test_findings_that_differ_are_all_shown() -> None:
    rows = [
        Evidence("rules", "national", "N13", "unit", "not_performed"),
        Evidence("rules", "national", "P2", "unit", "weak"),
    ]

    [cell] = functions_by_level(rows)

    assert (cell.verdict, cell.rows) == ("differs", tuple(rows))


def test_what_nobody_looked_at_is_unknown() -> None:
    [cell] = functions_by_level([], functions=["bridge"], levels=["national"])

    assert cell.verdict == "unknown"
