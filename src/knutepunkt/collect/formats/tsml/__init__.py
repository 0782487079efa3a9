"""The meeting table of the 12 Step Meeting List plugin, as CSV or XLSX: one row, one meeting.

The columns are those of Meeting Guide with spaces in their names, and types are English words.
"""

from knutepunkt.collect.formats.base import Format
from knutepunkt.collect.formats.tsml.finding import reason, records
from knutepunkt.collect.formats.tsml.reading import read

FORMAT = Format(
    name="tsml",
    label="12 Step Meeting List table",
    version=2,
    recognise=reason,
    records=records,
    read=read,
    score=3,
)
