"""The Basic Meeting List Toolbox (the BMLT server's semantic JSON): one record, one meeting.

Weekly meetings counted from Sunday = 1, with format keys and a service body; the lists of formats
and service bodies come in the same answer or as files beside it.
"""

from knutepunkt.collect.formats.base import Format
from knutepunkt.collect.formats.bmlt.finding import reason, records
from knutepunkt.collect.formats.bmlt.reading import read

FORMAT = Format(
    name="bmlt",
    label="BMLT meeting search (JSON)",
    version=1,
    recognise=reason,
    records=records,
    read=read,
    score=2,
)
