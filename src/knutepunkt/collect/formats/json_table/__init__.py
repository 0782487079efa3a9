"""JSON of any other shape: every list of objects in it is read as a table.

Nested keys become columns with dots; what the columns mean is told or guessed as for tables.
"""

from knutepunkt.collect.formats.base import Format
from knutepunkt.collect.formats.json_table.finding import reason, records
from knutepunkt.collect.formats.table.reading import read

FORMAT = Format(
    name="json-table",
    label="JSON of another shape",
    version=2,
    recognise=reason,
    records=records,
    read=read,
    score=0,
)
