"""schema.org as JSON-LD: what search engines understand of groups and their meetings."""

from collections.abc import Iterable, Iterator

import msgspec

from knutepunkt.distribute.formats.base import Account, Format, Frame, counted
from knutepunkt.distribute.formats.jsonld.things import things_of
from knutepunkt.distribute.published import PublishedGroup

ENCODE = msgspec.json.Encoder().encode
CONTEXT = "https://schema.org"


def chunks(groups: Iterable[PublishedGroup], frame: Frame, account: Account) -> Iterator[bytes]:
    """One graph: each group as an Organization, each meeting as an Event."""
    yield b'{"@context": ' + ENCODE(CONTEXT) + b', "@graph": ['
    number = 0
    for group in counted(groups, account):
        for thing in things_of(group, frame, account):
            yield (b",\n" if number else b"\n") + ENCODE(thing)
            number += 1
    yield b"\n]}\n"


def document(group: PublishedGroup, frame: Frame) -> bytes:
    """One group and its meetings as a document, safe to put between script tags of a page.

    ``<``, ``>`` and ``&`` are written as numbers, so that no text can end the tag.
    """
    whole = ENCODE({"@context": CONTEXT, "@graph": list(things_of(group, frame, Account()))})
    safe = whole.replace(b"<", b"\\u003c").replace(b">", b"\\u003e").replace(b"&", b"\\u0026")
    return safe.replace("\u2028".encode(), b"\\u2028").replace("\u2029".encode(), b"\\u2029")


FORMAT = Format(
    name="jsonld",
    label="schema.org (JSON-LD)",
    ending="jsonld",
    media_type="application/ld+json",
    cannot_say=(
        "meetings by agreement, on days nobody has told, or that never take place (left out)",
        "rules of numbered weeks, or of days counted from a month's end (the first day is told)",
        "terms but themes",
        "states other than paused; who confirmed what",
        "hidden places; of an area only the town",
    ),
    chunks=chunks,
)
