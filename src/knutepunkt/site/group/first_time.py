"""What somebody may expect the first time: what the group has said, and what is left to ask."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

# The vocabularies that tell how one comes in and what happens there.
TELLING = ("openness", "working-form")
# Each question, with the terms that answer it.
QUESTIONS: list[tuple[object, frozenset[str]]] = [
    (_("Må jeg si fra før jeg kommer?"),
     frozenset({"open", "drop-in", "sign-up", "conversation-first", "referral"})),
    (_("Hvem leder møtet?"),
     frozenset({"self-organised", "peer-led", "professional-led", "initiator-starts"})),
    (_("Må jeg si noe, eller kan jeg bare høre på?"), frozenset()),
    (_("Hvem får vite det som blir sagt?"), frozenset()),
    (_("Kan jeg ta med noen?"), frozenset()),
    (_("Kan jeg gå om det blir for mye?"), frozenset()),
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class FirstTime:
    """``told`` is what the group has said by its terms, ``asks`` what it has left open."""

    told: list[str]
    lasts: str
    asks: list[str]


def first_time(by_code: Mapping[tuple[str, str], str], minutes: Iterable[int | None]) -> FirstTime:
    """The first time as far as a group's terms, (scheme, code) to name, and meetings tell it."""
    told = [name for (scheme, _code), name in by_code.items() if scheme in TELLING]
    codes = {code for scheme, code in by_code if scheme in TELLING}
    asks = [str(question) for question, answers in QUESTIONS if not answers & codes]
    return FirstTime(list(dict.fromkeys(told)), lasts(minutes), asks)


def lasts(minutes: Iterable[int | None]) -> str:
    """How long a meeting is, where all that are told are as long."""
    lengths = {one for one in minutes if one}
    if len(lengths) != 1:
        return ""
    hours, rest = divmod(lengths.pop(), 60)
    told = {
        "hours": ngettext("%(number)d time", "%(number)d timer", hours) % {"number": hours},
        "minutes": ngettext("%(number)d minutt", "%(number)d minutter", rest) % {"number": rest},
    }
    if hours and rest:
        long = _("%(hours)s og %(minutes)s") % told
    else:
        long = told["hours" if hours else "minutes"]
    return str(_("Et møte varer %(long)s")) % {"long": long}
