"""The formats this node reads, as a list that a newcomer can see."""

from knutepunkt.collect.formats.base import Format
from knutepunkt.collect.formats.meeting_guide import FORMAT as MEETING_GUIDE

FORMATS: tuple[Format, ...] = (MEETING_GUIDE,)
BY_NAME = {format_.name: format_ for format_ in FORMATS}
