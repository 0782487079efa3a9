"""From text to tokens: folded, parted into words, stemmed."""

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

WORD = re.compile(r"[^\W_]+", re.UNICODE)
NORWEGIAN = snowballstemmer.stemmer("norwegian")
LATIN = str.maketrans({"ä": "æ", "ö": "ø", "đ": "d", "ŋ": "n", "ŧ": "t"})
KEEP = "æøå"
STOP_WORDS = frozenset(
    "jeg eg du vi han hun ho de dei meg deg oss den det dei denne dette en ei et ein eit og eller "
    "men som for i på med til av om ved hos fra frå er var har hadde kan skal vil må å at ikke "
    "ikkje min mi mitt mine din ditt the a an and or of in on to for with my is are i'm noen nokon "
    "gruppe gruppa grupper group groups selvhjelp selvhjelpsgruppe sjølvhjelp".split()
)


def folded(text: str) -> str:
    """Lower case, with accents taken off every letter but æ, ø and å."""
    text = text.casefold().translate(LATIN)
    if text.isascii():
        return text
    return "".join(
        letter if letter in KEEP else unicodedata.normalize("NFD", letter)[0]
        for letter in unicodedata.normalize("NFC", text)
    )


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
