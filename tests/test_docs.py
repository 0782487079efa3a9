"""The documents lag behind nothing: what the code has, they name."""

import re
import tomllib
from pathlib import Path

import pytest
from django.apps import apps

from scripts.write_reference import pages

ROOT = Path(__file__).resolve().parent.parent
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
LINK = re.compile(r"\[[^\]]*\]\((?!https?:|mailto:|#)([^)#\s]+)")
SETTING = re.compile(r"\b(?:KNUTEPUNKT_[A-Z_]+|DATABASE_URL|PORT)\b")


def text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def code() -> str:
    files = (ROOT / "src" / "knutepunkt").rglob("*.py")
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def targets() -> set[str]:
    """What make can do."""
    return set(re.findall(r"^([a-z-]+):.*## ", text("Makefile"), re.MULTILINE))


@pytest.mark.parametrize("name", pages())
def test_the_reference_says_what_the_code_says(name: str) -> None:
    # When it does not: make docs.
    assert text(f"docs/reference/{name}") == pages()[name]


def test_every_model_is_in_the_glossary() -> None:
    glossary = text("GLOSSARY.md")
    models = [model.__name__ for model in apps.get_models()]

    assert [name for name in models if f"`{name}`" not in glossary] == []


def test_the_glossary_names_no_class_that_is_gone() -> None:
    named = re.findall(r"`([A-Z][A-Za-z]+)`", text("GLOSSARY.md"))
    library = (ROOT / "src" / "actionfields").rglob("*.py")
    texts = [code(), *(path.read_text(encoding="utf-8") for path in library)]
    classes = set(re.findall(r"^class (\w+)", "\n".join(texts), re.MULTILINE))

    assert [name for name in named if name not in classes] == []


def test_every_setting_is_in_the_reference() -> None:
    reference = text("docs/reference/settings.md")
    read = {*SETTING.findall(code()), *SETTING.findall(text("Makefile"))}

    assert sorted(name for name in read if f"`{name}`" not in reference) == []


def test_the_reference_names_no_setting_that_is_gone() -> None:
    scripts = "".join(text(path) for path in ("Makefile", "scripts/find_postgres.py"))
    read = {*SETTING.findall(code()), *SETTING.findall(scripts)}

    assert sorted(set(SETTING.findall(text("docs/reference/settings.md"))) - read) == []


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_every_make_command_told_exists(page: str) -> None:
    told = set(re.findall(r"`make ([a-z-]+)", text(page)))
    told |= set(re.findall(r"^ *make ([a-z-]+)", text(page), re.MULTILINE))

    assert sorted(told - targets()) == []


def test_every_room_is_on_the_map_of_the_readme() -> None:
    rooms = [path.parent.name for path in (ROOT / "src" / "knutepunkt").glob("*/__init__.py")]

    assert sorted(room for room in rooms if f"`{room}`" not in text("README.md")) == []


def test_every_page_is_in_the_index() -> None:
    index = ROOT / "docs" / "index.md"
    pages = {path.relative_to(index.parent).as_posix() for path in index.parent.rglob("*.md")}

    assert sorted(pages - {"index.md"} - set(LINK.findall(index.read_text("utf-8")))) == []


def test_every_decision_the_code_leans_on_is_written() -> None:
    numbers = set(re.findall(r"ADR (\d{4})", code() + text("pyproject.toml")))
    written = {path.name[:4] for path in (ROOT / "docs" / "adr").glob("0*.md")}

    assert sorted(numbers - written) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_inside_leads_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_licence_is_the_one_the_package_names() -> None:
    project = tomllib.loads(text("pyproject.toml"))["project"]

    assert project["license"] == "EUPL-1.2"
    assert text("LICENSE").startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
