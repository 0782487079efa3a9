"""Reads one row of a meeting table, as the Meeting Guide record it is."""

import re

from msgspec.structs import replace

from knutepunkt.collect.clean.dates import moment
from knutepunkt.collect.clean.text import one_line
from knutepunkt.collect.drafts import GroupDraft, MeetingDraft, RecordDraft, Term
from knutepunkt.collect.formats.meeting_guide.reading import read as read_meeting
from knutepunkt.collect.opened import RawRecord, Reading

# The two words that change whether and where people meet, as Meeting Guide codes.
CODES = {
    "location temporarily closed": "TC",
    "temporarily closed": "TC",
    "temporary closure": "TC",
    "online meeting": "ONL",
    "online": "ONL",
}
# Keys of payment that may be a person's own: private, like a telephone number.
PAYMENT = ("venmo", "square", "paypal")
HANDLED = frozenset(["type_words", "last_contact", "types", *PAYMENT])
BETWEEN = re.compile(r"\s*[,;|\n]\s*")
OWNER = "the feed's owner: write the day of the last contact as YYYY-MM-DD"


def read(raw: RawRecord, reading: Reading) -> RecordDraft:
    """One meeting; its type words stand as they were written, in code and label."""
    words = words_of(raw)
    plain_raw = {key: value for key, value in raw.items() if key not in HANDLED}
    plain_raw["types"] = [CODES[word.lower()] for word in words if word.lower() in CODES]
    draft = read_meeting(plain_raw, reading)
    terms = tuple(Term("meeting-guide", word, word) for word in words)
    return replace(
        draft,
        meetings=tuple(with_terms(meeting, terms) for meeting in draft.meetings),
        group=with_payment(draft.group, raw),
        confirmed_on=last_contact(raw, reading),
    )


def words_of(raw: RawRecord) -> list[str]:
    """The type words, each once, from one cell joined by commas."""
    text = one_line(raw.get("type_words"))
    return list(dict.fromkeys(word for word in BETWEEN.split(text) if word))


def with_terms(meeting: MeetingDraft, terms: tuple[Term, ...]) -> MeetingDraft:
    """The meeting with terms in the source's words."""
    return replace(meeting, terms=terms)


def with_payment(group: GroupDraft | None, raw: RawRecord) -> GroupDraft | None:
    """The group with handles for payment among its private contacts."""
    pairs = tuple((key, one_line(raw.get(key))) for key in PAYMENT if one_line(raw.get(key)))
    return replace(group, contacts=(*group.contacts, *pairs)) if group and pairs else group


def last_contact(raw: RawRecord, reading: Reading) -> str:
    """When somebody last spoke with the group: a human's confirmation."""
    text = one_line(raw.get("last_contact"))
    try:
        return moment(text)
    except (ValueError, OverflowError):
        reading.issue("last_contact", text, "this is no date; it was left out", OWNER)
        return ""
