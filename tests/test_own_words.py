"""The project speaks of itself alone."""

from pathlib import Path

import pytest

from scripts.check_own_words import faults


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("see /ro" + "ot/notes.md", "a path of one machine"),
        ("cd /ho" + "me/kari/knutepunkt", "the home folder of one person"),
        ("fetch it from https://py" + "pi.org/simple", "the address of a package index"),
        ("Ass" + "istant: I have mended it.", "a pasted conversation"),
        ("<<<" + "<<<< ours", "a conflict nobody resolved"),
    ],
)
def test_a_line_that_does_not_belong_is_named(tmp_path: Path, line: str, what: str) -> None:
    path = tmp_path / "notes.md"
    path.write_text(f"# Notes\n{line}\n")

    assert list(faults(path)) == [f"{path}:2 holds {what}; take it out."]


@pytest.mark.parametrize(
    "line",
    [
        "the person who does the work/life balance",
        "https://example.org/work/list",
        "<link rel=icon href=/static/site/icon.svg>",
        "install -d /home/knutepunkt/data",
    ],
)
def test_ordinary_words_pass(tmp_path: Path, line: str) -> None:
    path = tmp_path / "notes.md"
    path.write_text(line)

    assert list(faults(path)) == []


def test_the_lock_file_holds_no_address_at_all(tmp_path: Path) -> None:
    path = tmp_path / "requirements.lock"
    path.write_text("one==1 \\\n    --hash=sha256:00\ntwo @ https://example.org/two.whl\n")

    assert list(faults(path)) == [f"{path}:3 holds an address; take it out."]


def test_the_lock_file_names_a_hash_for_every_package() -> None:
    lines = Path("requirements.lock").read_text(encoding="ascii").splitlines()
    starts = [number for number, line in enumerate(lines) if "==" in line]

    assert [lines[start] for start in starts if "--hash=sha256:" not in lines[start + 1]] == []
