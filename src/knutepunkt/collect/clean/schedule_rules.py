"""Puts days, ordinals and intervals together into one RFC 5545 rule."""

import re
from dataclasses import dataclass, field

from knutepunkt.collect.clean.schedule_words import FILLERS, ORDINAL
from knutepunkt.collect.clean.weekdays import CODES, in_order, weekday_named

WEEK_NUMBERS = {"odd": range(1, 54, 2), "even": range(2, 54, 2)}
MOST_WEEKS_IN_MONTH = 5


@dataclass(slots=True)
class Days:
    """What a stretch of text says of its days, gathered word by word."""

    days: list[str] = field(default_factory=list)
    ordinals: list[int] = field(default_factory=list)
    interval: int = 1
    weeks: str = ""
    is_monthly: bool = False
    is_agreed: bool = False
    is_range: bool = False

    def add_day(self, code: str) -> None:
        """Add a weekday, and those between when "Monday to" stood before it."""
        if self.is_range:
            first, last = CODES.index(self.days[-1]), CODES.index(code)
            between = (
                CODES[first : last + 1] if first <= last else CODES[first:] + CODES[: last + 1]
            )
            self.days += between
            self.is_range = False
        else:
            self.days.append(code)

    def take_in(self, token: str) -> None:
        """Add one word of the text. Raises ValueError for a word nobody knows."""
        if code := weekday_named(token):
            self.add_day(code)
        elif token in ORDINAL:
            self.ordinals.append(int(ORDINAL[token]))
        elif token.startswith("<"):
            self.take_in_mark(token.strip("<>"))
        elif re.fullmatch(r"\d{1,2}(?:\.|st|nd|rd|th)", token):
            self.ordinals.append(int(re.sub(r"\D", "", token)))
        elif token in ("-", "til", "to", "bis") and self.days:
            self.is_range = True
        elif token not in FILLERS:
            raise ValueError(token)

    def take_in_mark(self, mark: str) -> None:
        """Add what a stock phrase says."""
        if mark.startswith("interval"):
            self.interval = int(mark.removeprefix("interval"))
        elif mark == "agreement":
            self.is_agreed = True
        elif mark in ("odd", "even"):
            self.weeks = mark
        elif mark == "monthly":
            self.is_monthly = True
        elif mark in ("daily", "workdays"):
            self.days = list(CODES if mark == "daily" else CODES[:5])

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was said of days."""
        return self == Days()


def rule_of(said: Days) -> str:
    """The rule, or "" when the text names no days. Raises ValueError for what makes no rule."""
    days = in_order(said.days)
    if said.interval < 1:
        raise ValueError("an interval of nothing")
    if said.is_range:
        raise ValueError("a stretch of days without an end")
    if said.is_monthly and said.interval == 2 and days:  # "every second Tuesday of the month"
        said.ordinals, said.interval = [2], 1
    if said.ordinals:
        return monthly(said, days)
    if said.is_monthly:
        raise ValueError("monthly, but not on which day")
    if not days:
        if said.interval > 1 or said.weeks:
            raise ValueError("an interval without a day")
        return ""
    if said.weeks:
        numbers = ",".join(str(number) for number in WEEK_NUMBERS[said.weeks])
        return f"FREQ=YEARLY;BYWEEKNO={numbers};BYDAY={','.join(days)}"
    if days == list(CODES) and said.interval == 1:
        return "FREQ=DAILY"
    every = f"INTERVAL={said.interval};" if said.interval > 1 else ""
    return f"FREQ=WEEKLY;{every}BYDAY={','.join(days)}"


def monthly(said: Days, days: list[str]) -> str:
    """The rule of "first and third Tuesday", or of "the 15th of each month"."""
    if said.interval > 1 or said.weeks:
        raise ValueError("an interval and an ordinal together")
    ordinals = list(dict.fromkeys(said.ordinals))
    if days and all(number <= MOST_WEEKS_IN_MONTH for number in ordinals):
        pairs = [f"{number}{day}" for number in ordinals for day in days]
        return f"FREQ=MONTHLY;BYDAY={','.join(pairs)}"
    if not days and said.is_monthly and all(0 < number <= 31 for number in ordinals):
        return f"FREQ=MONTHLY;BYMONTHDAY={','.join(map(str, ordinals))}"
    raise ValueError("an ordinal without a day")
