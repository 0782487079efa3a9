"""The size counter of ``make check``."""

from pathlib import Path

import pytest

from scripts.count_sizes import FILES, FUNCTIONS, TEMPLATES, faults, main, measured

LONG_FUNCTION = "def long():\n" + "    pass\n" * 60


@pytest.fixture
def room(tmp_path: Path) -> Path:
    folder = tmp_path / "src" / "room"
    (folder / "templates").mkdir(parents=True)
    (folder / "migrations").mkdir()
    return folder


def test_a_function_is_measured_with_its_docstring(room: Path) -> None:
    (room / "a.py").write_text('def f():\n    """Teach."""\n    return 1\n')

    sizes = measured(room.parent.parent)[1][1]

    assert sizes == {f"{room / 'a.py'}:1 f": 3}


def test_migrations_are_left_out(room: Path) -> None:
    (room / "migrations" / "0001_first.py").write_text("x = 1\n" * 400)

    assert measured(room.parent.parent)[0] == (FILES, {})


def test_what_is_too_large_is_named_with_what_it_may_be(room: Path) -> None:
    sizes = {"a.py:1 long": 61, "a.py:70 short": 2}

    assert list(faults(FUNCTIONS, sizes)) == [
        "half of the functions have 10 lines or more; part the larger ones.",
        "a.py:1 long has 61 lines and may have 60; part it.",
    ]


def test_a_template_may_have_any_median(room: Path) -> None:
    assert list(faults(TEMPLATES, {"a.html": 59})) == []


def test_a_breach_ends_with_a_sentence(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (room / "a.py").write_text(LONG_FUNCTION)

    with pytest.raises(SystemExit) as left:
        main(room.parent.parent)

    assert "long has 61 lines and may have 60; part it." in str(left.value)
    assert capsys.readouterr().out.splitlines()[1].split()[:2] == ["files", "1"]
