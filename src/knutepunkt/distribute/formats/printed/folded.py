"""The booklet laid out for folding: two A5 pages on each side of A4 sheets."""

from knutepunkt.distribute.formats.printed import format_of
from knutepunkt.distribute.formats.printed.folding import folded

FORMAT = format_of(
    "folded",
    "Booklet to fold, A5 pages on A4 sheets; print on both sides, turned along the short edge",
    "anything to a screen reader: give those who listen `pdf-a4` or `pdf-a5`",
    finish=folded,
)
