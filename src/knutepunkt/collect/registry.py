"""The formats this node reads, as a list that a newcomer can see."""

from knutepunkt.collect.formats.base import Format
from knutepunkt.collect.formats.bmlt import FORMAT as BMLT
from knutepunkt.collect.formats.hsds import FORMAT as HSDS
from knutepunkt.collect.formats.meeting_guide import FORMAT as MEETING_GUIDE

FORMATS: tuple[Format, ...] = (
    MEETING_GUIDE,
    BMLT,
    HSDS,
)
BY_NAME = {format_.name: format_ for format_ in FORMATS}
