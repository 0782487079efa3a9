"""The Meeting Guide JSON feed (spec by Code for Recovery): one record, one meeting.

Weekly meetings with a slug, a day counted from Sunday, and two- or three-letter type codes.
"""

from knutepunkt.collect.formats.base import Format
from knutepunkt.collect.formats.meeting_guide.finding import reason, records
from knutepunkt.collect.formats.meeting_guide.reading import read

FORMAT = Format(
    name="meeting-guide",
    label="Meeting Guide JSON",
    version=2,
    recognise=reason,
    records=records,
    read=read,
)
