"""The forms by name: which ending tells them, who writes and who reads them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from actionfields.disclosure import refuse_if_narrowed
from actionfields.errors import FieldError
from actionfields.exchange.codebook_csv import read_codebook, write_codebook
from actionfields.exchange.databases import (
    is_qualcoder,
    is_taguette,
    read_qualcoder,
    read_taguette,
)
from actionfields.exchange.dna import read_dna, write_dna
from actionfields.exchange.graphs import write_gexf, write_graphml
from actionfields.exchange.handed import Handed
from actionfields.exchange.refi.codebook import read_qdc, write_qdc
from actionfields.exchange.refi.project_in import read_qdpx
from actionfields.exchange.refi.project_out import write_qdpx
from actionfields.field import Field

Write = Callable[[Field], tuple[bytes, list[str]]]
Read = Callable[[Path], Handed]


@dataclass(frozen=True, slots=True)
class Form:
    """One form of exchange; a CSV is told by name only, since many things are CSV."""

    ending: str
    write: Write | None
    read: Read | None
    is_told_by_ending: bool = True
    tables: tuple[str, ...] = ()  # those whose rows it carries; all where none is named


FORMS: dict[str, Form] = {
    "qdpx": Form(".qdpx", write_qdpx, read_qdpx),
    "qdc": Form(".qdc", write_qdc, read_qdc, tables=("codebook",)),
    "gexf": Form(".gexf", write_gexf, None, tables=("actors", "ties")),
    "graphml": Form(".graphml", write_graphml, None, tables=("actors", "ties")),
    "dna": Form(".csv", write_dna, read_dna, is_told_by_ending=False, tables=("statements",)),
    "qualcoder": Form(".qda", None, read_qualcoder),
    "taguette": Form(".sqlite3", None, read_taguette, is_told_by_ending=False),
    "codebook": Form(
        ".csv", write_codebook, read_codebook, is_told_by_ending=False, tables=("codebook",)
    ),
}


def form_of(path: Path) -> str | None:
    """The form that a file's ending or tables tell; None for those of our own and for CSV."""
    ending = path.suffix.lower()
    if is_qualcoder(path):
        return "qualcoder"
    if ending in (".sqlite", ".sqlite3", ".db") and path.is_file() and is_taguette(path):
        return "taguette"
    told = (name for name, one in FORMS.items() if one.is_told_by_ending and one.ending == ending)
    return next(told, None)


def written(data: Field, form: str) -> tuple[bytes, list[str]]:
    """A field in a form, and a sentence for each thing that does not travel with it.

    Raises RefusedError while what is told of an anonymised actor fits too few of its pool.
    """
    refuse_if_narrowed(data)
    write = FORMS[form].write
    if write is None:
        raise FieldError(f"{form} is read, not written.")
    return write(data)


def read(path: Path, form: str) -> Handed:
    """A file of a form as a field, and a sentence for each thing that did not come along."""
    take = FORMS[form].read
    if take is None:
        able = ", ".join(name for name, one in FORMS.items() if one.read)
        raise FieldError(f"{form} is written, not read; read are {able}.")
    return take(path)
