"""Says which texts lack a translation, and which catalogues are behind the code."""

import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path("src/knutepunkt/locale")
LANGUAGES = ("nn", "en")
TRANSLATE = "you: translate it in that file, then run make messages"
COLLECT = "you: run make messages"
Key = tuple[str, str | None]


def catalogue(path: Path) -> Catalog:
    """The catalogue a .po file holds."""
    with path.open("rb") as file:
        return read_po(file)


def compiled(read: Catalog) -> bytes:
    """What the .mo file of a catalogue should hold."""
    out = BytesIO()
    write_mo(out, read)
    return out.getvalue()


def text(message: Message) -> str:
    """A text as the code writes it; of a plural, its singular."""
    return message.id if isinstance(message.id, str) else str(message.id[0])


def keys(read: Catalog) -> set[Key]:
    """Every text with its context."""
    return {(text(message), message.context) for message in read if message.id}


def texts_in_code() -> set[Key]:
    """Every text of the interface that should have a translation."""
    with TemporaryDirectory() as folder:
        found = Path(folder) / "texts.pot"
        subprocess.run(["sh", "scripts/extract_texts.sh", str(found)], check=True)
        return keys(catalogue(found))


def is_translated(message: Message) -> bool:
    """Say whether each form of a text has words."""
    string = message.string
    return bool(string) and all((string,) if isinstance(string, str) else string)


def faults(path: Path, wanted: set[Key]) -> Iterator[str]:
    """Everything amiss with one language."""
    if not path.exists():
        yield f"{path} is missing; {COLLECT}."
        return
    read = catalogue(path)
    for lacking, _ in sorted(wanted - keys(read), key=str):
        yield f"{path}: «{lacking}» is not there; {COLLECT}."
    for message in read:
        if message.id and message.fuzzy:
            yield f"{path}: «{text(message)}» is marked fuzzy; {TRANSLATE}."
        elif message.id and not is_translated(message):
            yield f"{path}: «{text(message)}» has no translation; {TRANSLATE}."
    binary = path.with_suffix(".mo")
    if not binary.exists() or binary.read_bytes() != compiled(read):
        yield f"{binary} is not what {path.name} says; {COLLECT}."


def main() -> None:
    """Leave with code 1 and the sentences if anything is amiss; without texts nothing is."""
    wanted = texts_in_code()
    if not wanted and not LOCALE.exists():
        print("no texts to translate yet")
        return
    paths = [LOCALE / language / "LC_MESSAGES" / "django.po" for language in LANGUAGES]
    if found := [fault for path in paths for fault in faults(path, wanted)]:
        sys.exit("\n".join(found))


if __name__ == "__main__":
    main()
