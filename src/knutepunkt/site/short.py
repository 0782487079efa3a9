"""Addresses that can be typed from paper: the first bits of a group's id, in letters that differ.

The letters are Crockford's base 32 (https://www.crockford.com/base32.html), which reads I and L
as 1 and O as 0. Of the first 50 bits 48 differ from id to id, so the chance that any two of a
million groups share them is one in 560 (n²/2 of 2⁴⁸). Such an address leads nowhere rather than to
the wrong group.
"""

from uuid import UUID

from knutepunkt.directory.models import Group

LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
READ_AS = str.maketrans("ilo", "110", "-")
LENGTH, EACH = 10, 5
REST = 128 - LENGTH * EACH


def short_of(uid: UUID) -> str:
    """The short form of an id, in two halves.

    >>> short_of(UUID("f9c37d65-65d0-589b-8264-7de01d79ea26"))
    'z71qt-sb5t1'
    """
    bits = uid.int >> REST
    code = "".join(LETTERS[bits >> EACH * at & 31] for at in reversed(range(LENGTH)))
    return f"{code[:5]}-{code[5:]}"


def group_at(code: str) -> UUID | None:
    """The only group whose id begins as a code says, however it was typed; else None. One query."""
    letters = code.lower().translate(READ_AS)
    if len(letters) != LENGTH or not set(letters) <= set(LETTERS):
        return None
    bits = sum(LETTERS.index(one) << EACH * at for at, one in enumerate(reversed(letters)))
    span = UUID(int=bits << REST), UUID(int=(bits + 1 << REST) - 1)
    found = list(Group.objects.filter(uid__range=span).values_list("uid", flat=True)[:2])
    return found[0] if len(found) == 1 else None
