"""Nodes of some size, kept for the next run in the folder that KNUTEPUNKT_BENCH names."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from paging.multiplying import multiply

COLLECTED = 100_000  # Larger nodes are made of one with so many groups.


@contextmanager
def node(count: int) -> Iterator[dict[str, str]]:
    """The environment of a node with so many groups."""
    with TemporaryDirectory(prefix="bench-") as folder:
        data = Path(os.environ.get("KNUTEPUNKT_BENCH") or folder) / f"node-{count}"
        env = os.environ | {"KNUTEPUNKT_DATA": str(data), "KNUTEPUNKT_API_RATE": "1e9"}
        env.pop("DATABASE_URL", None)
        if not data.exists() and count > COLLECTED and not count % COLLECTED:
            with node(COLLECTED) as smaller:
                multiply(Path(smaller["KNUTEPUNKT_DATA"]), data, count // COLLECTED)
        elif not data.exists():
            half = data.with_name(f"{data.name}.half")  # One that is there is whole.
            shutil.rmtree(half, ignore_errors=True)
            command = [sys.executable, "-m", "knutepunkt", "sample", "--groups", str(count)]
            own = env | {"KNUTEPUNKT_DATA": str(half)}
            subprocess.run(command, env=own, check=True, stdout=subprocess.DEVNULL)
            half.rename(data)
        yield env
