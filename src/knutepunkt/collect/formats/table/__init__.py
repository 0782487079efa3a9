"""Tables of any shape, as text (CSV) or workbook (XLSX): a row is a record.

What the columns mean is told by a mapping file, else guessed from their names and values.
``csv`` and ``xlsx`` are two names of one format, so that either can be asked for.
"""

from dataclasses import replace

from knutepunkt.collect.formats.base import Format
from knutepunkt.collect.formats.table.finding import reason, records, workbook_reason
from knutepunkt.collect.formats.table.reading import read

FORMAT = Format(
    name="csv",
    label="Table with separators (CSV)",
    version=2,
    recognise=reason,
    records=records,
    read=read,
)
WORKBOOK = replace(FORMAT, name="xlsx", label="Workbook (XLSX)", recognise=workbook_reason)
