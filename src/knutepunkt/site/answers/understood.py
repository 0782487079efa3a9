"""Says back what was asked, so that a person can see whether it was understood."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from knutepunkt import gazetteer
from knutepunkt.directory.when import CODES, DAYS, joined, time_of
from knutepunkt.distribute.telling import unbroken
from knutepunkt.search.language.letters import WORD, composed, folded
from knutepunkt.search.lexicon import Lexicon
from knutepunkt.search.meaning import Meaning
from knutepunkt.search.queries import Found
from knutepunkt.search.restricting import Restricted, restricted
from knutepunkt.search.results import name_in
from knutepunkt.search.understanding.kinds import LANGUAGE
from knutepunkt.site.asking.posing import Spots, place_told
from knutepunkt.site.asking.question import Question
from knutepunkt.site.words import language

MOST_NAMES = 4
MOST_UNKNOWN = 3
FAR_OFF = 50  # Kilometres: too far for an evening, there and back.
HOUR = 60
LAST_MINUTE = 24 * HOUR - 1
NOTHING = Meaning()


def sentence(question: Question, found: Found, words: Lexicon, spots: Spots) -> str:
    """ "Viser grupper om «Sorg» nær Trondheim", or what was looked for in vain."""
    said, tongue = restricted(found), language()
    parts = [
        *about(question, found, words, tongue),
        *where(question, said, spots, tongue),
        *when(question, said, tongue),
        *how(question, found, said, words, tongue),
        *less(question, found, words, tongue),
    ]
    if not found.hits:
        return unbroken(" ".join([_("Vi lette etter grupper"), *parts]) + ".")
    if parts:
        return unbroken(" ".join([_("Viser grupper"), *parts]))
    is_chosen = question.is_narrowed()  # And told beside the heading.
    return _("Viser grupper som passer med valgene") if is_chosen else _("Viser alle grupper")


def about(question: Question, found: Found, words: Lexicon, tongue: str) -> Iterator[str]:
    """What the groups are about: themes by name, or the words as they were typed."""
    names = recognised(found, words, tongue, are_spoken=False)[:MOST_NAMES]
    if question.theme:
        names.append(words.name(words.code["theme", question.theme], tongue))
    # Names begin with a capital, and many have an "and" of their own.
    names = [_("«%(name)s»") % {"name": name} for name in dict.fromkeys(names)]
    if names:
        yield _("om %(themes)s") % {"themes": joined(names, tongue)}
    elif question.text and not found.concepts and says_more(found):
        told = _("med ordene «%(words)s»") if " " in question.text else _("med ordet «%(words)s»")
        yield told % {"words": question.text}


def recognised(found: Found, words: Lexicon, tongue: str, *, are_spoken: bool) -> list[str]:
    """The names of what the words lead to: of languages, or of all else."""
    return [
        name
        for id_ in found.meaning.concepts
        if (words.scheme.get(id_) == LANGUAGE) == are_spoken
        and (name := name_in(words.names.get(id_, {}), tongue))
    ]


def where(question: Question, said: Restricted, spots: Spots, tongue: str) -> Iterator[str]:
    """In which area, near what, and how near."""
    area = gazetteer.municipality(question.municipality) or gazetteer.county(question.county)
    if area:
        yield _("i %(place)s") % {"place": area.name}
    if question.box:
        yield _("i dette utsnittet av kartet")
    place = place_told(question, spots)
    if not place:
        if said.places:
            yield near_told(joined(said.places, tongue), said.within)
            if said.or_online:
                yield _("eller på nett")
    else:
        yield near_told(place, question.within)


def near_told(place: str, within: float | str | None) -> str:
    """Near what, or how many kilometres off at most."""
    if within:
        return _("innen %(km)s km fra %(place)s") % {"km": round(float(within)), "place": place}
    return _("nær %(place)s") % {"place": place}


def says_more(found: Found) -> bool:
    """Say whether a text has words for more than places, times and ways to meet.

    No group that is shown has the words that nobody knows.
    """
    meaning = found.meaning
    return bool(meaning.needs or meaning.wishes or (meaning.unknown and not found.hits))


def when(question: Question, said: Restricted, tongue: str) -> Iterator[str]:
    """On which days and from when, as was chosen or else by the words."""
    if codes := question.weekday or said.weekdays:
        days = dict(zip(CODES, DAYS[tongue], strict=True))
        yield _("på %(days)s") % {"days": joined([days[code] for code in codes], tongue)}
    if question.soon:
        yield _("de neste sju dagene")
    if question.hours:
        yield str(AT[question.hours])
    elif said.begins:
        yield hours_told(*said.begins, tongue)
    if question.zone and (codes or said.begins or question.hours or question.soon):
        yield _("(din tid)")


def hours_told(first: int, last: int, tongue: str) -> str:
    """From when till when a meeting may begin, in minutes of the day, both within."""
    is_before = last % HOUR == HOUR - 1  # The last minute before five is before five.
    said = {
        "from": minute_told(first, tongue), "until": minute_told(last + is_before, tongue),
    }  # fmt: skip
    if last == LAST_MINUTE:
        return _("fra kl. %(from)s") % said
    if first:
        return _("kl. %(from)s–%(until)s") % said
    return (_("før kl. %(until)s") if is_before else _("senest kl. %(until)s")) % said


def minute_told(minute: int, tongue: str) -> str:
    """A minute of the day as a clock shows it."""
    told = time_of(minute)
    return told if tongue == "en" else told.replace(":", ".")


def how(
    question: Question, found: Found, said: Restricted, words: Lexicon, tongue: str
) -> Iterator[str]:
    """How people meet, as was chosen or else by the words, and in which language."""
    mode = question.mode or (said.formats[0] if len(said.formats) == 1 else "")
    if mode:
        yield str(MET[mode])
    names = recognised(found, words, tongue, are_spoken=True)
    if question.language:
        names = [words.name(words.code[LANGUAGE, question.language], tongue)]
    if said.fees:
        yield _("som er gratis, eller der ingen pris er oppgitt")
    if names:
        yield _("der dere snakker %(language)s") % {"language": joined(names, tongue)}


def less(question: Question, found: Found, words: Lexicon, tongue: str) -> Iterator[str]:
    """What is left out, by the words or by choice."""
    told = [f"«{one.said}»" for one in found.meaning.left_out]
    for scheme, _colon, code in (one.partition(":") for one in question.without):
        told.append(f"«{words.name(words.code[scheme, code], tongue)}»")
    if told:
        yield _("uten %(what)s") % {"what": joined(told, tongue)}


AT = {
    "morning": gettext_lazy("om formiddagen"),
    "afternoon": gettext_lazy("om ettermiddagen"),
    "evening": gettext_lazy("om kvelden"),
}
MET = {
    "online": gettext_lazy("som møtes på nett"),
    "in-person": gettext_lazy("som møtes fysisk"),
    "hybrid": gettext_lazy("som møtes både fysisk og på nett"),
}


LET_GO = {
    "county": gettext_lazy("kommunen, og lette i hele fylket"),
    "place": gettext_lazy("stedet"),
    "online": gettext_lazy("stedet"),  # "I Moss eller på nett", and nobody is in Moss.
    "weekdays": gettext_lazy("dagen"),
    "fees": gettext_lazy("prisen"),
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
    if found.near and found.near == found.total:
        told += [] if parts else [_("Ingen gruppe passet med alt.")]
        told.append(_("Her er grupper om det som ligger nær."))
    elif found.near or "wider" in found.loosened:
        told.append(_("Få grupper passet. Her er også grupper om det som ligger nær."))
    return " ".join(told)


def far_off(question: Question, found: Found) -> str:
    """How far it is to the nearest group, where nobody is near the place that was asked for: a list
    with the nearest first looks as if they were."""
    is_nearest_first = question.place and question.sort in ("", "distance") and question.page == 1
    far = found.hits[0].kilometres if is_nearest_first and found.hits else None
    if far is None or far < FAR_OFF:
        return ""
    return _("Den nærmeste som passer, er %(km)d km unna.") % {"km": round(far)}


def elsewhere(found: Found) -> str:
    """What is said of groups for the same that are not just as asked."""
    if found.meaning.fees:
        return _("Det samme til andre tider, andre steder eller en annen pris")
    return _("Det samme til andre tider eller andre steder")


def corrections(found: Found, text: str) -> list[str]:
    """The words that were read as others, and as which; then those that nobody knows.

    Who typed only signs or courtesy is told so, for every group is found then.
    """
    if text and found.meaning == NOTHING:
        return [_("Vi forsto ikke hva det gjelder. Prøv med et par ord til.")]
    typed = {folded(word): word for word in WORD.findall(composed(text))}
    read = [
        _("Vi fant ikke ordet «%(word)s» og leste det som «%(other)s».")
        % {"word": typed.get(said, said), "other": read_as}
        for said, read_as in found.corrected
    ]
    unknown = [
        _("Vi fant ikke ordet «%(word)s».") % {"word": typed.get(word, word)}
        for word in found.meaning.unknown[:MOST_UNKNOWN]
    ]
    return [*dict.fromkeys(read + unknown)]
