"""The interface's words for what the directory knows by codes."""

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from knutepunkt.directory.when import clock, day_words, short
from knutepunkt.distribute.telling import unbroken

OLD = 365

STATES = {
    "forming": gettext_lazy("Under oppstart"),
    "waiting-list": gettext_lazy("Venteliste"),
    "full": gettext_lazy("Full"),
    "paused": gettext_lazy("Har pause"),
    "closed": gettext_lazy("Lukket for nye"),
    "ended": gettext_lazy("Avsluttet"),
}
STATES_TOLD = {
    "forming": gettext_lazy("Gruppa er under oppstart. Du kan være med fra begynnelsen."),
    "waiting-list": gettext_lazy("Gruppa har venteliste. Ta kontakt for å få plass senere."),
    "full": gettext_lazy("Gruppa er full nå og tar ikke inn nye."),
    "paused": gettext_lazy("Gruppa har pause og møtes ikke nå."),
    "closed": gettext_lazy("Gruppa tar ikke inn nye."),
    "ended": gettext_lazy("Gruppa er avsluttet og møtes ikke lenger."),
}
MODES = {
    "in-person": gettext_lazy("Fysisk"),
    "online": gettext_lazy("På nett"),
    "hybrid": gettext_lazy("Både fysisk og på nett"),
}
PLACE_AND_NET = gettext_lazy("%(place)s og på nett")
OVER = gettext_lazy("(er over)")
UNDATED = gettext_lazy("(spør om datoene)")
KINDS = {
    "own": gettext_lazy("gruppa eller organisasjonen selv"),
    "organisation": gettext_lazy("liste fra organisasjonen"),
    "aggregator": gettext_lazy("samling av andres opplysninger"),
    "import": gettext_lazy("fil som er hentet inn én gang"),
}
LANGUAGES = {
    "nb": gettext_lazy("bokmål"),
    "nn": gettext_lazy("nynorsk"),
    "no": gettext_lazy("norsk"),
    "en": gettext_lazy("engelsk"),
    "se": gettext_lazy("nordsamisk"),
    "sv": gettext_lazy("svensk"),
    "da": gettext_lazy("dansk"),
    "de": gettext_lazy("tysk"),
    "es": gettext_lazy("spansk"),
    "fr": gettext_lazy("fransk"),
    "pl": gettext_lazy("polsk"),
}


# Few words are certain in Northern Sámi; the rest of such a page stands in Bokmål, and says so.
STANDS_IN = {"se": "nb"}


def page_language() -> str:
    """The language a page is asked for in, as a code of ``LANGUAGES`` in the settings."""
    return get_language() or settings.LANGUAGE_CODE


def language() -> str:
    """The language the texts of the page are in."""
    return texts_in(page_language())


def texts_in(tongue: str) -> str:
    """The language the texts of a page in some language are in."""
    return STANDS_IN.get(tongue, tongue)


def word(words: Mapping[str, object], code: str) -> str:
    """The word for a code, or "" when there is nothing to say."""
    return str(words.get(code, ""))


def day(on: date) -> str:
    """ "3. november 2026" in the language of the page."""
    return unbroken(f"{short(on, language())} {on.year}")


def moment(at: datetime, *, has_time: bool, year: int) -> str:
    """A day with its weekday, and the time of day in the place's own zone.

    The year is told where it is another than ``year``, this one.
    """
    time = clock(f"{at:%H:%M}", None, language()) if has_time else ""
    return unbroken(f"{day_words(at.date(), language(), year)} {time}".strip())


def time_at_home(at: datetime, year: int) -> str:
    """What a moment elsewhere is at home; "" where the clocks agree. ``year`` is this one."""
    here = at.astimezone(ZoneInfo(settings.TIME_ZONE))
    if here.utcoffset() == at.utcoffset():
        return ""
    told = clock(f"{here:%H:%M}", None, language())
    if here.date() != at.date():
        told = f"{day_words(here.date(), language(), year)} {told}"
    return unbroken(_("%(moment)s norsk tid") % {"moment": told})


def is_stale(confirmed_on: date | None, today: date) -> bool:
    """Say whether it is so long since somebody said that an entry is right."""
    return confirmed_on is not None and (today - confirmed_on).days > OLD


def freshness(
    confirmed_on: date | None,
    updated_on: date | None,
    today: date,
    *,
    by: str = "",
    is_online: bool = False,
) -> str:
    """How sure one can be of an entry, in one sentence or two. ``by`` is who confirmed it."""
    if confirmed_on is None:
        told = _("Ingen har bekreftet dette ennå.")
        changed = _("Sist endret %(day)s.") % {"day": day(updated_on)} if updated_on else ""
        return f"{told} {changed}".strip()
    if is_stale(confirmed_on, today):
        since = {"since": ago(confirmed_on, today)}
        if is_online:
            return _("Ikke bekreftet på %(since)s – spør før du blir med.") % since
        return _("Ikke bekreftet på %(since)s – ring før du drar.") % since
    if by:
        return _("Bekreftet av %(by)s %(day)s.") % {"by": by, "day": day(confirmed_on)}
    return _("Bekreftet %(day)s.") % {"day": day(confirmed_on)}


def ago(on: date, today: date) -> str:
    """ "14 måneder", and from two years on in years. Whole ones that have passed."""
    months = 12 * (today.year - on.year) + today.month - on.month - (today.day < on.day)
    if months < 2 * 12:
        told = ngettext("%(number)d måned", "%(number)d måneder", months)
        return told % {"number": months}
    return ngettext("%(number)d år", "%(number)d år", months // 12) % {"number": months // 12}
