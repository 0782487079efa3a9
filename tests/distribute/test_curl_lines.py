"""Every line of the documentation that asks with curl is run as it stands, against a node."""

import re
import shutil
from pathlib import Path

import pytest

from tests.distribute.answering import Node

DOCS = Path(__file__).resolve().parents[2] / "docs"
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.DOTALL | re.MULTILINE)
BLOCKS = [
    pytest.param(block, id=f"{page.stem}-{number}")
    for page in sorted(DOCS.rglob("*.md"))
    for number, block in enumerate(BLOCK.findall(page.read_text(encoding="utf-8")))
    if "curl " in block
]
needed = pytest.mark.skipif(not shutil.which("curl"), reason="there is no curl here")


@needed
@pytest.mark.parametrize("block", BLOCKS)
def test_what_a_page_says_to_ask_is_answered(node: Node, block: str) -> None:
    script = f"set -euo pipefail\nNODE={node.root}\n{node.at_home(block)}"

    ran = node.while_answering(["bash", "-c", script])

    assert ran.returncode == 0, ran.stderr
    assert ran.stdout != ""
    assert len(node.answered) == block.count("curl ")
    assert [one for one in node.answered if one not in {
        ("200", "application/json"), ("200", "application/x-ndjson"), ("200", "text/html"),
        ("304", ""), ("304", "application/json"),
    }] == []  # fmt: skip


def test_there_are_lines_to_run() -> None:
    assert {block.id.rpartition("-")[0] for block in BLOCKS if block.id} >= {
        "api", "connect-a-site"
    }  # fmt: skip
