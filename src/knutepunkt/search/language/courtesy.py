"""What a text says to whoever reads it, beside what it looks for: greetings, thanks, that one asks.

"Jeg trenger hjelp med gjeld, takk på forhånd" looks for what "gjeld" does.
"""

import re

from knutepunkt.search.language.letters import words_of

# Without one of these nothing need be looked at.
SIGNS = frozenset(
    "takk hilsen helsing mvh vh hjelp hjelpen hjelpa råd støtte thanks thank help regards advice "
    "support".split()
)
I_OR_WE = r"(?:jeg|eg|vi|me|i|we)"
ASK = (
    r"(?:trenger|treng|ønsker|ønskjer|søker|søkjer|behøver|vil (?:gjerne )?ha|kan (?:jeg|eg|vi) få"
    r"|(?:jeg|eg|vi) kan få|få|need|want|looking for|get)"
)
SOME = r"(?:litt|noe|noko|noen|nokon|nokre|mer|meir|some|any)"
HELP = r"(?:hjelp|støtte|råd|help|support|advice)"
OF = r"(?:med|til|for|mot|om|etter|ved|rundt|angående|with|for|about|after)"
THANKS = r"(?:tusen |mange |many )?(?:takk|thanks|thank you)"
BEFOREHAND = r"(?:på førehand|på forhånd|in advance)"
SAYINGS = (
    # All of a text, or before what one asks help with: "får ikke hjelp av nav" tells of something.
    rf"^(?:{I_OR_WE} )?{ASK} (?:{SOME} )?{HELP}$",
    rf"(?:{I_OR_WE} )?{ASK} (?:{SOME} )?{HELP}(?= {OF} \w)",
    rf"(?:{BEFOREHAND} {THANKS}|{THANKS} {BEFOREHAND})",
    rf"{THANKS} for (?:all |any |your )*(?:hjelp\w*|råd\w*|svar\w*|help|advice|support)",
    rf"^{THANKS} |{THANKS}$",
    r"(?:med )?(?:vennlig hilsen|venleg helsing|beste hilsen)(?: \w+){0,2}$",
    r"(?:mvh|vh|hilsen|helsing|(?:kind |best )?regards)(?: \w+){0,2}$",
)  # fmt: skip
SAYING = re.compile(rf"\b(?:{'|'.join(SAYINGS)})")


def courteous_words(said: list[str]) -> set[int]:
    """The numbers of the words by which nothing is looked for.

    >>> courteous_words("jeg trenger hjelp med gjeld takk på forhånd".split())
    {0, 1, 2, 5, 6, 7}
    >>> courteous_words("får ikke hjelp".split()), courteous_words("sorg mvh Kari".split())
    (set(), {1, 2})
    """
    if SIGNS.isdisjoint(said):
        return set()
    found = SAYING.finditer(" ".join(said))
    return {number for match in found for number in words_of(match)}
