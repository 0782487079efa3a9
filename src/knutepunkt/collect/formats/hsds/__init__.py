"""The Human Services Data Specification (Open Referral), 3.0 and the data packages of 1.1 and 2.0.

A service is a group; each of its schedules, at each location it holds for, is a meeting. Comes as
pages, lists or lines of JSON, as one object with tables, or as a folder of CSV tables.
"""

from knutepunkt.collect.formats.base import Format
from knutepunkt.collect.formats.hsds.finding import reason, records
from knutepunkt.collect.formats.hsds.reading import read

FORMAT = Format(
    name="hsds",
    label="HSDS / Open Referral (JSON, NDJSON or CSV tables)",
    version=2,
    recognise=reason,
    records=records,
    read=read,
    score=2,
)
