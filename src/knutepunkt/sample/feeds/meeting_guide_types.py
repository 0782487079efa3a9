"""Our terms as the type codes that the Meeting Guide has."""

from knutepunkt.collect.drafts import MeetingDraft, RecordDraft
from knutepunkt.sample.feeds.parts import codes

TYPES = {
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


def types_of(record: RecordDraft, meeting: MeetingDraft) -> list[str]:
    """The type codes, each once."""
    found = (
        table.get(code, "") for scheme, table in TYPES.items()
        for code in codes(record, meeting, scheme)
    )  # fmt: skip
    return list(dict.fromkeys(filter(None, found)))
