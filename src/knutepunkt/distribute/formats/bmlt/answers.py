"""A BMLT server's view of the directory: what its lists hold."""

from collections.abc import Iterable, Iterator

from knutepunkt.collect.drafts import MeetingDraft, RecordDraft
from knutepunkt.distribute.counterparts import counterparts_in
from knutepunkt.distribute.drafting import draft_of
from knutepunkt.distribute.formats.base import Account, Frame
from knutepunkt.distribute.formats.bmlt.bodies import Bodies, number
from knutepunkt.distribute.formats.bmlt.items import Formats, Names, item
from knutepunkt.distribute.formats.weekly import weekly_meetings
from knutepunkt.distribute.parts import codes
from knutepunkt.distribute.published import PublishedGroup
from knutepunkt.distribute.spoken import weekly_days
from knutepunkt.vocabulary.models import Concept, Label

SCHEME = "bmlt"
Item = dict[str, str]


class Server:
    """One answer: the meetings, and the formats in every language."""

    def __init__(self, frame: Frame, account: Account) -> None:
        self.frame, self.account = frame, account
        self.root = f"{frame.site}/bmlt/"
        self.table = counterparts_in(SCHEME)
        known = Concept.objects.filter(scheme_id=SCHEME).order_by("code")
        self.ids = dict(known.values_list("code", "id"))

    def meetings(self, groups: Iterable[PublishedGroup], bodies: Bodies) -> Iterator[Item]:
        """Every weekly meeting, once for each of its days; ``bodies`` notes the organisations."""
        weekly = weekly_meetings(map(draft_of, groups), self.frame, self.account)
        for record, meeting in weekly:
            body, formats = bodies.number_of(record.organisation), self.formats_of(record, meeting)
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
