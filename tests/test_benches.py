"""A small share of each benchmark, for they are asked for rarely: that it runs, not how fast."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.crash.running import done, surroundings

BENCH = Path(__file__).parents[1] / "bench"
GROUPS, SHORT = "120", ("--rounds", "1", "--seconds", "0.1")


@pytest.fixture(scope="module")
def nodes() -> Iterator[Path]:
    """Where the benches keep a node, so that it is made once."""
    with TemporaryDirectory(prefix="knutepunkt-bench-") as folder:
        made = done(Path(folder, f"node-{GROUPS}"), "sample", "--groups", GROUPS)
        assert not made.returncode, made.stderr
        yield Path(folder)


@pytest.mark.parametrize(
    ("script", "said", "told"),
    [
        ("collect.py", ("--groups", GROUPS, "--format", "csv"), "csv"),
        ("distribute.py", ("--groups", GROUPS, *SHORT), "a page of 100 services"),
        ("distribute.py", ("--groups", GROUPS, "--memory", "--format", "ical"), "ical"),
        ("pages.py", ("--groups", GROUPS), "results, all filters"),
        ("site.py", SHORT, "group page, the first time"),
        ("actionfields.py", ("--actors", "60", "--statements", "600", "--ties", "600"), "memory"),
        ("search.py", ("--groups", GROUPS, "--only-build"), f"{GROUPS} groups"),
        ("api.py", SHORT, "text, 50 km, two days"),
    ],
)
def test_a_bench_prints_its_table(
    nodes: Path, script: str, said: tuple[str, ...], told: str
) -> None:
    around = surroundings(nodes / f"node-{GROUPS}", KNUTEPUNKT_BENCH=str(nodes))
    ran = subprocess.run(
        [sys.executable, BENCH / script, *said],
        env=around, capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    rows = [line for line in ran.stdout.splitlines() if line.startswith(told)]
    assert (ran.returncode, len(rows)) == (0, 1), ran.stdout + ran.stderr
    assert any(sign.isdigit() for sign in rows[0].removeprefix(told))
