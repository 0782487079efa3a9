"""Measures how hard the interface's texts in bokmål are to read, and refuses what is too hard.

LIX (Björnsson 1968) is words per sentence and the share of words above six letters, in per cent.
Each text is judged by itself where it has words enough for a share of them to mean something, the
shorter ones together, and every sentence by its length.
"""

import re
import sys
from pathlib import Path

from babel.messages.pofile import read_po

TEMPLATES = Path("src/knutepunkt/site/templates/site")
# Stands in three languages at once, so nothing of it is translated.
APART = TEMPLATES / "maintenance.html"
CATALOGUE = Path("src/knutepunkt/locale/nn/LC_MESSAGES/django.po")
BOUND = 35
LONGEST = 25
SHORTEST = 8
SENTENCE = re.compile(r"[.!?:](?:\s|$)")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")


def texts() -> list[str]:
    """Every text of the interface as the code writes it, which is bokmål."""
    with CATALOGUE.open("rb") as file:
        found = [message.id for message in read_po(file) if message.id]
    singular = [one if isinstance(one, str) else one[0] for one in found]
    return [PLACEHOLDER.sub("x", one) for one in singular] + apart()


def apart() -> list[str]:
    """The texts in bokmål of the page that is not translated: those that name no language."""
    lines = re.findall(r"<(?:title|h1|p)(?: class=\"\w+\")?>([^<]+)<", APART.read_text("utf-8"))
    if not lines:
        sys.exit(f"{APART} holds no text that could be read; whoever changed it: see apart().")
    return lines


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
    parted = [(text, sentences(text)) for text in texts()]
    said = [sentence for _text, its in parted for sentence in its]
    whole = [sentence for sentence in said if len(sentence) > 3]
    measure = lix(whole)
    alone = {text: lix(its) for text, its in parted if sum(map(len, its)) >= SHORTEST}
    print(f"LIX {measure:.0f} (at most {BOUND}), {len(whole)} sentences; "
          f"{max(alone.values()):.0f} of the hardest of {len(alone)} texts")  # fmt: skip
    found = [f"«{' '.join(one)}» has {len(one)} words; part it." for one in said
             if len(one) > LONGEST]  # fmt: skip
    found += [f"«{text}» has LIX {hard:.0f}, at most {BOUND}; say it with shorter words."
              for text, hard in alone.items() if hard > BOUND]  # fmt: skip
    if measure > BOUND:
        found.append(f"the texts are too hard to read: LIX {measure:.0f}, at most {BOUND}.")
    if found:
        sys.exit("\n".join(found))


if __name__ == "__main__":
    main()
