"""Takes in files that this node or another system wrote."""

from collections.abc import Callable
from dataclasses import replace

from knutepunkt.vocabulary.actions import take_in
from knutepunkt.vocabulary.errors import VocabularyError
from knutepunkt.vocabulary.export import Format
from knutepunkt.vocabulary.reading import Reading, Unsigned
from knutepunkt.vocabulary.skos.reading import read_json_ld, read_turtle
from knutepunkt.vocabulary.table import reading as table
from knutepunkt.vocabulary.written import Written

LARGEST = 20_000_000

READERS: dict[Format, Callable[[str, Unsigned], Reading]] = {
    "skos-ttl": read_turtle,
    "skos-jsonld": read_json_ld,
    "csv": table.read,
}


def read(data: bytes, form: Format, unsigned: Unsigned) -> Reading:
    """Return what a file says, checked, with the database untouched.

    Raises VocabularyError with one sentence when the file is too large, not UTF-8 or not in the
    named format.
    """
    if len(data) > LARGEST:
        raise VocabularyError(f"The file is over {LARGEST // 1_000_000} MB; split it by scheme.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise VocabularyError(
            f"The file is not UTF-8 at byte {error.start}; save it so."
        ) from error
    return READERS[form](text, unsigned)


def take_in_file(data: bytes, form: Format, unsigned: Unsigned) -> Written:
    """Take in a file whole or not at all, and say what was left out.

    Exporting the same schemes afterwards gives what the file said.
    """
    reading = read(data, form, unsigned)
    done = take_in(reading.vocabulary)
    return replace(done, left_out=reading.left_out + done.left_out)
