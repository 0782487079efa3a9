"""The rows of a table: one for each meeting, under headers that people of this country use."""

from collections.abc import Callable, Iterable, Iterator

from knutepunkt.collect.drafts import MeetingDraft, PlaceDraft, RecordDraft, Term
from knutepunkt.distribute.parts import group_of, held, shown
from knutepunkt.distribute.spoken import in_words, last_day

SCHEMES = {
    "Tema": "theme", "Målgruppe": "target-group", "Arbeidsform": "working-form",
    "Drift": "organisation-form", "Møteform": "format", "Språk": "language",
    "Åpenhet": "openness", "Tilgjengelighet": "accessibility",
}  # fmt: skip
COLUMNS = (
    "ID", "Navn", "Gruppe", "Gruppe-ID", "Organisasjon", "Organisasjon ID", "Om organisasjonen",
    "Beskrivelse", "Beskrivelse (bokmål)", "Beskrivelse (nynorsk)", "Beskrivelse (engelsk)",
    *SCHEMES, "Status", "Møtetid", "Dato", "Klokkeslett", "Varighet", "Sesongstart",
    "Sesongslutt", "Unntak", "Ekstra datoer", "Tidssone", "Møtested", "Adresse", "Postnummer",
    "Poststed", "Land", "Breddegrad", "Lengdegrad", "Omtrentlig adresse", "Veibeskrivelse",
    "Møtelenke", "Pris", "Påmelding", "Alder fra", "Alder til", "Nettside", "Oppdatert",
    "Sist bekreftet",
)  # fmt: skip
STATES = {
    "active": "aktiv", "forming": "under oppstart", "waiting-list": "venteliste", "full": "fullt",
    "paused": "pause", "closed": "lukket", "ended": "avsluttet",
}  # fmt: skip
# Languages with a column of their own; "Beskrivelse" has what is in none of them, or in none told.
LANGUAGES = ("nb", "nn", "en")
PARTED = set(",;/|")
Cell = str | int | float | None


Label = Callable[[Term], str]


def rows(records: Iterable[RecordDraft], label: Label) -> Iterator[tuple[Cell, ...]]:
    """The cells of each meeting in the order of the columns; ``label`` says a term in words."""
    for key, record, meeting in held(records):
        yield (
            *who(key, record, meeting),
            *("; ".join(labels(record, meeting, scheme, label)) for scheme in SCHEMES.values()),
            STATES[group_of(record).state],
            *when(meeting),
            *where(shown(meeting.place)),
            *how(record, meeting),
        )


def who(key: str, record: RecordDraft, meeting: MeetingDraft) -> tuple[Cell, ...]:
    """Ids, names and words."""
    group, owner = group_of(record), record.organisation
    words = dict(group.own_words)
    others = "\n\n".join(text for name, text in group.own_words if name not in LANGUAGES)
    about = "\n\n".join(text for _, text in owner.own_words) if owner else ""
    return (
        key, meeting.name or group.name, group.name, group.key, owner.name if owner else "",
        owner.key if owner else "", about, others, *(words.get(name, "") for name in LANGUAGES),
    )  # fmt: skip


def labels(record: RecordDraft, meeting: MeetingDraft, scheme: str, label: Label) -> list[str]:
    """The terms of a scheme in words; the code where a word holds what parts those of a cell."""
    terms = (*group_of(record).terms, *meeting.terms)
    found = {term.code: label(term) for term in terms if term.scheme == scheme}
    return [code if PARTED & set(word) else word for code, word in found.items()]


def when(meeting: MeetingDraft) -> tuple[Cell, ...]:
    """Days, times, seasons and dates."""
    is_single = not meeting.rrule
    dates = ", ".join((meeting.first_on, *meeting.also_on)) if is_single else ""
    first = "" if is_single else meeting.first_on
    also = "" if is_single else ", ".join(meeting.also_on)
    return (
        in_words(meeting), dates, meeting.start, meeting.minutes, first, last_day(meeting),
        ", ".join(meeting.except_on), also, meeting.timezone,
    )  # fmt: skip


def where(place: PlaceDraft) -> tuple[Cell, ...]:
    """The place, as far as it may be shown."""
    return (
        place.name, place.address, place.postal_code, place.city, place.country, place.latitude,
        place.longitude, "ja" if place.disclosure == "area" else "", place.notes,
    )  # fmt: skip


def how(record: RecordDraft, meeting: MeetingDraft) -> tuple[Cell, ...]:
    """What it costs, how to come, and how sure it is."""
    group = group_of(record)
    return (
        meeting.online_url, group.fee, group.how_to_join, group.minimum_age, group.maximum_age,
        group.url, record.said_on, record.confirmed_on,
    )  # fmt: skip
