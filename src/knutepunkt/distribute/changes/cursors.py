"""Where a follower is: an edition and a place within it, in a form only this node reads."""

import base64
from typing import Annotated, NamedTuple

import msgspec

from knutepunkt.directory.editions import latest_edition, mark_of
from knutepunkt.directory.ourselves import node_id
from knutepunkt.distribute.api.problems import Problem

Number = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]
# A cursor of an older version names no history, so nobody can say whether it is ours.
Old = tuple[str, Number, Number, Number]
FORGOTTEN = "this cursor is of another directory or history; begin anew, without since"


class Cursor(NamedTuple):
    """Everything up to this place is known. Organisations (0) come before groups (1)."""

    edition: int = 0
    kind: int = 0
    number: int = 0


class Told(msgspec.Struct, frozen=True, array_like=True):
    """A cursor as it is told: by whom, the place, and the history it belongs to.

    ``seen`` is the latest edition that the answer may have told of, which may be later than the
    place; ``mark`` is that edition's.
    """

    node: str
    edition: Number
    kind: Number
    number: Number
    seen: Number
    mark: Number

    def text(self) -> str:
        """The cursor as a follower keeps it."""
        return base64.urlsafe_b64encode(msgspec.json.encode(self)).decode().rstrip("=")


def cursor_text(cursor: Cursor) -> str:
    """The text of a place. To be made after all that is told with it was read."""
    seen = latest_edition()
    return Told(node_id(), *cursor, seen, mark_of(seen)).text()


def cursor_of(text: str) -> Cursor:
    """The place a text tells. Raises Problem for one of another history, and for no cursor."""
    if not text:
        return Cursor()
    try:
        padded = text.encode("ascii") + b"=" * (-len(text) % 4)
        found = decoded(base64.urlsafe_b64decode(padded))
    except (ValueError, msgspec.DecodeError):
        raise Problem(400, "since is no cursor of this node") from None
    if found is None or not is_ours(found):
        raise Problem(410, FORGOTTEN)
    return Cursor(found.edition, found.kind, found.number)


def decoded(body: bytes) -> Told | None:
    """The cursor in a body; None for one of an older version. Raises DecodeError."""
    try:
        return msgspec.json.decode(body, type=Told)
    except msgspec.ValidationError:
        msgspec.json.decode(body, type=Old)
        return None


def is_ours(found: Told) -> bool:
    """Say whether a cursor is of this node and of the history that led to what it has now."""
    is_past = found.edition <= found.seen <= latest_edition()
    return found.node == node_id() and is_past and mark_of(found.seen) == found.mark
