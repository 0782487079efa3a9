"""Rows as the JSON they become: what many rows share is written once, and each has its own ids.

A row under a holder, such as a service, differs from the rows of others in two ids alone: its own,
which is made of the holder's and a name, and the holder's.
"""

from collections.abc import Iterable

import msgspec

from knutepunkt.distribute.hsds.ids import BEGUN
from knutepunkt.distribute.hsds.rows import Row

ENCODE = msgspec.json.Encoder().encode
Written = msgspec.Raw
Part = tuple[bytes, bytes]  # the name under the holder, and all that follows the two ids


def rows_under(holder: str, field: str, parts: Iterable[Part]) -> Written:
    """A list of rows whose ``field`` names the holder; ids are ``id_of(holder, name)``."""
    begun = BEGUN.copy()
    begun.update(f"{holder}\n".encode())
    rows = []
    for name, rest in parts:  # all in one loop, for a service has fifteen such rows
        whole = begun.copy()
        whole.update(name)
        digits = whole.hexdigest()
        rows.append(
            f'{{"id":"{digits[:8]}-{digits[8:12]}-8{digits[13:16]}-a{digits[17:20]}-{digits[20:]}",'
            f'"{field}":"{holder}"'.encode()
            + rest
        )
    return listed(rows)


def listed(rows: Iterable[bytes]) -> Written:
    """Rows as a list."""
    return Written(b"[%b]" % b",".join(rows))


def fact(kind: str, entity: str, said: object, number: int = 0) -> Part:
    """A row of the profile, as ``rows.attribute`` has it."""
    row = {"link_type": kind, "link_entity": entity, "value": ENCODE(said).decode()}
    return f"{kind}\n{number}".encode(), end(row)


def end(row: Row) -> bytes:
    """The fields of a row that has ids before them."""
    return inside(row) + b"}"


def inside(row: Row) -> bytes:
    """The fields of a row, each with a comma before."""
    return b",%b" % ENCODE(row)[1:-1] if row else b""
