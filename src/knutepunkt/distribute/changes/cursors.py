"""Where a follower is: an edition and a place within it, in a form only this node reads."""

import base64
from typing import NamedTuple

import msgspec

from knutepunkt.directory.editions import latest_edition
from knutepunkt.directory.ourselves import node_id
from knutepunkt.distribute.api.problems import Problem


class Cursor(NamedTuple):
    """Everything up to this place is known. Organisations (0) come before groups (1)."""

    edition: int = 0
    kind: int = 0
    number: int = 0

    def text(self, node: str) -> str:
        """The cursor as a node of this id tells it."""
        body = msgspec.json.encode([node, *self])
        return base64.urlsafe_b64encode(body).decode().rstrip("=")


def cursor_of(text: str) -> Cursor:
    """The place a text tells. Raises Problem for one of another directory, and for no cursor."""
    if not text:
        return Cursor()
    try:
        padded = text.encode("ascii") + b"=" * (-len(text) % 4)
        body = base64.urlsafe_b64decode(padded)
        node, *place = msgspec.json.decode(body, type=tuple[str, int, int, int])
    except (ValueError, msgspec.DecodeError):
        raise Problem(400, "since is no cursor of this node") from None
    cursor = Cursor(*place)
    if node != node_id() or cursor.edition > latest_edition():
        raise Problem(410, "this cursor is of another directory; begin anew, without since")
    return cursor
