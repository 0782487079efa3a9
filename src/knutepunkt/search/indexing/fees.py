"""Whether it costs something to come, read from a group's own words about it."""

import re
from functools import lru_cache

from knutepunkt.search.query import Fee

MOST_LETTERS = 500  # Of a text, which is kept at hand: by then it has said what it costs.
# Every run of spaces, signs or digits is bounded, for tried from each of them they take long.
AT_WILL = re.compile(
    r"\b(?:betal det du kan|pay what you can|frivillig (?:bidrag|gave|betaling)|voluntary donation"
    r"|donations? welcome|auf spendenbasis)\b",
    re.IGNORECASE,
)
DENIED = re.compile(
    r"\b(?:ikke|ikkje|not)\s{1,3}(?:alltid\s{1,3}|always\s{1,3})?(?:gratis|free|kostnadsfri\w*)\b",
    re.IGNORECASE,
)
SUM = re.compile(
    r"(?<![\d.,])[1-9][\d., ]{0,12}\s{0,3}(?:kr\b|kron|nok\b|,-|€|eur|\$)"
    r"|\b(?:kr|nok)\.?\s{0,3}[1-9]",
    re.IGNORECASE,
)
FREE = re.compile(
    r"\b(?:gratis|(?<!-)free|(?:kostnads|avgifts|vederlags|kosten)fr(?:i|ei)\w*|kostenlos\w*"
    r"|ingenting|nothing|fri (?:entr[eé]|adgang|inngang)"
    r"|(?:ingen|inga|uten|utan|no) (?:kostnad|utgift|avgift|pris|betaling|costs?|charges?|fees?)\w*"
    r"|kost(?:er|ar) ikk?j?e)\b"
    r"|^\W{0,9}(?:nei|no|none|ingen|inga|keine|kein|nein|nej|inget)\W{0,9}$"
    r"|^\W{0,9}(?:kr|nok)?\W{0,9}0{1,9}(?:[.,]0{1,9})?\s{0,3}(?:kr\w*|nok|,-)?\W{0,9}$",
    re.IGNORECASE,
)


def fee_of(text: str) -> Fee:
    """Whether it costs something to come, as far as the words about it tell.

    Where a sum is named it does, though something else may be free.

    >>> fee_of("Gratis"), fee_of("ikke gratis"), fee_of("Gratis kaffe, 50 kr i døra"), fee_of(" ")
    ('free', 'paid', 'paid', 'unknown')
    """
    return fee_read(text[:MOST_LETTERS])


@lru_cache(maxsize=5000)
def fee_read(text: str) -> Fee:
    """The same for a text that is no longer than is read."""
    if not text.strip():
        return "unknown"
    if AT_WILL.search(text):
        return "free"
    if DENIED.search(text) or SUM.search(text):
        return "paid"
    return "free" if FREE.search(text) else "paid"
