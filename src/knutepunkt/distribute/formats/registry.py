"""Every format by name; a module is imported when its format is asked for."""

from functools import cache
from importlib import import_module

from knutepunkt.distribute.formats.base import Format

MODULES = {
    "hsds": "knutepunkt.distribute.formats.hsds.lines",
    "hsds-csv": "knutepunkt.distribute.formats.hsds.package",
    "ndjson": "knutepunkt.distribute.formats.ndjson",
    "meeting-guide": "knutepunkt.distribute.formats.meeting_guide",
    "bmlt": "knutepunkt.distribute.formats.bmlt",
    "csv": "knutepunkt.distribute.formats.table.comma",
    "xlsx": "knutepunkt.distribute.formats.table.workbook",
    "ical": "knutepunkt.distribute.formats.ical",
    "atom": "knutepunkt.distribute.formats.atom",
    "jsonld": "knutepunkt.distribute.formats.jsonld",
    "pdf-a4": "knutepunkt.distribute.formats.printed.sheets",
    "pdf-a5": "knutepunkt.distribute.formats.printed.booklet",
    "pdf-folded": "knutepunkt.distribute.formats.printed.folded",
    "skos": "knutepunkt.distribute.formats.skos",
}


@cache
def format_named(name: str) -> Format:
    """The format of this name; raises KeyError for none."""
    found = import_module(MODULES[name]).FORMAT
    if not isinstance(found, Format):
        raise TypeError(name)
    return found
