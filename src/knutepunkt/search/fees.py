"""Whether it costs something to come, read from a group's own words about it."""

import re
from functools import lru_cache

from knutepunkt.search.query import Fee

AT_WILL = re.compile(r"\b(?:betal det du kan|pay what you can)\b", re.IGNORECASE)
DENIED = re.compile(
    r"\b(?:ikke|ikkje|not)\s+(?:alltid\s+|always\s+)?(?:gratis|free|kostnadsfri\w*)\b",
    re.IGNORECASE,
)
SUM = re.compile(
    r"(?<![\d.,])[1-9][\d., ]*\s*(?:kr\b|kron|nok\b|,-|€|eur|\$)|\b(?:kr|nok)\.?\s*[1-9]",
    re.IGNORECASE,
)
FREE = re.compile(
    r"\b(?:gratis|(?<!-)free|kostnadsfri\w*|ingenting|nothing|fri (?:entr[eé]|adgang|inngang)"
    r"|(?:ingen|inga|uten|utan|no) (?:kostnad|utgift|avgift|pris|betaling|costs?|charges?|fees?)\w*"
    r"|kost(?:er|ar) ikk?j?e)\b"
    r"|^\W*(?:nei|no|none|ingen)\W*$"
    r"|^\W*(?:kr|nok)?\W*0+(?:[.,]0+)?\s*(?:kr\w*|nok|,-)?\W*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=5000)
def fee_of(text: str) -> Fee:
    """Whether it costs something to come, as far as the words about it tell.

    Where a sum is named it does, though something else may be free.

    >>> fee_of("Gratis"), fee_of("ikke gratis"), fee_of("Gratis kaffe, 50 kr i døra"), fee_of(" ")
    ('free', 'paid', 'paid', 'unknown')
    """
    if not text.strip():
        return "unknown"
    if AT_WILL.search(text):
        return "free"
    if DENIED.search(text) or SUM.search(text):
        return "paid"
    return "free" if FREE.search(text) else "paid"
