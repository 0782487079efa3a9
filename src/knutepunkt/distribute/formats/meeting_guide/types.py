"""Our terms as the type codes that the Meeting Guide has."""

from collections.abc import Mapping

from knutepunkt.collect.drafts import MeetingDraft, RecordDraft
from knutepunkt.distribute.parts import codes

SCHEME = "meeting-guide"
Table = Mapping[str, Mapping[str, str]]
TYPES: Table = {
    "openness": {"open": "O", "concerned-only": "C", "newcomers-welcome": "BE"},
    "target-group": {"women": "W", "men": "M", "youth": "Y", "elderly": "SEN", "lgbt": "LGBTQ"},
    "working-form": {
        "conversation": "D", "step-study": "ST", "tradition-study": "TR", "speaker": "SP",
        "mindfulness": "MED", "book-study": "LIT",
    },
    "accessibility": {
        "wheelchair": "X", "child-friendly": "CF", "childcare": "BA", "scent-free": "FF",
        "outdoors": "OUT",
    },
    "language": {"en": "EN", "pl": "POL", "nb": "NO", "nn": "NO", "ru": "RUS", "es": "S"},
}  # fmt: skip


def types_of(record: RecordDraft, meeting: MeetingDraft, table: Table = TYPES) -> list[str]:
    """The type codes, each once: the feed's own first, then ours by scheme and code."""
    own = codes(record, meeting, SCHEME)
    found = (
        translated.get(code, "") for scheme, translated in table.items()
        for code in codes(record, meeting, scheme)
    )  # fmt: skip
    return list(dict.fromkeys(filter(None, (*own, *found))))
