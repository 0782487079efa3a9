"""Texts that a spreadsheet would take for formulas, and the apostrophe that keeps them texts.

Some formulas run programs or send cells to strangers. Whoever opens a table may drop what cannot be
seen, fold full-width signs, and part cells at semicolons, tabs and line breaks, so the apostrophe
stands before each part that begins with a sign once all that is done.

>>> guarded("=1+1"), guarded("Kaffe; =1+1"), guarded("Kaffe")
("'=1+1", "Kaffe;' =1+1", 'Kaffe')
>>> unguarded(guarded("'=1+1"))
"'=1+1"
"""

import re
import unicodedata
from functools import lru_cache

SIGN = re.compile("[=+@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−-]")
PARTING = re.compile("([;\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029])")
UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp", "Mn", "Me", "Cn", "Co", "Cs"})
QUOTES = "'\"’`"
CONTROLS = ("\0", "\t", "\r", "\n")
MARK = "'"


@lru_cache(maxsize=4096)
def guarded(text: str) -> str:
    """The text as a cell may hold it: an apostrophe before each part that may be a formula."""
    if not SIGN.search(text) and not text.lstrip(MARK).startswith(CONTROLS):
        return text
    first, *rest = PARTING.split(text)
    is_marked = begins(first) or text.lstrip(MARK).startswith(CONTROLS)
    parts = (f"{MARK}{part}" if begins(part) else part for part in rest)
    return "".join((MARK if is_marked else "", first, *parts))


def unguarded(cell: str) -> str:
    """The text that was guarded so.

    >>> unguarded("Kaffe;' =1+1")
    'Kaffe; =1+1'
    """
    if MARK not in cell:
        return cell
    first, *rest = PARTING.split(cell)
    parts = (part[1:] if part.startswith(MARK) and begins(part) else part for part in rest)
    whole = "".join((first, *parts))
    is_marked = begins(first) or cell.lstrip(MARK).startswith(CONTROLS)
    return whole[1:] if is_marked and whole.startswith(MARK) else whole


def begins(part: str) -> bool:
    """Say whether a part begins with a sign, past what cannot be seen and past quotes."""
    seen = next((one for one in part if not is_passed_over(one)), "")
    return SIGN.match(seen) is not None


def is_passed_over(letter: str) -> bool:
    """Say whether a letter may be dropped before a cell is read."""
    return letter in QUOTES or unicodedata.category(letter) in UNSEEN
