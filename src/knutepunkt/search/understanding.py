"""What a text means: concepts where people's words lead to some, plain words elsewhere."""

from dataclasses import dataclass, field

from knutepunkt.search.language import STOP_WORDS, stem, words
from knutepunkt.search.lexicon import Lexicon

MOST_WORDS = 32


@dataclass(slots=True)
class Understood:
    """A text as the index is asked: every part must be met.

    ``parts`` are FTS5 expressions; ``concepts`` what was recognised; ``corrected`` pairs each word
    that was read as another one with that one.
    """

    parts: list[str] = field(default_factory=list)
    concepts: set[int] = field(default_factory=set)
    corrected: list[tuple[str, str]] = field(default_factory=list)


def understood(text: str, lexicon: Lexicon, known: set[str]) -> Understood:
    """The parts of a text. ``known`` are stems that the index holds among the text's own."""
    said = words(text)[:MOST_WORDS]
    stems = [stem(word) for word in said]
    found = Understood()
    position = 0
    for start, end, concepts in lexicon.matches(stems):
        add_words(found, said[position:start], lexicon, known)
        add_concepts(found, stems[start:end], concepts)
        position = end
    add_words(found, said[position:], lexicon, known)
    return found


def add_concepts(found: Understood, stems: list[str], concepts: set[int]) -> None:
    """A phrase is met by its own words or by any of the concepts it can mean."""
    own = " AND ".join(quoted(one) for one in stems)
    marks = " OR ".join(f'marks:"c{id_}"' for id_ in sorted(concepts))
    found.parts.append(f"(({{title concepts body}}: ({own})) OR {marks})")
    found.concepts |= concepts


def add_words(found: Understood, said: list[str], lexicon: Lexicon, known: set[str]) -> None:
    """A word that means no concept is met by itself, or by the concept spelled most like it."""
    for word in said:
        one = stem(word)
        if word in STOP_WORDS:
            continue
        phrase = None if one in known else lexicon.like(one)
        if phrase is not None:
            found.corrected.append((word, lexicon.reading(phrase)))
            add_concepts(found, list(phrase), lexicon.phrases[phrase])
        else:
            found.parts.append(f"{{title concepts body}}: {quoted(one)}")


def quoted(text: str) -> str:
    """A word that FTS5 takes as a word, whatever is in it."""
    return '"' + text.replace('"', '""') + '"'
