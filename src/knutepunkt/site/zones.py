"""The clock of somebody who looks from another country, chosen by form or read by the script."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from knutepunkt.site import words

SEALED_FOR = "zone"
ZONES: dict[str, object] = {
    "Europe/Oslo": gettext_lazy("Norge, og det meste av Europa"),
    "Europe/London": gettext_lazy("Storbritannia, Irland og Portugal"),
    "Atlantic/Reykjavik": gettext_lazy("Island"),
    "Atlantic/Canary": gettext_lazy("Kanariøyene"),
    "Europe/Helsinki": gettext_lazy("Finland, Baltikum, Hellas og Ukraina"),
    "Europe/Istanbul": gettext_lazy("Tyrkia"),
    "Africa/Nairobi": gettext_lazy("Øst-Afrika"),
    "Asia/Dubai": gettext_lazy("Emiratene"),
    "Asia/Tehran": gettext_lazy("Iran"),
    "Asia/Kabul": gettext_lazy("Afghanistan"),
    "Asia/Karachi": gettext_lazy("Pakistan"),
    "Asia/Kolkata": gettext_lazy("India og Sri Lanka"),
    "Asia/Bangkok": gettext_lazy("Thailand og Vietnam"),
    "Asia/Manila": gettext_lazy("Filippinene og Kina"),
    "Australia/Sydney": gettext_lazy("Australia, øst"),
    "America/Sao_Paulo": gettext_lazy("Brasil, øst"),
    "America/New_York": gettext_lazy("USA og Canada, øst"),
    "America/Chicago": gettext_lazy("USA og Canada, midt"),
    "America/Los_Angeles": gettext_lazy("USA og Canada, vest"),
}


def there(at: datetime, zone: str, year: int) -> str:
    """A moment by the clock of a zone of ``ZONES``; "" where the clocks agree or none is chosen."""
    if zone not in ZONES:
        return ""
    local = at.astimezone(ZoneInfo(zone))
    if local.utcoffset() == at.utcoffset():
        return ""
    told = {"place": ZONES[zone], "moment": words.moment(local, has_time=True, year=year)}
    return _("Klokka i %(place)s: %(moment)s") % told
