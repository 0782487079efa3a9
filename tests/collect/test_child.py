"""The reading process: what it sends for records that are broken, huge, doubled or half text."""

import json
import os
import signal
import threading
from pathlib import Path

import pytest

from knutepunkt.collect.child import Keys, few, messages, short
from knutepunkt.collect.drafts import Issue
from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.limits import Limits
from knutepunkt.collect.messages import Batch, Found, Task
from knutepunkt.collect.sandbox import messages_from
from tests.hostile.feeds import GOOD, Record, as_json


def task(folder: Path, records: list[Record]) -> Task:
    path = folder / "feed.json"
    path.write_bytes(as_json(records))
    return Task({"feed.json": str(path)}, "", "Europe/Oslo", True, "", {}, {}, "")


def batches(folder: Path, records: list[Record]) -> list[Batch]:
    found = messages_from(task(folder, records))
    return [message for message in found if isinstance(message, Batch)]


def test_id_used_again_gets_a_number() -> None:
    keys = Keys()

    assert [keys.taken("a") for _ in range(3)] == ["a", "a~2", "a~3"]


def test_number_that_is_somebody_elses_id_is_passed_over() -> None:
    keys = Keys()

    assert [keys.taken(key) for key in ("a~2", "a", "a")] == ["a~2", "a", "a~3"]


def test_very_long_id_keeps_its_beginning_and_stays_its_own() -> None:
    one, other = short("k" * 10_000), short("k" * 10_001)

    assert (len(one), one[:200], one == other) == (233, "k" * 200, False)


def test_many_issues_of_one_record_are_counted() -> None:
    issues = tuple(Issue("", "day", str(n), "no day", "you: mend it") for n in range(50))

    found = few(issues)

    assert (len(found), found[-1].problem) == (21, "30 more fields have problems")


def test_half_characters_in_a_refused_record_do_not_stop_the_others(tmp_path: Path) -> None:
    bad = GOOD[0] | {"slug": "b", "day": "\ud800"}

    (batch,) = batches(tmp_path, [bad, *GOOD])

    assert ([one.key for one in batch.read], [one.issue.value for one in batch.refused]) == (
        ["blaaklokka"], [""]
    )  # fmt: skip


def test_issue_carries_no_password_and_no_control_character(tmp_path: Path) -> None:
    bad = GOOD[0] | {"day": "pin code: 1234 \x1b[31m ola@example.org"}

    (batch,) = batches(tmp_path, [bad])

    assert batch.refused[0].issue.value == "pin code: *** [31m …@…"


def test_refused_record_is_kept_as_it_came(tmp_path: Path) -> None:
    bad = GOOD[0] | {"name": ""}

    (batch,) = batches(tmp_path, [bad])

    assert json.loads(batch.refused[0].raw) == bad


def test_large_records_come_in_small_batches(tmp_path: Path) -> None:
    large = [GOOD[0] | {"slug": str(n), "notes": "x" * 150_000} for n in range(20)]

    assert max(len(batch.read) for batch in batches(tmp_path, large)) == 7


def test_reading_in_this_process_says_the_same(tmp_path: Path) -> None:
    here = list(messages(task(tmp_path, GOOD)))

    assert list(messages_from(task(tmp_path, GOOD))) == here


def refusal(task_: Task, limits: Limits) -> str:
    with pytest.raises(CollectError) as caught:
        list(messages_from(task_, limits))
    return str(caught.value)


def test_reading_beyond_the_limits_is_told(tmp_path: Path) -> None:
    scarce = Limits(cpu_seconds=1, seconds_per_mebibyte=0, seconds_per_line=0)
    said = refusal(task(tmp_path, GOOD * 60_000), scarce)

    assert said == (
        "reading the source takes more than 1 seconds or 512 MiB; the feed's owner: send less, or "
        "plainer records."
    )


def test_reading_process_that_is_killed_is_told(tmp_path: Path) -> None:
    said = messages_from(task(tmp_path, GOOD * 60_000), Limits())
    assert isinstance(next(said), Found)

    for child in Path(f"/proc/self/task/{threading.get_native_id()}/children").read_text().split():
        os.kill(int(child), signal.SIGKILL)

    with pytest.raises(CollectError, match="reading the source takes more than"):
        list(said)


def test_a_record_without_a_name_is_not_said_to_be_called_none(tmp_path: Path) -> None:
    (batch,) = batches(tmp_path, [{"slug": "b"}, *GOOD])

    assert [(one.issue.field, one.issue.value) for one in batch.refused] == [("name", "")]
