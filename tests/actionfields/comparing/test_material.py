from actionfields.comparing.material import alike, profile, shared_questions
from tests.actionfields.comparing.fields import made, said


def test_a_profile_tells_sources_gaps_and_what_statements_rest_on() -> None:
    rows = said(("elv", "B", "hub", 1, "talk"), ("hav", "B", "hub", 1, "talk;paper"))

    found = profile(made(statements=rows), "B")

    assert found.sources == {"interview": 1}
    assert found.missing == ("gap",)
    assert found.rests_on == {"interview": 2, "seminar_paper": 1}
    assert (found.statements, found.coders) == (2, ("kari",))


def test_interviews_and_papers_are_unlike() -> None:
    rows = said(("elv", "A", "hub", 1, "paper"), ("elv", "B", "hub", 1, "talk"))
    field = made(statements=rows)

    assert not alike(profile(field, "A"), profile(field, "B"))


def test_mostly_the_same_kind_of_source_is_alike() -> None:
    rows = said(
        ("elv", "A", "hub", 1, "paper"), ("hav", "A", "hub", 1, "talk"),
        ("elv", "B", "hub", 1, "talk"),
    )  # fmt: skip
    field = made(statements=rows)

    assert alike(profile(field, "A"), profile(field, "B"))


def test_a_period_of_which_nothing_is_said_is_like_no_other() -> None:
    field = made(statements=said(("elv", "A", "hub", 1, "talk")))

    assert not alike(profile(field, "A"), profile(field, "B"))
    assert not alike(profile(field, "B"), profile(field, "B"))


def test_only_questions_covered_by_both_are_shared() -> None:
    rows = said(
        ("elv", "A", "hub", 1, "talk"), ("elv", "A", "net", 1, "talk"),
        ("elv", "B", "net", 1, "talk"),
    )  # fmt: skip
    field = made(statements=rows)

    assert shared_questions(profile(field, "A"), profile(field, "B")) == ("Q2",)
