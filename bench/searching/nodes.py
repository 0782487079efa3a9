"""What a node costs beyond its answers: building, memory of two workers, starting, changes."""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

NODE = Path(__file__).with_name("node.py")
KIB = 1024


def process(what: str, folder: Path, size: int) -> Any:
    """One of a node's processes, and what it says of itself first."""
    command = [sys.executable, str(NODE), what, str(folder), str(size)]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    return child, json.loads(child.stdout.readline())


def built(folder: Path, size: int, *, is_varied: bool = False) -> str:
    """Build an index; the sentence that tells of it."""
    child, told = process("build-varied" if is_varied else "build", folder, size)
    child.wait()
    return (
        f"built with analysis: {told['groups_a_second']:,.0f} groups a second of one core's time, "
        f"at most {told['peak'] / KIB:.0f} MiB"
    )


def memory_of_two(folder: Path, size: int) -> str:
    """Two workers answer everything; what they hold together, what is shared counted once."""
    workers = [process("answer", folder, size) for _ in range(2)]
    together = sum(share_of(child.pid) for child, _ in workers)
    for child, _ in workers:
        child.communicate("\n")
    told = workers[0][1]
    return (
        f"two workers hold {together / KIB:.0f} MiB together; one starts Python in "
        f"{told['start']:.2f} s, opens the index in {told['opened']:.3f} s, reads the words in "
        f"{told['words']:.2f} s and gives a first answer in {told['first']:.2f} s (CPU)"
    )


def share_of(pid: int) -> int:
    """The KiB a process holds, its share of what it shares (PSS)."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def changes(folder: Path, size: int, questions: Any, ask: Any) -> str:
    """Ask on and on while another process takes in changes; how long each takes to be seen."""
    from knutepunkt.search import index
    from searching.node import RATE

    for question in questions:
        ask(index.current(folder), question)
    child, told = process("follow", folder, size)
    seen, ages, answers = 0, [], []
    while child.poll() is None:
        found = index.current(folder)
        now = time.monotonic() - told["started"]
        if (edition := found.manifest.edition) > seen:
            ages.append(now - (seen + 1) / RATE)
            seen = edition
        start = time.perf_counter()
        ask(found, questions[len(answers) % len(questions)])
        answers.append(time.perf_counter() - start)
    answers.sort()
    return (
        f"{RATE} changes a second: the slowest of {seen:,} was visible after {max(ages):.2f} s; "
        f"meanwhile 99 of 100 answers came within {answers[len(answers) * 99 // 100] * 1e3:.0f} ms"
        f", the slowest in {answers[-1] * 1e3:.0f} ms"
    )
