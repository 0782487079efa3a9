"""A node's own records: one ``RecordDraft`` as JSON per line, behind a line that says so.

The first line is ``{"knutepunkt": "records", "version": 1}``; the fields of the others are those of
``collect.drafts``, and what is left out has its default.
"""

from knutepunkt.collect.formats.base import Format
from knutepunkt.collect.formats.knutepunkt.finding import reason, records
from knutepunkt.collect.formats.knutepunkt.reading import read

FORMAT = Format(
    name="knutepunkt",
    label="Records of a Knutepunkt node",
    version=1,
    recognise=reason,
    records=records,
    read=read,
    score=5,
)
