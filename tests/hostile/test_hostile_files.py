"""Hostile files: each refused in 12 s of computing, without a crash, with little of our memory."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from knutepunkt.collect.errors import CollectError
from knutepunkt.intake.flow import collect
from knutepunkt.intake.request import Request
from tests.hostile import archives, documents, packages, sheets, values

SECONDS, MEBIBYTES = 12.0, 20
Outcome = str | tuple[int, int]
CASES: dict[Callable[[Path], Path], Outcome] = {
    **archives.CASES, **documents.CASES, **packages.CASES, **sheets.CASES, **values.CASES,
}  # fmt: skip


def memory(name: str) -> float:
    """Our own memory now (VmRSS) or at its most (VmHWM), in MiB."""
    found = re.search(rf"{name}:\s+(\d+) kB", Path("/proc/self/status").read_text())
    assert found is not None
    return int(found.group(1)) / 1024


def computed() -> float:
    """The seconds of CPU this process and those it has waited for have used."""
    return sum(os.times()[:4])


def outcome(path: Path) -> Outcome:
    """The sentence that a source is refused with, or how many records were read and rejected."""
    try:
        report = collect(Request(str(path)))
    except CollectError as error:
        return str(error)
    return report.read, report.rejected


@pytest.mark.django_db
@pytest.mark.parametrize(("make", "expected"), CASES.items(), ids=[make.__name__ for make in CASES])
def test_hostile_file_costs_little_and_says_why(
    make: Callable[[Path], Path], expected: Outcome, tmp_path: Path
) -> None:
    path = make(tmp_path)
    Path("/proc/self/clear_refs").write_text("5")  # VmHWM counts from here
    before, begun = memory("VmRSS"), computed()

    found = outcome(path)

    seconds, grown = computed() - begun, memory("VmHWM") - before
    assert (found, seconds <= SECONDS, grown <= MEBIBYTES) == (expected, True, True), (
        f"{seconds:.1f} s, {grown:.1f} MiB"
    )
