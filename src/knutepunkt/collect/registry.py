"""The formats this node reads, as a list that a newcomer can see."""

from knutepunkt.collect.formats.base import Format
from knutepunkt.collect.formats.bmlt import FORMAT as BMLT
from knutepunkt.collect.formats.hsds import FORMAT as HSDS
from knutepunkt.collect.formats.json_table import FORMAT as JSON_TABLE
from knutepunkt.collect.formats.knutepunkt import FORMAT as KNUTEPUNKT
from knutepunkt.collect.formats.meeting_guide import FORMAT as MEETING_GUIDE
from knutepunkt.collect.formats.table import FORMAT as CSV
from knutepunkt.collect.formats.table import WORKBOOK as XLSX
from knutepunkt.collect.formats.tsml import FORMAT as TSML

FORMATS: tuple[Format, ...] = (
    MEETING_GUIDE,
    BMLT,
    HSDS,
    TSML,
    CSV,
    XLSX,
    JSON_TABLE,
    KNUTEPUNKT,
)
BY_NAME = {format_.name: format_ for format_ in FORMATS}
