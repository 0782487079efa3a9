"""Letters that count as the same, and a text's words."""

import re
import unicodedata
from functools import cache

# "Fatter'n" is one word of dialect, "don't", "I'm" and "I've" are one each of English.
WORD = re.compile(r"[^\W_]+(?:['’](?:n|t|m|ve)\b)?", re.UNICODE)
CUT_OFF = re.compile(r"(?<=\w)['’](?=(?:n|t|m|ve)\b)")
KEEP = "æøå"
ODD = re.compile(f"[^\0-\x7f{KEEP}]")
ALSO = {"ä": "æ", "ö": "ø", "đ": "d", "ŋ": "n", "ŧ": "t", "ß": "ss", "œ": "ø", "ł": "l", "ı": "i"}
# Arabic is written with or without its vowels, and its letters in an Arabic or a Persian way.
ARABIC = dict.fromkeys(map(chr, [0x640, *range(0x64B, 0x660), 0x670]), "") | dict(
    zip("أإآٱىيكة", "ااااییکه", strict=True)
)
# Accents that no letter has room for: what is left of a Turkish İ, for one.
LOOSE = dict.fromkeys(map(chr, range(0x300, 0x370)), "")
BARE = str.maketrans("æøå", "aoa")
# A soft hyphen, joiners, marks of direction: copied along, in the midst of words, seen by nobody.
UNSEEN = dict.fromkeys("\u00ad\u034f\u061c\u180e\u2060\ufeff\u200b\u200c\u200d\u200e\u200f", "")
HIDDEN = str.maketrans(UNSEEN)


def folded(text: str) -> str:
    """Lower case, with accents taken off every letter but æ, ø and å, and "'n" or "n't" joined on.

    Letters in another shape, such as bold ones for social media, are as those that people type.

    >>> folded("Kjærlighet på ALLÉ"), folded("Don't"), folded("𝗦𝗼𝗿𝗴")
    ('kjærlighet på alle', 'dont', 'sorg')
    """
    text = text.casefold()
    if "'" in text or "’" in text:
        text = CUT_OFF.sub("", text)
    if text.isascii() or not ODD.search(text):
        return text
    return unicodedata.normalize("NFKC", text).casefold().translate(bare_letters())


@cache
def bare_letters() -> dict[int, str]:
    """Each accented Latin letter with the letter it counts as."""
    letters = map(chr, [*range(0xC0, 0x250), *range(0x1E00, 0x1F00)])
    bare = {letter: unicodedata.normalize("NFD", letter)[0] for letter in letters}
    changed = {k: v for k, v in bare.items() if k != v and k not in KEEP}
    return str.maketrans(changed | ALSO | ARABIC | LOOSE | UNSEEN)


def composed(text: str) -> str:
    """A text with each letter in one piece, as most keyboards write it, and nothing unseen in it.

    >>> composed("A\\u030asgård"), composed("sorg\\u00adgruppe"), composed("ＳＯＲＧ")
    ('Åsgård', 'sorggruppe', 'SORG')
    """
    return text if text.isascii() else unicodedata.normalize("NFKC", text).translate(HIDDEN)


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return WORD.findall(folded(text))


def bare(word: str) -> str:
    """A folded word as one writes it on a keyboard without æ, ø and å, either way.

    >>> bare("tromsø"), bare("tromsoe"), bare("tromso"), bare("aalesund")
    ('tromso', 'tromso', 'tromso', 'alesund')
    """
    word = word.translate(BARE)
    return word.replace("aa", "a").replace("ae", "a").replace("oe", "o")


def words_of(match: re.Match[str]) -> range:
    """The numbers of the words that a match takes up in a text whose words single spaces part.

    >>> words_of(re.search("to mil", "sorg innen to mil"))
    range(2, 4)
    """
    first = match.string.count(" ", 0, match.start())
    return range(first, first + len(match[0].split()))
