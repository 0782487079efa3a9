"""The language a group should speak and the way it should meet, parted from words that these only
seem to belong to.

"Somaliske kvinner" are people; "kvinner utsatt for vold, somalisk" and "kvinner på somali" tell
what is spoken. A "nettgruppe" about "mobbing" is not about "nettmobbing".
"""

from collections.abc import Iterator
from functools import lru_cache

from knutepunkt.search.language import Match, Read, matching, stem
from knutepunkt.search.language.letters import words
from knutepunkt.search.language.tables import listed
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.understanding.kinds import FORMAT, LANGUAGE, SPEAKING, SPOKEN_IN

OWN = ("no", "nb", "nn")
OF_ORIGIN = "migrasjon-og-minoriteter"


def parted_by_itself(matches: list[Match], read: Read, lexicon: Lexicon) -> list[Match]:
    """The matches with each language and each way to meet by itself.

    Where nothing else is met, what is said beside them is read as if it was all.
    """
    alone = {number for match in matches for number in by_itself(match, read, lexicon)}
    if all(
        lexicon.scheme[id_] in (FORMAT, LANGUAGE) for match in matches for id_ in match.concepts
    ):
        alone.update(*(match.words for match in matches))
    if not alone:
        return matches
    others = frozenset(range(len(read.words))) - alone
    parts = (read.but(some) for some in (alone, others))
    return [match for part in parts for match in matching.matches(lexicon.labels, part)]


def by_itself(match: Match, read: Read, lexicon: Lexicon) -> Iterator[int]:
    """The numbers of the words of a match that stand by themselves."""
    if len(match.words) < 2:
        return
    for number in match.words:
        word, before = read.words[number], read.words[max(0, number - 1)]
        is_far = match.words.isdisjoint((number - 1, number + 1))
        if word in names_of(lexicon, FORMAT) - listed("net-words") or (
            word in names_of(lexicon, LANGUAGE) and (before in SPOKEN_IN or is_far)
        ):
            yield number


def spoken_by(lexicon: Lexicon, said: list[str], themes: list[int]) -> list[int]:
    """The languages that words name which lead to themes of people who came from elsewhere.

    "Somaliske kvinner" is a label of such a theme, and its first word a language as well.
    """
    above = {lexicon.code_of(one) for id_ in themes for one in lexicon.above(id_)}
    if OF_ORIGIN not in above:
        return []
    tongues = tongues_of(lexicon)
    stems = (stem(SPEAKING.sub("", word)) for word in said)
    return [id_ for one in dict.fromkeys(stems) for id_ in tongues.get(one, ())]


@lru_cache(maxsize=4)
def tongues_of(lexicon: Lexicon) -> dict[str, list[int]]:
    """The languages of others by the stems of the single words that are their labels."""
    found: dict[str, list[int]] = {}
    for id_, _, text, _ in lexicon.told:
        said = words(text)
        is_tongue = lexicon.scheme[id_] == LANGUAGE and lexicon.code_of(id_) not in OWN
        if is_tongue and len(said) == 1 and id_ not in found.setdefault(stem(said[0]), []):
            found[stem(said[0])].append(id_)
    return found


@lru_cache(maxsize=4)
def names_of(lexicon: Lexicon, scheme: str) -> frozenset[str]:
    """The single words that are labels of a scheme."""
    labels = (words(text) for id_, _, text, _ in lexicon.told if lexicon.scheme[id_] == scheme)
    return frozenset(said[0] for said in labels if len(said) == 1)
