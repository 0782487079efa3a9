"""What somebody asks to have collected."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Request:
    """One source to collect. ``address`` and ``beside`` are paths or URLs.

    ``kept_as`` names kept files to take instead of the source's own address. ``is_anew`` says that
    these are all that a node has, not only what has changed there.

    ``is_node`` says that the address is another node's, which is followed from now on.

    Empty texts mean "as last time", or for a new source "find out". ``is_accepted`` lets a run
    through that would wait for a steward.
    """

    address: str
    source: str = ""
    name: str = ""
    format: str = ""
    organisation: str = ""
    kind: str = ""
    timezone: str = ""
    mapping: Mapping[str, object] = field(default_factory=dict)
    beside: tuple[str, ...] = ()
    may_be_private: bool = False
    is_fictitious: bool = False
    is_node: bool = False
    is_dry: bool = False
    is_accepted: bool = False
    kept_as: str = ""
    is_anew: bool = False
