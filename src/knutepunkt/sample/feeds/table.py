"""A table as people keep them, with Norwegian headers: a row for each meeting, as CSV.

It cannot carry: organisations without groups, terms of a meeting apart from its group's, hidden
places, and how an organisation is part of another.
"""

import csv
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from knutepunkt.collect.drafts import MeetingDraft, PlaceDraft, RecordDraft
from knutepunkt.sample.feeds.files import replaced
from knutepunkt.sample.feeds.parts import codes, group_of, held, shown
from knutepunkt.sample.feeds.spoken import in_words, last_day
from knutepunkt.sample.schemes import concepts

SCHEMES = {
    "Tema": "theme", "Målgruppe": "target-group", "Arbeidsform": "working-form",
    "Drift": "organisation-form", "Møteform": "format", "Språk": "language",
    "Åpenhet": "openness", "Tilgjengelighet": "accessibility",
}  # fmt: skip
COLUMNS = (
    "ID", "Navn", "Gruppe", "Gruppe-ID", "Organisasjon", "Organisasjon ID", "Om organisasjonen",
    "Beskrivelse (bokmål)", "Beskrivelse (nynorsk)", "Beskrivelse (engelsk)", *SCHEMES, "Status",
    "Møtetid", "Dato", "Klokkeslett", "Varighet", "Sesongstart", "Sesongslutt", "Unntak",
    "Ekstra datoer", "Tidssone", "Møtested", "Adresse", "Postnummer", "Poststed", "Land",
    "Breddegrad", "Lengdegrad", "Omtrentlig adresse", "Veibeskrivelse", "Møtelenke", "Pris",
    "Påmelding", "Alder fra", "Alder til", "Nettside", "Oppdatert", "Sist bekreftet",
)  # fmt: skip
STATES = {
    "active": "aktiv", "forming": "under oppstart", "waiting-list": "venteliste", "full": "fullt",
    "paused": "pause", "closed": "lukket", "ended": "avsluttet",
}  # fmt: skip
PARTED = set(",;/|")
Cell = str | int | float | None


def write(records: Iterable[RecordDraft], path: Path) -> None:
    """Write the header and a row for each meeting."""
    with replaced(path) as half, half.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        table.writerows(rows(records))


def rows(records: Iterable[RecordDraft]) -> Iterator[tuple[Cell, ...]]:
    """The cells of each meeting in the order of the columns."""
    for key, record, meeting in held(records):
        yield (
            *who(key, record, meeting),
            *("; ".join(labels(record, meeting, scheme)) for scheme in SCHEMES.values()),
            STATES[group_of(record).state],
            *when(meeting),
            *where(shown(meeting.place)),
            *how(record, meeting),
        )


def who(key: str, record: RecordDraft, meeting: MeetingDraft) -> tuple[Cell, ...]:
    """Ids, names and words."""
    group, owner = group_of(record), record.organisation
    words = dict(group.own_words)
    about = "\n\n".join(text for _, text in owner.own_words) if owner else ""
    return (
        key, meeting.name or group.name, group.name, group.key, owner.name if owner else "",
        owner.key if owner else "", about, words.get("nb", ""), words.get("nn", ""),
        words.get("en", ""),
    )  # fmt: skip


def labels(record: RecordDraft, meeting: MeetingDraft, scheme: str) -> list[str]:
    """The labels in bokmål; the code where a label holds what parts the words of a cell."""
    return [label_of(scheme, code) for code in codes(record, meeting, scheme)]


@cache
def label_of(scheme: str, code: str) -> str:
    """One term as it stands in a cell."""
    known = concepts(scheme).get(code)
    label = known.label[0] if known else code
    return code if PARTED & set(label) else label


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
