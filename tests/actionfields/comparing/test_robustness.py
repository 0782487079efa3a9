from actionfields.comparing.robustness import used, without_each_coder, without_each_source
from tests.actionfields.comparing.fields import made, said

FINDING = {
    "finding_id": "F1", "reproduction": "A", "expected": '["elv"]',
    "expression": "statements[category = hub].actor_id",
}  # fmt: skip


def test_a_row_with_two_sources_stands_without_one() -> None:
    field = made(statements=said(("elv", "A", "hub", 1, "talk;paper")), findings=[FINDING])

    found = without_each_source(field)

    assert (found.left_out, found.standing) == (("paper", "talk"), ("F1",))


def test_a_finding_on_one_source_falls_with_it() -> None:
    field = made(statements=said(("elv", "A", "hub", 1, "talk")), findings=[FINDING])

    assert without_each_source(field).falls_with("F1") == ("talk",)


def test_a_finding_that_only_changes_has_not_fallen() -> None:
    rows = said(("elv", "A", "hub", 1, "talk"), ("hav", "A", "hub", 1, "paper"))
    finding = FINDING | {"expected": '["elv", "hav"]'}

    found = without_each_source(made(statements=rows, findings=[finding]))

    assert found.rests_on("F1") == ("paper", "talk")
    assert found.falls_with("F1") == ()


def test_an_assessment_is_asked_too() -> None:
    finding = FINDING | {"reproduction": "C"}
    field = made(statements=said(("elv", "A", "hub", 1, "talk")), findings=[finding])

    assert without_each_source(field).falls_with("F1") == ("talk",)


def test_a_source_struck_out_is_no_longer_counted() -> None:
    field = made(statements=said(("elv", "A", "hub", 1, "talk;paper")))

    assert field.without_source("talk").statements.values("source_id") == [("paper",)]


def test_everything_falls_with_the_only_coder() -> None:
    field = made(statements=said(("elv", "A", "hub", 1, "talk")), findings=[FINDING])

    assert without_each_coder(field).falls_with("F1") == ("kari",)


def test_only_what_rows_rest_on_is_left_out() -> None:
    field = made(statements=said(("elv", "A", "hub", 1, "talk")))

    assert (used(field, "source"), used(field, "coder")) == (["talk"], ["kari"])
