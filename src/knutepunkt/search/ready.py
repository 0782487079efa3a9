"""Labels and spellers as they were worked out before, kept beside the index.

To read some ten thousand labels takes a second of every start; to take them in as they were kept,
a tenth of that. What is kept is Python's own format, which may do anything when it is read: so it
is read only with this node's own seal. What is damaged, of other labels, or of another version of
the code or its word lists, is worked out anew.
"""

import gc
import os
import pickle
import sys
from contextlib import suppress
from functools import lru_cache
from hashlib import blake2b
from hmac import compare_digest
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import NamedTuple

import msgspec
import numpy as np
from django.utils.crypto import salted_hmac

import knutepunkt
from knutepunkt.search.garbage import without_collecting
from knutepunkt.search.language import Labels, Speller
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.understanding.correcting import vocabulary_words

NAME = "words.ready"
SEAL = 32  # Bytes.
MADE_OF = ("search", "gazetteer")
# All that ``documents`` is made with, but the tables themselves.
WRITTEN_BY = (
    "gazetteer",
    "directory/disclosure.py",
    "search/index/numbers.py",
    "search/index/record.py",
    "search/indexing",
    "search/language",
    "search/lexicon.py",
    "search/meaning.py",
    "search/query.py",
    "search/understanding",
)
ENDINGS = (".py", ".txt", ".csv")
_known: dict[bytes, "Ready"] = {}


class Ready(NamedTuple):
    """What is worked out from labels: how they are found in texts, and the words they hold."""

    labels: Labels
    speller: Speller


def made_ready(lexicon: Lexicon, folder: Path) -> Ready:
    """Give a lexicon its labels and analyser, kept or new; new ones are kept in the folder."""
    key = key_of(lexicon)
    found = _known.get(key) or kept(folder / NAME, key) or worked_out(lexicon, folder / NAME, key)
    if key not in _known:
        _known.clear()
        _known[key] = found
        gc.freeze()  # what has been read stays, so nobody need look through it for garbage again
    lexicon.labels, lexicon.analyser = found.labels, found.labels.analyser
    return found


def forget() -> None:
    """Let go of what this process has; the next use reads it anew."""
    _known.clear()


def key_of(lexicon: Lexicon) -> bytes:
    """Changes with the labels, and with all that works them out."""
    return blake2b(version() + msgspec.msgpack.encode(lexicon.told), digest_size=SEAL).digest()


@lru_cache(maxsize=1)
def version() -> bytes:
    """A sum of the code and the word lists, and of what keeps them."""
    return sum_of(f"{sys.version} {np.__version__}", MADE_OF)


@lru_cache(maxsize=1)
def code_version() -> str:
    """Changes with the code and the word lists by which groups are written."""
    return sum_of("", WRITTEN_BY).hex()[:12]


def sum_of(before: str, rooms: tuple[str, ...]) -> bytes:
    """A sum of some folders' and files' code and word lists."""
    total, source = blake2b(before.encode()), Path(knutepunkt.__file__).parent
    for room in rooms:
        for path in sorted([source / room, *(source / room).rglob("*")]):
            if path.suffix in ENDINGS:
                total.update(path.read_bytes())
    return total.digest()


def kept(path: Path, key: bytes) -> Ready | None:
    """What a file keeps for a key; None when it is of something else, or nobody sealed it."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    seal, body = content[:SEAL], content[SEAL:]
    if not body.startswith(key) or not compare_digest(seal, seal_of(body)):
        return None
    with without_collecting():
        found: Ready = pickle.loads(body[SEAL:])  # noqa: S301 - this node sealed it
    return found


def seal_of(body: bytes) -> bytes:
    """What only this node can write of some bytes."""
    return salted_hmac(__name__, body, algorithm="sha256").digest()


def worked_out(lexicon: Lexicon, path: Path, key: bytes) -> Ready:
    """The labels and their words, worked out and kept; a disk that is full is no reason to fail."""
    found = Ready(lexicon.labels, Speller(vocabulary_words(lexicon)))
    body = key + pickle.dumps(found)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        put(path, seal_of(body) + body)
    return found


def put(path: Path, content: bytes) -> None:
    """Write a file in place of what was there; several processes may do so at once."""
    with NamedTemporaryFile(dir=path.parent, suffix=".new", delete=False) as file:
        try:
            file.write(content)
            file.flush()
            os.replace(file.name, path)
        except OSError:
            os.unlink(file.name)
            raise
