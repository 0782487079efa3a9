"""The CSV table of the 12 Step Meeting List plugin: a row for each day of each meeting.

It cannot carry what the Meeting Guide cannot, and beyond that: several days in one row,
coordinates, group ids, organisations, and codes (its types are English words).
"""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from knutepunkt.collect.drafts import MeetingDraft, RecordDraft
from knutepunkt.distribute.files import replaced
from knutepunkt.distribute.formats.meeting_guide.types import types_of
from knutepunkt.distribute.parts import group_of, held, shown, whole_address, words_of
from knutepunkt.distribute.spoken import end_of, unsaid, weekly_days

COLUMNS = (
    "Time", "End Time", "Day", "Timezone", "Name", "Location", "Address", "City", "Postal Code",
    "Country", "Region", "Types", "Notes", "Location Notes", "Group", "Group Notes", "Website",
    "Conference URL", "Slug", "Updated",
)  # fmt: skip
DAYS = {
    "MO": "Monday", "TU": "Tuesday", "WE": "Wednesday", "TH": "Thursday", "FR": "Friday",
    "SA": "Saturday", "SU": "Sunday",
}  # fmt: skip
TYPES = {
    "O": "Open", "C": "Closed", "BE": "Newcomer", "W": "Women", "M": "Men", "Y": "Young People",
    "SEN": "Seniors", "LGBTQ": "LGBTQ", "D": "Discussion", "ST": "Step Study",
    "TR": "Tradition Study", "SP": "Speaker", "MED": "Meditation", "LIT": "Literature",
    "X": "Wheelchair Access", "CF": "Child-Friendly",
    "BA": "Babysitting Available", "FF": "Fragrance Free", "OUT": "Outdoor", "EN": "English",
    "POL": "Polish", "NO": "Norwegian", "RUS": "Russian", "S": "Spanish",
}  # fmt: skip


def write(records: Iterable[RecordDraft], path: Path) -> None:
    """Write the header and the rows."""
    with replaced(path) as half, half.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        for key, record, meeting in held(records):
            table.writerows(rows(key, record, meeting))


def rows(key: str, record: RecordDraft, meeting: MeetingDraft) -> Iterator[tuple[str, ...]]:
    """One row for each weekday, or one without a day."""
    days = weekly_days(meeting) or ("",)
    for number, day in enumerate(days):
        yield row(f"{key}-{number}" if number else key, DAYS.get(day, ""), record, meeting)


def row(slug: str, day: str, record: RecordDraft, meeting: MeetingDraft) -> tuple[str, ...]:
    """The cells in the order of the columns."""
    group, place = group_of(record), shown(meeting.place)
    types = ", ".join(TYPES[code] for code in types_of(record, meeting))
    notes = "\n".join(filter(None, (unsaid(meeting), group.how_to_join, group.fee)))
    address = whole_address(place)
    return (
        meeting.start, end_of(meeting), day, meeting.timezone, meeting.name or group.name,
        place.name, address, place.city, place.postal_code, place.country, "", types, notes,
        place.notes, group.name, words_of(group), group.url, meeting.online_url, slug,
        record.said_on,
    )  # fmt: skip
