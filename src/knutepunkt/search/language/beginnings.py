"""How the words of a name begin, in every spelling that somebody may start to type."""

from knutepunkt.search.language.letters import words
from knutepunkt.search.language.tables import stop_words

LETTERS = 24  # Bytes that are compared; what is typed beyond them makes no difference.
BARE = str.maketrans("æøå", "aoa")
ALPHABET = "abcdefghijklmnopqrstuvwxyz"
LEAST_MISSPELT = 4
MOST_WORDS = 4


def spellings(name: str) -> tuple[str, ...]:
    """A folded name as it is, with bare letters and with letter pairs; "aa" is never only an å.

    >>> spellings("tromsø"), spellings("aa")
    (('tromsø', 'tromso', 'tromsoe'), ('aa',))
    """
    if name.isascii():
        return (name,)
    bare = name.replace("æ", "a").replace("ø", "o").replace("å", "a")
    pairs = name.replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return tuple(dict.fromkeys((name, bare, pairs)))


def beginnings(name: str) -> list[bytes]:
    """What a name is found by: from each of its words on, small ones left out, in every spelling.

    >>> beginnings("Sorg på Ås")
    [b'sorg p\\xc3\\xa5 \\xc3\\xa5s', b'\\xc3\\xa5s', b'sorg pa as', b'as', b'sorg paa aas', b'aas']
    """
    return list(starts(name))


def starts(name: str) -> dict[bytes, int]:
    """The same, each with the number of the word that it begins with; small ones have none."""
    said, stops, found = words(name), stop_words(), dict[bytes, int]()
    for spelling in spellings(" ".join(said)):
        rest, at = spelling.encode("utf-8", "replace"), 0
        for number, word in enumerate(said):
            if not number or word not in stops:
                found.setdefault(rest[at : at + LETTERS], number)
            at = rest.find(b" ", at) + 1
    return found


def cut(text: str) -> bytes:
    """As much of a text as is compared."""
    return text.encode("utf-8", "replace")[:LETTERS]


def tails(text: str) -> list[tuple[str, str]]:
    """The last words of a text, four to one, each with the rest of the text before them.

    >>> tails("Angst tro")
    [('angst tro', ''), ('tro', 'Angst')]
    """
    written = text.split()
    ends = [written[at:] for at in range(max(0, len(written) - MOST_WORDS), len(written))]
    pairs = [(" ".join(words(" ".join(end))), " ".join(written[: -len(end)])) for end in ends]
    return [pair for pair in pairs if len(pair[0]) > 1]


def as_typed(typed: str) -> list[bytes]:
    """What a name must begin with, letter by letter: who types å means å."""
    return [cut(typed)]


def otherwise_spelled(typed: str) -> list[bytes]:
    """The same with bare letters and with letter pairs, where that is something else."""
    return [cut(one) for one in spellings(typed)[1:]]


def misspelt(typed: str) -> list[bytes]:
    """Everything that differs from what was typed by one letter, or by two that changed places.

    The first letter is taken to be right; less than four letters tell too little.
    """
    word = typed.translate(BARE)
    if len(word) < LEAST_MISSPELT or len(word) > LETTERS:
        return []
    found: list[str] = []
    for at in range(1, len(word)):
        head, rest = word[:at], word[at:]
        found.append(head + rest[1:])
        found.append(head + rest[1:2] + rest[:1] + rest[2:])
        found += [head + letter + end for letter in ALPHABET for end in (rest, rest[1:])]
    return [cut(one) for one in dict.fromkeys(found) if one != word]
