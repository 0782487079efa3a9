"""The words people use for when a group meets, in bokmål, nynorsk, English and German."""

import re

ORDINALS = {
    "1": "1. 1st first første fyrste erste ersten erster jeden-ersten",
    "2": "2. 2nd second andre annen annan zweite zweiten zweiter",
    "3": "3. 3rd third tredje dritte dritten dritter",
    "4": "4. 4th fourth fjerde vierte vierten vierter",
    "5": "5. 5th fifth femte fünfte fünften",
    "-1": "last siste letzte letzten letzter",
}
ORDINAL = {word: number for number, words in ORDINALS.items() for word in words.split()}
NUMBERS = {
    "two": 2, "to": 2, "zwei": 2, "three": 3, "tre": 3, "drei": 3, "four": 4, "fire": 4, "vier": 4,
    "six": 6, "seks": 6, "sechs": 6, "eight": 8, "åtte": 8, "acht": 8, "fem": 5, "five": 5,
    "second": 2, "andre": 2, "annen": 2, "other": 2, "zweite": 2, "third": 3, "tredje": 3,
    "dritte": 3, "fourth": 4, "fjerde": 4, "vierte": 4,
}  # fmt: skip
NUMBER = "|".join(NUMBERS)
EACH = r"(?:hver|kvar|hvert|kvart|every|each|alle|jede[rn]?)"
WEEKS = r"(?:uker?|uke[rn]|veker?|vekor|weeks?|wochen?)"
INTERVALS = (
    (re.compile(rf"\b{EACH}\s+(\d{{1,2}}|{NUMBER})\.?(?:st|nd|rd|th)?\s+{WEEKS}\b"), 1),
    (re.compile(rf"\b{EACH}\s+(7|14|21|28)\.?(?:th)?\s+(?:dag|dager|dagar|days?|tage?)\b"), 7),
    (re.compile(r"\b(14|21|28)[ -]?(?:tägig|tägl\.?|daglig|dagers)\b"), 7),
    (re.compile(rf"\bmed\s+(\d|{NUMBER})\s+{WEEKS}rs?\s+mellomrom\b"), 1),
)
EVERY_OTHER = re.compile(
    r"\b(?:(?:hver\s+|kvar\s+)?ann(?:en|an|a)\s?(?:hver|kvar)t?|(?:hver|kvar)\s+(?:annen|andre|anna[nd])|"
    r"every\s+(?:other|second)|alternate|alternating|bi-?weekly|fortnightly|every\s+fortnight|"
    rf"jede[rn]?\s+zweite[rn]?|zweiwöchentlich)(?:\s+{WEEKS})?\b"
)
ODD_WEEKS = re.compile(
    rf"\b(?:i\s+|in\s+)?(?:oddetall?s?|odde|ulike|odd|ungerade[nr]?)[ -]?{WEEKS}\b"
)
EVEN_WEEKS = re.compile(rf"\b(?:i\s+|in\s+)?(?:partall?s?|par|like|even|gerade[nr]?)[ -]?{WEEKS}\b")
MONTHLY = re.compile(
    r"\b(?:i\s+(?:hver\s+|kvar\s+)?(?:måneden|måned|månaden|månad)|(?:hver|kvar)\s+(?:måned|månad)|"
    r"(?:of|in)\s+(?:the|each|every)\s+month|(?:each|every)\s+month|monthly|månedlig|månadleg|"
    r"monatlich|(?:im|des|jeden)\s+monats?)\b"
)
WEEKLY = re.compile(
    r"\b(?:ukentlig|vekentleg|kvar\s+veke|hver\s+uke|once\s+a\s+week|weekly|every\s+week|each\s+week|"
    r"wöchentlich|jede\s+woche|en\s+gang\s+i\s+uka|ein\s+gong\s+i\s+veka)\b"
)
DAILY = re.compile(
    r"\b(?:daglig|dagleg|hver\s+dag|kvar\s+dag|daily|every\s+day|täglich|jeden\s+tag|alle\s+dag[ae]r)\b"
)
WORKDAYS = re.compile(
    r"\b(?:(?:på\s+)?hverdag(?:er)?|kvardag(?:ar|er)?|weekdays|werktags|werktäglich)\b"
)
AGREEMENT = re.compile(
    r"\b(?:(?:etter|ved|kun\s+etter)\s+(?:nærmere\s+|nærare\s+)?(?:avtale|ønske|behov)|by\s+(?:prior\s+)?"
    r"(?:appointment|arrangement|agreement)(?:\s+only)?|on\s+request|nach\s+(?:termin)?(?:vereinbarung|absprache)|"
    r"(?:etter|på)\s+avtale|avtales|blir\s+avtalt)\b"
)
UNCLEAR = re.compile(
    rf"\b{EACH}\s+(?:tredje|fjerde|third|fourth|3\.|4\.|3rd|4th|dritte[nr]?|vierte[nr]?)\s"
)
FILLERS = frozenset(
    "kl klokka klokken klokkeslett at um uhr o'clock fra frå from starts start begin beginner "
    "starter og und and & on på om i in der den die das the am ab jeden jede jeder every each hver "
    "hvert kvar kvart , ; : . time tid møte møter meets meeting ca / + ( ) sonst ellers elles "
    "otherwise".split()
)
JOINERS = frozenset("og and und & , ; / +".split())
NO_DAYS = frozenset(["<weekly>", "<monthly>", "-"])
