"""The meetings of the sample's groups."""

from msgspec.structs import replace

from knutepunkt.collect.drafts import MeetingDraft, Mode, PlaceDraft, Term
from knutepunkt.sample import places
from knutepunkt.sample.schedules import When, start_and_minutes, when
from knutepunkt.sample.sketch import Sketch, Way
from knutepunkt.sample.words import general

SEVERAL = 0.2
HOME_ZONE = "Europe/Oslo"
FAR_ZONES = ("Europe/Stockholm", "Europe/London", "Europe/Helsinki", "America/New_York")
FAR, NOON = 0.08, "14:00"
EARLY = frozenset({"elderly", "new-parents", "widowed", "jobseekers"})
MODES: dict[Way, Mode] = {"in-person": "in-person", "online": "online", "hybrid": "hybrid"}


def meetings_of(sketch: Sketch, first: When) -> tuple[MeetingDraft, ...]:
    """One meeting for most groups, two or three with names of their own for a fifth."""
    dice = sketch.dice
    place = place_of(sketch)
    one = meeting(sketch, first, place)
    if not dice.chance(SEVERAL):
        return (one,)
    more = [meeting(sketch, when(dice), place) for _ in range(dice.between(1, 2))]
    told = [
        replace(each, key=f"{number}", name=name_of(sketch, each, number))
        for number, each in enumerate((one, *more), start=1)
    ]
    if sketch.is_here and dice.chance(0.3):
        told[-1] = on_screen(sketch, told[-1])
    return tuple(told)


def name_of(sketch: Sketch, told: MeetingDraft, number: int) -> str:
    """What a group calls one of its meetings: the first by its hour, others by what they are."""
    names = general("others")
    if number == 1:
        names = general("morning" if "" < told.start < NOON else "evening")
    return names[number % len(names)].told(sketch.language)


def meeting(sketch: Sketch, told: When, place: PlaceDraft | None) -> MeetingDraft:
    """When and where."""
    dice = sketch.dice
    start, minutes = start_and_minutes(dice, told, is_early=sketch.target.code in EARLY)
    has_screen = sketch.way in ("online", "hybrid")
    is_far = sketch.way == "online" and dice.chance(FAR)
    return MeetingDraft(
        rrule=told.rrule,
        first_on=told.first_on,
        last_on=told.last_on,
        start=start,
        minutes=minutes,
        timezone=dice.pick(FAR_ZONES) if is_far else HOME_ZONE,
        except_on=told.except_on,
        also_on=told.also_on,
        mode=MODES.get(sketch.way, ""),
        place=place,
        online_url=room(sketch) if has_screen else "",
    )


def place_of(sketch: Sketch) -> PlaceDraft | None:
    """The group's place, None when it has no room."""
    if not sketch.is_here:
        return None
    is_outdoors = sketch.form.code == "walk-and-talk"
    return places.place(
        sketch.dice, sketch.town, sketch.address, sketch.language, is_outdoors=is_outdoors
    )


def on_screen(sketch: Sketch, told: MeetingDraft) -> MeetingDraft:
    """The meeting moved online, with the term that says so."""
    name = general("on_screen")[0].told(sketch.language)
    terms = (Term("format", "online"),)
    return replace(told, name=name, mode="online", place=None, online_url=room(sketch), terms=terms)


def room(sketch: Sketch) -> str:
    """An online room that leads nowhere."""
    return f"https://mote.example.org/rom/{sketch.number}"
