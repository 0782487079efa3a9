"""The days on which a meeting does not take place though its rule says so, or does besides."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from knutepunkt.directory.recurrence import Rule, ruled_days
from knutepunkt.directory.when import day_words, joined, short
from knutepunkt.distribute.telling import unbroken
from knutepunkt.site.words import language

AHEAD = timedelta(days=92)  # Who reads a sheet in three months has others to ask.
MOST = 6


def days_apart(rule: Rule, today: date, told: date | None) -> str:
    """ "Ikke 30. november. Også tirsdag 1. desember."; of the next three months, six of each.

    ``told`` is a day that is told already. Days left out that the rule does not have say nothing.
    """
    away = [day for day in coming(rule.except_on, today) if any(ruled_days(rule, day, day))]
    besides = [day for day in coming(rule.also_on, today)
               if day != told and day not in rule.except_on]  # fmt: skip
    tongue = language()
    named = [unbroken(short(day, tongue)) for day in away[:MOST]]
    extra = [unbroken(day_words(day, tongue, today.year)) for day in besides[:MOST]]
    return " ".join(
        sentence % {"days": joined(days, tongue)}
        for sentence, days in ((_("Ikke %(days)s."), named), (_("Også %(days)s."), extra))
        if days
    )


def coming(days: tuple[date, ...], today: date) -> list[date]:
    """Those of some days that are near, the next first."""
    return sorted({day for day in days if today <= day <= today + AHEAD})
