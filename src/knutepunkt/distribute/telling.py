"""Times in words as pages and lists show them: with their zone, and not broken where it hurts."""

import re

from django.conf import settings
from django.utils.translation import gettext as _

# Before a time of day, and between a day and its month: there no line is broken; nor after the
# dash of a time, which browsers part without a joiner.
HELD = re.compile(r"(?<=kl\.) (?=\d)|(?<=\bat) (?=\d)|(?<=\d\.) (?=[a-z])|(?<=\d) (?=[A-Z])")
DASH = re.compile(r"(?<=\d)–(?=\d)")


def unbroken(told: str) -> str:
    """A time in words whose days and hours stay on one line, however narrow the screen."""
    return DASH.sub("–\N{WORD JOINER}", HELD.sub("\N{NO-BREAK SPACE}", told))


def zone_told(zone: str) -> str:
    """The zone of a time that is not ours, in brackets."""
    if zone in ("", settings.TIME_ZONE):
        return ""
    return _("(tid i %(place)s)") % {"place": zone.rpartition("/")[2].replace("_", " ")}
