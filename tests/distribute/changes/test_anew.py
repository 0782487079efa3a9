"""A node that no longer knows where we left off is read from the beginning, as one whole."""

import pytest

from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.models import Run
from knutepunkt.directory.models import Group
from knutepunkt.intake import register
from tests.collect.served import body
from tests.distribute.changes.scripted import Script, ask, page, stands_at, told_now
from tests.distribute.made import record, taken_in
from tests.distribute.nodes import emptied

pytestmark = pytest.mark.django_db
FIVE, MANY = 5, 8


class CutError(Exception):
    """The end of a process, as far as one test can play it."""


def names() -> list[str]:
    found = Group.objects.filter(withdrawn_at=None).order_by("name")
    return list(found.values_list("name", flat=True))


def known_before(count: int) -> list[bytes]:
    """Let us have followed a node with so many groups up to “old”; returns the lines it told."""
    taken_in(*(record(f"Gruppe {number}") for number in range(count)))
    told = told_now()
    emptied()
    ask({"": page(*told, cursor="old")})
    return told


def fewer(told: list[bytes], *left_out: int) -> Script:
    """What the node tells from the beginning, on two pages; the old cursor is unknown to it."""
    head, *records = told
    kept = [line for number, line in enumerate(records) if number not in left_out]
    return {
        "": page(head, *kept[:2], cursor="half", more=True),
        "half": page(head, *kept[2:], cursor="new"),
    }


def test_what_no_longer_stands_there_is_taken_back() -> None:
    told = known_before(FIVE)

    report = ask(fewer(told, 1))

    assert (report.withdrawn, report.created, report.unchanged) == (1, 0, 4)
    assert names() == ["Gruppe 0", "Gruppe 2", "Gruppe 3", "Gruppe 4"]
    assert stands_at() == "new"


def test_a_record_that_goes_while_it_is_read_is_taken_back() -> None:
    told = known_before(FIVE)
    script = fewer(told)
    key = told[1].partition(b'"key":"')[2].partition(b'"')[0]
    script["half"] = page(*told[:1], *told[3:], b'{"key":"%s","gone":true}' % key, cursor="new")

    ask(script)

    assert names() == [f"Gruppe {number}" for number in range(1, FIVE)]


def test_much_that_vanished_waits_whole_until_it_is_accepted() -> None:
    told = known_before(MANY)

    waiting = ask(fewer(told, *range(6)))
    before = waiting.is_quarantined, stands_at(), len(names())
    told_of = [(one["kind"], one["name"]) for one in register.run(waiting.run or 0)["differences"]]
    accepted = register.accept(waiting.run or 0)

    assert before == (True, "old", MANY)
    assert sorted(told_of) == [("withdrawn", f"Gruppe {number}") for number in range(6)]
    assert (accepted.withdrawn, names(), stands_at()) == (6, ["Gruppe 6", "Gruppe 7"], "new")
    assert Run.objects.filter(outcome=Run.Outcome.QUARANTINED).count() == 0


def test_a_run_cut_off_changed_nothing_and_can_be_run_again() -> None:
    told = known_before(FIVE)

    def cut(count: int) -> None:
        if count > 2:
            raise CutError

    with pytest.raises(CutError):
        ask(fewer(told, 4), cut)
    before = len(names()), stands_at()
    ask(fewer(told, 4))

    assert before == (FIVE, "old")
    assert (len(names()), stands_at()) == (4, "new")


def test_a_trial_tells_it_all_and_keeps_nothing() -> None:
    told = known_before(FIVE)

    report = ask(fewer(told, 1), is_dry=True)

    assert (report.withdrawn, report.read, len(names()), stands_at()) == (1, 4, FIVE, "old")


def test_a_node_that_forgets_again_meanwhile_changes_nothing() -> None:
    told = known_before(FIVE)
    script = fewer(told, 1)
    del script["half"]

    with pytest.raises(CollectError, match="began anew while we read"):
        ask(script)

    assert (len(names()), stands_at()) == (FIVE, "old")


UNREAD = body(b"{}", 400, Content_Type="application/problem+json")


def test_a_node_that_cannot_read_where_we_left_off_is_read_anew() -> None:
    told = known_before(FIVE)

    report = ask(fewer(told, 1) | {"old": UNREAD})

    assert (report.withdrawn, len(names()), stands_at()) == (1, 4, "new")


@pytest.mark.parametrize("script", [{"old": UNREAD, "": UNREAD}, {"old": body(b"", 400)}])
def test_a_node_that_answers_no_question_is_left(script: Script) -> None:
    known_before(1)

    with pytest.raises(CollectError, match=r"answers with an error \(400\)"):
        ask(script)

    assert (names(), stands_at()) == (["Gruppe 0"], "old")


def test_a_node_that_is_no_more_is_told_so() -> None:
    known_before(1)

    with pytest.raises(CollectError, match=r"has no feed there \(410\)"):
        ask({})

    assert (names(), stands_at()) == (["Gruppe 0"], "old")
