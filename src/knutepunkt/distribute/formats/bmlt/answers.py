"""A BMLT server's view of the directory: what its lists hold."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b

from knutepunkt.collect.drafts import MeetingDraft, RecordDraft
from knutepunkt.distribute.counterparts import counterparts_in
from knutepunkt.distribute.drafting import draft_of
from knutepunkt.distribute.formats.base import Account, Frame
from knutepunkt.distribute.formats.bmlt.items import Formats, Names, item
from knutepunkt.distribute.formats.weekly import weekly_meetings
from knutepunkt.distribute.parts import codes
from knutepunkt.distribute.published import PublishedGroup
from knutepunkt.distribute.spoken import weekly_days
from knutepunkt.vocabulary.models import Concept, Label

SCHEME = "bmlt"
Item = dict[str, str]


class Server:
    """One answer: the formats of its language, and the service bodies met on the way."""

    def __init__(self, frame: Frame, account: Account) -> None:
        self.frame, self.account = frame, account
        self.root = f"{frame.site}/bmlt/"
        self.table = counterparts_in(SCHEME)
        known = Concept.objects.filter(scheme_id=SCHEME).order_by("code")
        self.ids = dict(known.values_list("code", "id"))
        self.bodies: dict[str, Item] = {}

    def meetings(self, groups: Iterable[PublishedGroup]) -> Iterator[Item]:
        """Every weekly meeting, once for each of its days."""
        weekly = weekly_meetings(map(draft_of, groups), self.frame, self.account)
        for record, meeting in weekly:
            body, formats = self.body_of(record), self.formats_of(record, meeting)
            for day in weekly_days(meeting):
                names = Names(number(meeting.key + day), number(record.key), body, self.root)
                yield item(names, day, record, meeting, formats)

    def formats_of(self, record: RecordDraft, meeting: MeetingDraft) -> Formats:
        """The formats of a meeting as (id, key), each once: stated ones, then ours in BMLT's."""
        keys = [code for code in codes(record, meeting, SCHEME) if code in self.ids]
        for scheme, translated in self.table.items():
            keys += [translated[code] for code in codes(record, meeting, scheme)
                     if code in translated]  # fmt: skip
        return [(str(self.ids[key]), key) for key in dict.fromkeys(keys)]

    def body_of(self, record: RecordDraft) -> str:
        """The number of the organisation, "" where a group has none."""
        owner = record.organisation
        if owner is None:
            return ""
        id_ = number(owner.key)
        if id_ not in self.bodies:
            self.bodies[id_] = {
                "id": id_, "parent_id": number(owner.parent_key) if owner.parent_key else "0",
                "name": owner.name, "description": "\n\n".join(text for _, text in owner.own_words),
                "type": "AS", "url": owner.url, "helpline": "", "world_id": "",
                "root_server_uri": self.root,
            }  # fmt: skip
        return id_

    def service_bodies(self) -> list[Item]:
        """The organisations met so far, by name."""
        return sorted(self.bodies.values(), key=lambda body: (body["name"], body["id"]))

    def formats(self) -> list[Item]:
        """Every format in each language it has a name in."""
        labels = Label.objects.filter(concept__scheme_id=SCHEME, kind="preferred")
        rows = labels.order_by("concept__code", "language").values_list(
            "concept__code", "language", "text", "concept__scope"
        )
        return [
            {
                "id": str(self.ids[code]), "key_string": code, "name_string": text,
                "description_string": scope.get(language, text), "lang": language,
                "world_id": code, "root_server_uri": self.root,
            }
            for code, language, text, scope in rows
        ]  # fmt: skip


@lru_cache(maxsize=2000)
def number(key: str) -> str:
    """A number of 52 bits for a UUID: BMLT's ids are numbers, and JavaScript's have 53 bits."""
    return str(int.from_bytes(blake2b(key.encode(), digest_size=7).digest()) >> 4)
