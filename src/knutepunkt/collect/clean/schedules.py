"""When a group meets, out of free text such as "Annenhver onsdag kl. 19–20.30".

A text is either understood whole or not at all: one unknown word ("except July") can change what
the rest means.
"""

from dataclasses import dataclass, field
from functools import lru_cache

from knutepunkt.collect.clean.schedule_rules import Days, rule_of
from knutepunkt.collect.clean.schedule_tokens import tokens
from knutepunkt.collect.clean.schedule_words import FILLERS, JOINERS, NO_DAYS
from knutepunkt.collect.clean.times import minutes_between


@dataclass(frozen=True, slots=True)
class Rhythm:
    """One regular meeting: an RFC 5545 rule without start, ``HH:MM``, and minutes.

    Without a rule it is by agreement, when ``is_agreed`` says so, or it is only a time of day.
    """

    rrule: str = ""
    start: str = ""
    minutes: int | None = None
    is_agreed: bool = False


@lru_cache(maxsize=1000)  # groups meet at much the same times; no longer text is understood
def rhythms(text: str) -> tuple[Rhythm, ...]:
    """The meetings that a text tells of, in its order. Raises ValueError when it is not clear.

    >>> rhythms("Annenhver onsdag kl. 19–20.30")[0].rrule
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE'
    """
    stretches = [Stretch()]
    for token in tokens(text):
        if stretches[-1].is_over(token):
            stretches.append(Stretch())
        stretches[-1].take_in(token)
    return tuple(rhythm for stretch in stretches for rhythm in stretch.rhythms())


@dataclass(slots=True)
class Stretch:
    """A stretch of text about the same days: the days and their times, in either order."""

    days: Days = field(default_factory=Days)
    times: list[tuple[str, int | None]] = field(default_factory=list)
    is_joined: bool = True
    began_with_time: bool = False

    def is_over(self, token: str) -> bool:
        """Say whether the word begins the next stretch: days after times, or the reverse."""
        if token.startswith("<time"):
            return self.began_with_time and not self.days.is_empty
        is_of_days = token not in FILLERS and token not in NO_DAYS
        return is_of_days and bool(self.times) and not self.began_with_time

    def take_in(self, token: str) -> None:
        """Add one word. Raises ValueError for a word nobody knows, and for unclear times."""
        self.is_joined = self.is_joined or token in JOINERS
        if not token.startswith("<time"):
            self.days.take_in(token)
            return
        if not self.is_joined:
            raise ValueError("two times side by side")
        parts = token.strip("<>").split()
        minutes = minutes_between(parts[1], parts[2]) if len(parts) > 2 else None
        self.began_with_time = self.began_with_time or (self.days.is_empty and not self.times)
        self.times.append((parts[1], minutes))
        self.is_joined = False

    def rhythms(self) -> list[Rhythm]:
        """The days at each of the times. Raises ValueError when the days make no rule."""
        rule = rule_of(self.days)
        if not rule and not self.times and not self.days.is_agreed:
            return []
        is_agreed = self.days.is_agreed and not rule
        return [
            Rhythm(rule, start, minutes, is_agreed) for start, minutes in self.times or [("", None)]
        ]
