"""The list as A4 sheets."""

from knutepunkt.distribute.formats.printed import format_of

FORMAT = format_of("a4", "Printed list, A4", size="a4")
