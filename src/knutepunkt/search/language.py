"""From text to tokens: folded, parted into words, stemmed."""

import re
import unicodedata
from functools import cache, lru_cache

import snowballstemmer

WORD = re.compile(r"[^\W_]+", re.UNICODE)
NORWEGIAN = snowballstemmer.stemmer("norwegian")
KEEP = "æøå"
ALSO = {"ä": "æ", "ö": "ø", "đ": "d", "ŋ": "n", "ŧ": "t"}
STOP_WORDS = frozenset(
    "jeg eg du vi han hun ho de dei meg deg oss den det dei denne dette en ei et ein eit og eller "
    "men som for i på med til av om ved hos fra frå er var har hadde kan skal vil må å at ikke "
    "ikkje min mi mitt mine din ditt the a an and or of in on to for with my is are i'm noen nokon "
    "gruppe gruppa grupper group groups selvhjelp selvhjelpsgruppe sjølvhjelp".split()
)


def folded(text: str) -> str:
    """Lower case, with accents taken off every letter but æ, ø and å."""
    text = text.casefold()
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text).translate(bare_letters())


@cache
def bare_letters() -> dict[int, str]:
    """Each accented Latin letter with the letter it counts as."""
    letters = map(chr, [*range(0xC0, 0x250), *range(0x1E00, 0x1F00)])
    bare = {letter: unicodedata.normalize("NFD", letter)[0] for letter in letters}
    return str.maketrans({k: v for k, v in bare.items() if k != v and k not in KEEP} | ALSO)


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return WORD.findall(folded(text))


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of one folded word."""
    return str(NORWEGIAN.stemWord(word))


def tokens(text: str) -> list[str]:
    """The stems of a text's words, in order, stop words included."""
    return [stem(word) for word in words(text)]
