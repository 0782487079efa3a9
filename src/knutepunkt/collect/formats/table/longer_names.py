"""What a column with a longer name holds, by some of its words: "Kven er gruppa for?"."""

import re

MOST_WORDS = 6
# Such a name tells of a number, an address or a person, whatever else stands in it.
OTHER = re.compile(
    r"\b(?:id|nr|no|nummer|number|kode|code|url|lenke|lenkje|link|date|dato|kontakt|contact)\b"
)
TELLING = {
    "target_group": re.compile(
        r"\b(?:hvem|kven|whom|vem|wen)\b.* for$"
        r"|^(?:for|för|für) (?:hvem|kven|whom|who|vem|wen)\b"
        r"|^pass[ae]r (?:det )?(?:for|til)\b|\b(?:målgrupp|zielgrupp|target group)"
    ),
    "format": re.compile(
        r"^(?:hvordan|korleis|how) .*\b(?:møt|meet)|\b(?:fysisk|digital)\w* (?:eller|og) "
    ),
    "fee": re.compile(r"\bkost(?:er|ar|nad|s)\b|\b(?:pris|avgift|egenandel|gebühr)"),
    "language": re.compile(r"\b(?:språk|languages?\b|sprache|sprog)"),
    "accessibility": re.compile(
        r"\b(?:tilgjeng|tilrettel|tillgängl|universell|wheelchair|rullestol)"
    ),
    "weekday": re.compile(r"\b(?:ukedag|vekedag|veckodag|ugedag|wochentag|weekday)"),
    "theme": re.compile(r"\b(?:tema|kategori|emne|ämne|thema|topic|categor|diagnose)"),
}


def told_in(name: str) -> str:
    """The target that some of a longer name's words tell, or ""; of several the first.

    >>> told_in("kven er gruppa for"), told_in("hvem kan jeg ringe"), told_in("tema id")
    ('target_group', '', '')
    """
    if not 1 < len(name.split()) <= MOST_WORDS or OTHER.search(name):
        return ""
    return next((target for target, words in TELLING.items() if words.search(name)), "")
