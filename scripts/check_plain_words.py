"""Measures how hard the interface's texts in bokmål are to read, and refuses what is too hard.

LIX (Björnsson 1968) is words per sentence and the share of words above six letters, in per cent. A
single text is too short to be measured alone, so texts are judged together, file by file, and
sentences by their length.
"""

import re
import sys
from pathlib import Path

from babel.messages.pofile import read_po

CATALOGUE = Path("src/knutepunkt/locale/nn/LC_MESSAGES/django.po")
BOUND = 35
LONGEST = 25
SENTENCE = re.compile(r"[.!?:](?:\s|$)")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")


def texts() -> list[str]:
    """Every text of the interface as the code writes it, which is bokmål."""
    with CATALOGUE.open("rb") as file:
        found = [message.id for message in read_po(file) if message.id]
    singular = [one if isinstance(one, str) else one[0] for one in found]
    return [PLACEHOLDER.sub("x", one) for one in singular]


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence."""
    return [words for part in SENTENCE.split(text) if (words := re.findall(r"\w+", part))]


def lix(said: list[list[str]]) -> float:
    """How hard some sentences are to read."""
    words = [word for sentence in said for word in sentence]
    long = sum(len(word) > 6 for word in words)
    return len(words) / max(1, len(said)) + 100 * long / max(1, len(words))


def main() -> None:
    """Print the measure; leave with code 1 when it, or a sentence, is above its bound."""
    said = [sentence for text in texts() for sentence in sentences(text)]
    whole = [sentence for sentence in said if len(sentence) > 3]
    measure = lix(whole)
    print(f"LIX {measure:.0f} (at most {BOUND}), {len(whole)} sentences")
    found = [f"«{' '.join(one)}» has {len(one)} words; part it." for one in said
             if len(one) > LONGEST]  # fmt: skip
    if measure > BOUND:
        found.append(f"the texts are too hard to read: LIX {measure:.0f}, at most {BOUND}.")
    if found:
        sys.exit("\n".join(found))


if __name__ == "__main__":
    main()
