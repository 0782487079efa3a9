"""Counts how large files, functions and templates are, and says which are larger than agreed.

Migrations, tests and data are left out. A function's lines include its docstring.
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

CODE = ("src", "scripts", "bench")


@dataclass(frozen=True, slots=True)
class Bound:
    """What a kind of thing may measure, in lines; no ``median`` means that only ``most`` holds."""

    kind: str
    most: int
    median: int | None = None


FILES = Bound("files", most=300, median=80)
FUNCTIONS = Bound("functions", most=60, median=10)
TEMPLATES = Bound("templates", most=59)
Sizes = dict[str, int]


def code_files(root: Path) -> Iterator[Path]:
    """The Python files that people write and read."""
    for folder in CODE:
        for path in sorted((root / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


def lines(path: Path) -> int:
    """How many lines a file has."""
    return len(path.read_text(encoding="utf-8").splitlines())


def functions(path: Path) -> Sizes:
    """The lines of each function and method of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    return {
        f"{path}:{node.lineno} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def measured(root: Path) -> list[tuple[Bound, Sizes]]:
    """Everything that is counted, by kind."""
    files = [path for path in code_files(root) if lines(path)]
    templates = sorted((root / "src").rglob("templates/**/*.*"))
    return [
        (FILES, {str(path): lines(path) for path in files}),
        (FUNCTIONS, {name: size for path in files for name, size in functions(path).items()}),
        (TEMPLATES, {str(path): lines(path) for path in templates if path.is_file()}),
    ]


def faults(bound: Bound, sizes: Sizes) -> Iterator[str]:
    """One sentence for each thing that is too large."""
    if bound.median is not None and sizes and median(sizes.values()) >= bound.median:
        yield f"half of the {bound.kind} have {bound.median} lines or more; part the larger ones."
    for name, size in sizes.items():
        if size > bound.most:
            yield f"{name} has {size} lines and may have {bound.most}; part it."


def row(bound: Bound, sizes: Sizes) -> str:
    """One line of the table."""
    middle = median(sizes.values()) if sizes else 0
    most = max(sizes.values(), default=0)
    agreed = f"under {bound.median}" if bound.median else "any"
    return (
        f"{bound.kind:<10}{len(sizes):>6}{middle:>9g} {f'({agreed})':<11}"
        f"{most:>8} (at most {bound.most})"
    )


def main(root: Path = Path()) -> None:
    """Print the table, then what is too large; leave with code 1 if anything is."""
    table = measured(root)
    print(f"{'':<10}{'count':>6}{'median':>9}{'':<12}{'largest':>8}")
    for bound, sizes in table:
        print(row(bound, sizes))
    found = [fault for bound, sizes in table for fault in faults(bound, sizes)]
    if found:
        sys.exit("\n".join(found))


if __name__ == "__main__":
    main()
