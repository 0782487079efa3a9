"""The list as a booklet of A5 pages."""

from knutepunkt.distribute.formats.printed import format_of

FORMAT = format_of(
    "a5",
    "Printed booklet, A5",
    "which pages share a sheet: `pdf-folded` does",
)
