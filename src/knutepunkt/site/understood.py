"""Says back what was asked, so that a person can see whether it was understood."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from knutepunkt.directory.when import CODES, DAYS, joined
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.queries import Found
from knutepunkt.search.results import name_in
from knutepunkt.site.asking import Spots, place_told
from knutepunkt.site.question import Question
from knutepunkt.site.words import language

MOST_NAMES = 4
MOST_UNKNOWN = 3


def sentence(question: Question, found: Found, words: Lexicon, spots: Spots) -> str:
    """ "Viser grupper om Sorg nær Trondheim", or what was looked for in vain."""
    parts = [*about(question, found, words), *where(question, found, spots)]
    parts += how(question, words)
    if not found.hits:
        return " ".join([_("Vi lette etter grupper"), *parts]) + "."
    return " ".join([_("Viser grupper"), *parts]) if parts else _("Viser alle grupper")


def about(question: Question, found: Found, words: Lexicon) -> Iterator[str]:
    """What the groups are about: themes by name, or the words as they were typed."""
    names = [name_in(names, language()) for names in found.concepts][:MOST_NAMES]
    if question.theme:
        names.append(words.name(words.code["theme", question.theme], language()))
    names = list(dict.fromkeys(names))
    if len(names) > 1:
        # Many names have an "and" of their own.
        names = [f"«{name}»" for name in names]
    if names:
        yield _("om %(themes)s") % {"themes": joined(names, language())}
    elif question.text:
        yield _("med ordene «%(words)s»") % {"words": question.text}


def where(question: Question, found: Found, spots: Spots) -> Iterator[str]:
    """Near what, and how near."""
    place = place_told(question, spots)
    if not place and found.meaning.spot and "place" not in found.loosened:
        yield _("nær %(place)s") % {"place": found.meaning.spot.name}
    elif question.within:
        yield _("innen %(km)s km fra %(place)s") % {"km": question.within, "place": place}
    elif place:
        yield _("nær %(place)s") % {"place": place}


def how(question: Question, words: Lexicon) -> Iterator[str]:
    """On which days, how people meet, and in which language."""
    if question.weekday:
        days = dict(zip(CODES, DAYS[language()], strict=True))
        named = [days[code] for code in question.weekday]
        yield _("på %(days)s") % {"days": joined(named, language())}
    if question.mode:
        yield _("som møtes på nett") if question.mode == "online" else _("som møtes fysisk")
    if question.language:
        name = words.name(words.code["language", question.language], language())
        yield _("der dere snakker %(language)s") % {"language": name}


LET_GO = {
    "place": gettext_lazy("stedet"),
    "weekdays": gettext_lazy("dagen"),
    "formats": gettext_lazy("hvordan dere møtes"),
    "begins": gettext_lazy("tida på dagen"),
    "words": gettext_lazy("noen av ordene"),
}


def loosened(found: Found) -> str:
    """What had to be let go of for anything to be found, and if near themes were taken in."""
    parts = [str(LET_GO[one]) for one in found.loosened if one in LET_GO]
    if not found.hits:
        return ""
    told = []
    if parts:
        told.append(
            _("Ingen gruppe passet med alt. Vi så bort fra %(parts)s.")
            % {"parts": joined(parts, language())}
        )
    if "wider" in found.loosened:
        told.append(_("Få grupper passet. Sist står grupper om det som ligger nær."))
    return " ".join(told)


def corrections(found: Found) -> list[str]:
    """The words that were read as others, and as which; then those that nobody knows."""
    read = [
        _("Vi fant ikke ordet «%(word)s» og leste det som «%(other)s».")
        % {"word": said, "other": read_as}
        for said, read_as in found.corrected
    ]
    unknown = [
        _("Vi fant ikke ordet «%(word)s».") % {"word": word}
        for word in found.meaning.unknown[:MOST_UNKNOWN]
    ]
    return read + unknown
