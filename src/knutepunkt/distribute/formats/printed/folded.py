"""The booklet laid out for folding: two A5 pages on each side of A4 sheets."""

from knutepunkt.distribute.formats.printed import format_of
from knutepunkt.distribute.formats.printed.folding import fold

FORMAT = format_of(
    "folded",
    "Booklet to fold, A5 pages on A4 sheets; print on both sides, turned along the short edge",
    finish=fold,
)
