"""Formats and service bodies that were given beside the meetings, found by root and id."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from knutepunkt.collect.clean.ids import real_id
from knutepunkt.collect.clean.text import one_line
from knutepunkt.collect.json_reading import NO_RECORD
from knutepunkt.collect.opened import RawRecord

# What a draft can depend on; a format's own description belongs to the format, not the meeting.
FORMAT_PARTS = ("id", "key_string", "name_string", "world_id", "lang")
Key = tuple[str, str]


def root_of(item: RawRecord) -> str:
    """The server an item is from, as it names itself; "" when it does not."""
    uri = one_line(item.get("root_server_uri")).rstrip("/").lower()
    return uri or real_id(item.get("root_server_id"))


def parts(value: object) -> list[str]:
    """The single entries of "O,BT", or of a list."""
    entries = value if isinstance(value, list) else one_line(value).split(",")
    return list(dict.fromkeys(filter(None, map(one_line, entries))))


@dataclass(slots=True)
class Beside:
    """What lies beside the meetings, by (root, id) and by (root, key)."""

    roots: set[str] = field(default_factory=set)
    by_id: dict[Key, list[RawRecord]] = field(default_factory=dict)
    by_key: dict[Key, list[RawRecord]] = field(default_factory=dict)
    bodies: dict[Key, RawRecord] = field(default_factory=dict)

    def add_root(self, meeting: RawRecord) -> None:
        """Remember which server a meeting is from; those that name none are one more."""
        self.roots.add(root_of(meeting))

    def add_format(self, item: RawRecord) -> None:
        """Remember one language's wording of a format."""
        kept = {part: item.get(part) for part in FORMAT_PARTS if item.get(part) is not None}
        root = root_of(item)
        for index, key in ((self.by_id, real_id(item.get("id"))),
                           (self.by_key, one_line(item.get("key_string")))):  # fmt: skip
            known = index.setdefault((root, key), [])
            if kept not in known:
                known.append(kept)

    def add_body(self, item: RawRecord) -> None:
        """Remember a service body."""
        self.bodies[root_of(item), real_id(item.get("id"))] = item

    def joined(self, meeting: RawRecord) -> RawRecord:
        """The meeting with everything its draft depends on; what is no meeting as it is."""
        if NO_RECORD in meeting:
            return meeting
        return {
            "meeting": meeting,
            "formats": self.formats_of(meeting),
            "service_body": self.body_of(meeting),
            "has_several_roots": len(self.roots) > 1,
        }

    def formats_of(self, meeting: RawRecord) -> list[RawRecord]:
        """Each wording of each format that the meeting names, by id or by key."""
        root = root_of(meeting)
        found = [self.found(self.by_id, root, id_)
                 for id_ in parts(meeting.get("format_shared_id_list"))]  # fmt: skip
        found += [self.found(self.by_key, root, key) for key in parts(meeting.get("formats"))]
        flat = [item for items in found for item in items]
        return [item for number, item in enumerate(flat) if item not in flat[:number]]

    def found(self, index: Mapping[Key, list[RawRecord]], root: str, key: str) -> list[RawRecord]:
        """The wordings under a key, from the meeting's own server or from an unnamed one."""
        return next((index[root_, key] for root_ in self.tried(root) if (root_, key) in index), [])

    def body_of(self, meeting: RawRecord) -> RawRecord | None:
        """The meeting's service body, with its parent's name."""
        id_ = real_id(meeting.get("service_body_bigint"))
        for root in self.tried(root_of(meeting)):
            if id_ and (body := self.bodies.get((root, id_))):
                parent = self.bodies.get((root, real_id(body.get("parent_id"))), {})
                return {**body, "parent_name": parent.get("name")}
        return None

    def tried(self, root: str) -> tuple[str, ...]:
        """The roots to look under; with several servers, what names none belongs to none."""
        if len(self.roots) > 1:
            return (root,)
        return (root, "") if root else ("", *sorted(self.roots_beside()))

    def roots_beside(self) -> set[str]:
        """The servers that formats and bodies name, when it is only one."""
        named = {root for root, _ in (*self.by_id, *self.bodies) if root}
        return named if len(named) == 1 else set()
