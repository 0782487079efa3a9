"""What the index keeps of a group: words to find it by, and what a result shows of it."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from knutepunkt.directory.disclosure import shown_place
from knutepunkt.directory.models import Group, Meeting
from knutepunkt.directory.when import weekdays_of
from knutepunkt.search.lexicon import Lexicon

THEME = "theme"


class Document(NamedTuple):
    """A group as the index keeps it.

    ``marks`` are filter tokens (``c12`` a concept, ``dMO`` a weekday, ``monline`` a format);
    ``points`` latitude and longitude of each place; ``item`` what a result shows.
    """

    id: int
    title: str
    concepts: str
    body: str
    marks: str
    points: list[tuple[float, float]]
    item: dict[str, Any]


def documents(groups: Iterable[Group], lexicon: Lexicon) -> Iterator[Document]:
    """The documents of groups fetched with ``with_everything``."""
    tokens = lexicon.analyser.tokens
    for group in groups:
        concepts = [one.concept_id for one in group.classifications.all()]
        meetings = list(group.meetings.all())
        yield Document(
            group.pk,
            " ".join(tokens(title(group))),
            " ".join(" ".join(tokens(lexicon.name(id_))) for id_ in concepts),
            " ".join([*own_tokens(group, lexicon), *tokens(body(group, meetings))]),
            " ".join(dict.fromkeys(marks(group, meetings, concepts, lexicon))),
            list(points(meetings)),
            item(group, meetings, concepts, lexicon),
        )


def title(group: Group) -> str:
    """The names a group goes by."""
    organisation = group.organisation.name if group.organisation else ""
    return f"{group.name} {organisation}"


def own_tokens(group: Group, lexicon: Lexicon) -> Iterator[str]:
    """The tokens of a group's own words, each text in its language."""
    for words in group.own_words:
        yield from lexicon.analyser.tokens(words.get("text", ""), words.get("language", ""))


def body(group: Group, meetings: list[Meeting]) -> str:
    """How to join, and what meetings say and where they are."""
    parts = [group.how_to_join]
    for meeting in meetings:
        parts += [meeting.name, meeting.notes]
        if meeting.place is not None:
            place = shown_place(meeting.place)
            parts += [place.line(), place.municipality, place.region]
    return " ".join(filter(None, parts))


def marks(
    group: Group, meetings: list[Meeting], concepts: list[int], lexicon: Lexicon
) -> Iterator[str]:
    """The filter tokens of a group."""
    for id_ in concepts:
        yield from (f"c{above}" for above in lexicon.above(id_))
    for meeting in meetings:
        yield from (f"d{code.lower()}" for code in weekdays_of(meeting.rrule, meeting.first_on))
    modes = {group.mode, *(meeting.mode for meeting in meetings)} - {""}
    if "hybrid" in modes:
        modes |= {"in-person", "online"}
    yield from (f"m{mode.replace('-', '')}" for mode in modes)
    yield f"s{group.state.replace('-', '')}"


def points(meetings: list[Meeting]) -> Iterator[tuple[float, float]]:
    """Each point that may be known, once."""
    seen = set()
    for meeting in meetings:
        place = shown_place(meeting.place) if meeting.place else None
        if place and place.latitude is not None and place.longitude is not None:
            seen.add((place.latitude, place.longitude))
    return iter(sorted(seen))


def item(
    group: Group, meetings: list[Meeting], concepts: list[int], lexicon: Lexicon
) -> dict[str, Any]:
    """What a result shows; times and distances are worked out when it is asked for."""
    themes = [id_ for id_ in concepts if lexicon.scheme.get(id_) == THEME]
    return {
        "id": str(group.uid),
        "name": group.name,
        "organisation": group.organisation.name if group.organisation else None,
        "themes": [lexicon.names.get(id_, {}) for id_ in themes],
        "meetings": [meeting_item(meeting) for meeting in meetings],
        "state": group.state,
        "mode": group.mode,
        "confirmed_on": group.confirmed_on.isoformat() if group.confirmed_on else None,
        "updated_on": group.updated_at.date().isoformat() if group.updated_at else None,
        "is_fictitious": group.is_fictitious,
    }


def meeting_item(meeting: Meeting) -> dict[str, Any]:
    """A meeting as a result keeps it, its place only as far as it may be shown."""
    place = shown_place(meeting.place) if meeting.place else None
    return {
        "name": meeting.name,
        "rrule": meeting.rrule,
        "first_on": meeting.first_on.isoformat() if meeting.first_on else None,
        "last_on": meeting.last_on.isoformat() if meeting.last_on else None,
        "start": meeting.start,
        "minutes": meeting.minutes,
        "timezone": meeting.timezone,
        "except_on": meeting.except_on,
        "also_on": meeting.also_on,
        "mode": meeting.mode,
        "state": meeting.state,
        "place": place.line() if place else "",
        "municipality": place.municipality if place else "",
        "point": [place.latitude, place.longitude] if place and place.latitude else None,
        "is_area": place.is_area if place else False,
    }


def with_everything(ids: Iterable[int]) -> list[Group]:
    """The published groups among some ids, with all a document needs. Four queries."""
    groups = Group.objects.filter(pk__in=list(ids), withdrawn_at=None, is_published=True)
    return list(
        groups.select_related("organisation").prefetch_related("meetings__place", "classifications")
    )
