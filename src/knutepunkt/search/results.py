"""What a result looks like to people: as lines."""

from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.conf import settings

from knutepunkt.directory.when import when
from knutepunkt.search.index.detail import Shown
from knutepunkt.search.index.reasons import Reasons
from knutepunkt.search.queries import Found
from knutepunkt.search.query import Query
from knutepunkt.search.said_back import MODES, understood_lines
from knutepunkt.search.suggesting.suggestions import Suggestion

OLD = 365
STATES = {
    "forming": "under oppstart",
    "waiting-list": "venteliste",
    "full": "full",
    "paused": "har pause",
    "closed": "lukket for nye",
}
BY = {
    "name": "navnet",
    "concept": "begrep den har",
    "above": "begrep over et den har",
    "label": "ord for et begrep",
    "organisation": "organisasjonens navn",
    "place": "stedet",
    "text": "det den ellers sier",
    "mark": "nevnt",
    "": "ikke møtt",
}
WORTH = {
    "wishes": "ønsker",
    "near": "nær",
    "here": "i kommunen",
    "open": "åpen",
    "confirmed": "bekreftet",
    "soon": "møtes snart",
}
NONE = "Ingen grupper passer. Prøv færre ord, et annet sted eller --format online."
EMPTY = "Ingen grupper er her ennå. Prøv «knutepunkt sample», eller «knutepunkt collect FIL»."
# There are no words for times in Northern Sámi.
STANDS_IN = {"se": "nb"}


def name_in(names: dict[str, str], language: str) -> str:
    """A name in a language, else in bokmål, else in any."""
    return names.get(language) or names.get("nb") or next(iter(names.values()), "")


def day_of(text: str | None) -> date | None:
    """A date from ISO text."""
    return date.fromisoformat(text) if text else None


def when_of(meeting: dict[str, Any], language: str) -> str:
    """A meeting's time in words."""
    told = (meeting[name] for name in ("rrule", "first_on", "last_on", "start", "minutes"))
    return in_words(*told, STANDS_IN.get(language, language))


@lru_cache(maxsize=20_000)
def in_words(
    rrule: str,
    first_on: str | None,
    last_on: str | None,
    start: str,
    minutes: int | None,
    language: str,
) -> str:
    """A time in words; many meetings have the same."""
    return when(
        rrule=rrule,
        first_on=day_of(first_on),
        last_on=day_of(last_on),
        start=start,
        minutes=minutes,
        language=language,
    )


def freshness(item: dict[str, Any], today: date) -> str:
    """How sure one can be of an entry, in words."""
    if item["confirmed_on"]:
        age = (today - date.fromisoformat(item["confirmed_on"])).days
        told = f"bekreftet {item['confirmed_on']}"
        return told if age <= OLD else f"{told}, for mer enn et år siden – ring før du drar"
    if item["updated_on"]:
        return f"ingen har bekreftet dette ennå; sist endret {item['updated_on']}"
    return "ingen har bekreftet dette ennå"


def as_lines(found: Found, query: Query, now: datetime) -> list[str]:
    """The answer for a person at a terminal, in bokmål."""
    lines = [*understood_lines(found)]
    if not (found.total or found.hits):
        return [*lines, NONE if found.index.size else EMPTY]
    for hit in found.hits:
        lines += ["", *hit_lines(hit, now)]
    noun = "gruppe" if found.total == 1 else "grupper"
    beyond = found.elsewhere
    told = f", og {beyond} om det samme til andre tider eller andre steder" if beyond else ""
    lines += ["", f"{found.total} {noun}, {len(found.hits) - beyond} vist{told}."]
    return lines


def hit_lines(hit: Shown, now: datetime) -> list[str]:
    """One group: its name, when and where, who stands behind it, how fresh it is."""
    item = hit.item
    marks = [STATES.get(item["state"], ""), "oppdiktet eksempel" if item["is_fictitious"] else ""]
    told = ", ".join(filter(None, marks))
    far = f" – {hit.kilometres:.1f} km" if hit.kilometres is not None else ""
    lines = [item["name"] + (f" ({told})" if told else "") + far]
    for meeting in item["meetings"]:
        where = meeting["place"] or MODES.get(meeting["mode"], "")
        zone = meeting["timezone"]
        abroad = f" ({zone})" if zone not in ("", settings.TIME_ZONE) else ""
        lines.append(f"  {when_of(meeting, 'nb')}{abroad}{' · ' if where else ''}{where}")
    if item["organisation"]:
        lines.append(f"  {item['organisation']}")
    lines.append(f"  {freshness(item, now.date())}")
    if hit.reasons:
        lines.append(f"  {reasons_line(hit.reasons)}")
    return lines


def reasons_line(told: Reasons) -> str:
    """The points behind a hit's place: "119 poeng: «sorg» 90 (begrep), nær 15, åpen 10"."""
    words = [f"«{said}» {met.points} ({BY[met.by]})" for said, met in told.words.items()]
    others = [f"{name} {worth}" for field, name in WORTH.items() if (worth := getattr(told, field))]
    return f"{told.all} poeng: {', '.join([*words, *others]) or 'ingenting talte'}"


def suggestion_line(one: Suggestion) -> str:
    """A suggestion as a line of the terminal: "Depresjon (nedfor) · theme · 12"."""
    said = f" ({one.said})" if one.said else ""
    count = "" if one.count is None else str(one.count)
    return " · ".join(filter(None, (one.text + said, one.kind, one.detail, count)))
