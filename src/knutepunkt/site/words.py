"""The interface's words for what the directory knows by codes."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from knutepunkt.directory.when import clock, day_words, short

OLD = 365

STATES = {
    "forming": lazy("Under oppstart"),
    "waiting-list": lazy("Venteliste"),
    "full": lazy("Full"),
    "paused": lazy("Har pause"),
    "closed": lazy("Lukket for nye"),
    "ended": lazy("Avsluttet"),
}
STATES_TOLD = {
    "forming": lazy("Gruppa er under oppstart. Du kan være med fra begynnelsen."),
    "waiting-list": lazy("Gruppa har venteliste. Ta kontakt for å få plass senere."),
    "full": lazy("Gruppa er full nå og tar ikke inn nye."),
    "paused": lazy("Gruppa har pause og møtes ikke nå."),
    "closed": lazy("Gruppa tar ikke inn nye."),
    "ended": lazy("Gruppa er avsluttet og møtes ikke lenger."),
}
MODES = {
    "in-person": lazy("Fysisk"),
    "online": lazy("På nett"),
    "hybrid": lazy("Både fysisk og på nett"),
}
KINDS = {
    "own": lazy("gruppa eller organisasjonen selv"),
    "organisation": lazy("liste fra organisasjonen"),
    "aggregator": lazy("samling av andres opplysninger"),
    "import": lazy("fil som er hentet inn én gang"),
}
LANGUAGES = {
    "nb": lazy("bokmål"),
    "nn": lazy("nynorsk"),
    "no": lazy("norsk"),
    "en": lazy("engelsk"),
    "se": lazy("nordsamisk"),
    "sv": lazy("svensk"),
    "da": lazy("dansk"),
    "de": lazy("tysk"),
    "es": lazy("spansk"),
    "fr": lazy("fransk"),
    "pl": lazy("polsk"),
}


def language() -> str:
    """The language of the page, as a code of ``LANGUAGES`` in the settings."""
    return get_language() or settings.LANGUAGE_CODE


def word(words: dict[str, object], code: str) -> str:
    """The word for a code, or "" when there is nothing to say."""
    return str(words.get(code, ""))


def day(on: date) -> str:
    """ "3. november 2026" in the language of the page."""
    return f"{short(on, language())} {on.year}"


def moment(at: datetime, *, has_time: bool) -> str:
    """A day with its weekday, and the time of day in the place's own zone."""
    time = clock(f"{at:%H:%M}", None, language()) if has_time else ""
    return f"{day_words(at.date(), language())} {time}".strip()


def time_at_home(at: datetime) -> str:
    """What a moment elsewhere is at home; "" where the clocks agree."""
    here = at.astimezone(ZoneInfo(settings.TIME_ZONE))
    if here.utcoffset() == at.utcoffset():
        return ""
    return _("%(moment)s norsk tid") % {"moment": moment(here, has_time=True)}


def zone_told(zone: str) -> str:
    """The zone of a time that is not ours, in brackets."""
    if zone in ("", settings.TIME_ZONE):
        return ""
    return _("(tid i %(place)s)") % {"place": zone.rpartition("/")[2].replace("_", " ")}


def freshness(confirmed_on: date | None, updated_on: date | None, today: date) -> str:
    """How sure one can be of an entry, in one sentence or two."""
    if confirmed_on is None:
        told = _("Ikke bekreftet av et menneske.")
        changed = _("Sist endret %(day)s.") % {"day": day(updated_on)} if updated_on else ""
        return f"{told} {changed}".strip()
    told = _("Bekreftet %(day)s.") % {"day": day(confirmed_on)}
    if (today - confirmed_on).days > OLD:
        told += " " + _("Det er mer enn et år siden. Spør gruppa før du drar.")
    return told
