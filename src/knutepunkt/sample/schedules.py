"""When the sample's groups meet: every shape a schedule can have."""

from collections.abc import Callable
from typing import NamedTuple

from knutepunkt.sample import seasons
from knutepunkt.sample.dice import Dice, Weighted

EVENING = ("17:00", "17:30", "18:00", "18:00", "18:30", "19:00", "19:00", "19:30", "20:00")
MORNING = ("09:30", "10:00", "10:30", "11:00", "12:00", "13:00")
NIGHT = ("22:30", "23:00", "23:30")
LENGTHS = (60, 75, 90, 90, 90, 120, 120, None)
HIGHEST_DATE = 420  # days from the beginning of autumn


class When(NamedTuple):
    """The parts of a meeting that tell its time, as ``MeetingDraft`` has them."""

    rrule: str = ""
    first_on: str = ""
    last_on: str = ""
    except_on: tuple[str, ...] = ()
    also_on: tuple[str, ...] = ()
    day: str = ""
    is_night: bool = False


def a_day(dice: Dice) -> str:
    """A weekday, Friday to Sunday more seldom."""
    return dice.pick(seasons.DAYS[: 4 if dice.chance(0.75) else 7])


def some_date(dice: Dice) -> str:
    """A date of this school year or the summer behind it."""
    return seasons.day_after(seasons.AUTUMN[0], dice.between(0, HIGHEST_DATE))


def weekly(dice: Dice) -> When:
    """Every week, the commonest shape."""
    day = a_day(dice)
    return When(f"FREQ=WEEKLY;BYDAY={day}", day=day)


def several_days(dice: Dice) -> When:
    """Two or three days a week."""
    days = dice.pick(("MO,WE", "TU,TH", "MO,TH", "TU,SA", "MO,WE,FR", "WE,SU"))
    return When(f"FREQ=WEEKLY;BYDAY={days}")


def every_other_week(dice: Dice) -> When:
    """Every second week, counted from a first day."""
    day = a_day(dice)
    first = seasons.on_or_after(seasons.AUTUMN[0], day) + seasons.WEEK * dice.between(0, 1)
    return When(f"FREQ=WEEKLY;INTERVAL=2;BYDAY={day}", first.isoformat(), day=day)


def nth_weekday(dice: Dice) -> When:
    """The first, second, third or fourth such weekday of the month."""
    day = a_day(dice)
    return When(f"FREQ=MONTHLY;BYDAY={dice.between(1, 4)}{day}", day=day)


def twice_a_month(dice: Dice) -> When:
    """The first and third such weekday of the month."""
    day = a_day(dice)
    return When(f"FREQ=MONTHLY;BYDAY=1{day},3{day}", day=day)


def last_weekday(dice: Dice) -> When:
    """The last such weekday of the month, mostly Friday."""
    day = "FR" if dice.chance(0.6) else a_day(dice)
    return When(f"FREQ=MONTHLY;BYDAY=-1{day}", day=day)


def day_of_month(dice: Dice) -> When:
    """The same date in every month."""
    return When(f"FREQ=MONTHLY;BYMONTHDAY={dice.pick((1, 10, 15))}")


def season(dice: Dice) -> When:
    """Weekly, but only in autumn or in spring."""
    day, term = a_day(dice), seasons.AUTUMN if dice.chance(0.6) else seasons.SPRING
    first, last = seasons.begins(term, day), seasons.ends(term)
    return When(f"FREQ=WEEKLY;BYDAY={day}", first, last, day=day)


def with_holidays(dice: Dice) -> When:
    """Weekly through the school year, but not around Christmas and Easter."""
    day = a_day(dice)
    first, last = seasons.begins(seasons.WHOLE, day), seasons.ends(seasons.WHOLE)
    return When(f"FREQ=WEEKLY;BYDAY={day}", first, last, seasons.off(day), day=day)


def with_extra_day(dice: Dice) -> When:
    """Monthly, and once more on a day of its own."""
    return nth_weekday(dice)._replace(also_on=(some_date(dice),))


def course(dice: Dice) -> When:
    """Six times and no more."""
    day, term = a_day(dice), seasons.AUTUMN if dice.chance(0.5) else seasons.SPRING
    return When(f"FREQ=WEEKLY;COUNT=6;BYDAY={day}", seasons.begins(term, day), day=day)


def one_off(dice: Dice) -> When:
    """Once."""
    return When("", some_date(dice))


def some_dates(dice: Dice) -> When:
    """On a few dates without a rule."""
    first, *others = sorted({some_date(dice) for _ in range(3)})
    return When("", first, also_on=tuple(others))


def daily(_dice: Dice) -> When:
    """Every day."""
    return When("FREQ=DAILY")


def at_night(dice: Dice) -> When:
    """Weekly, past midnight."""
    day = dice.pick(("FR", "SA", "SU"))
    return When(f"FREQ=WEEKLY;BYDAY={day}", day=day, is_night=True)


def by_agreement(_dice: Dice) -> When:
    """When it suits those who meet."""
    return When()


Shape = Callable[[Dice], When]
SHAPES: tuple[tuple[float, Shape], ...] = (
    (38, weekly), (4, several_days), (12, every_other_week), (10, nth_weekday), (3, twice_a_month),
    (3, last_weekday), (1, day_of_month), (7, season), (6, with_holidays), (2, with_extra_day),
    (2, course), (2, one_off), (1, some_dates), (0.5, daily), (1, at_night), (7.5, by_agreement),
)  # fmt: skip
WEIGHTED = Weighted(SHAPES)


def when(dice: Dice) -> When:
    """A schedule of some shape."""
    return WEIGHTED.drawn(dice)(dice)


def start_and_minutes(dice: Dice, told: When, *, is_early: bool) -> tuple[str, int | None]:
    """The time of day and the length; nothing for what is agreed upon."""
    if not told.rrule and not told.first_on:
        return "", None
    if told.is_night:
        return dice.pick(NIGHT), dice.pick((120, 150, 180, 240))
    is_morning = dice.chance(0.5 if is_early else 0.15)
    return dice.pick(MORNING if is_morning else EVENING), dice.pick(LENGTHS)
