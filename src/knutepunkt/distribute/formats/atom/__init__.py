"""Atom (RFC 4287): news of groups, for feed readers and other sites."""

from collections.abc import Iterable, Iterator
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from knutepunkt.directory.when import when
from knutepunkt.distribute.formats.base import Account, Format, Frame, counted
from knutepunkt.distribute.occurring import day
from knutepunkt.distribute.published import PublishedGroup, PublishedMeeting


def chunks(groups: Iterable[PublishedGroup], frame: Frame, account: Account) -> Iterator[bytes]:
    """The feed, an entry for each group."""
    yield head(frame).encode()
    for group in counted(groups, account):
        yield entry(group, frame).encode()
    yield b"</feed>\n"


def head(frame: Frame) -> str:
    """What the feed is, and who answers for it."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={attribute(frame.language)}>\n'
        f"<title>{plain(frame.title)}</title>\n"
        f"<id>{plain(frame.site)}/feeds/{plain(address(frame))}</id>\n"
        f"<updated>{frame.moment.isoformat(timespec='seconds')}</updated>\n"
        f"<link href={attribute(frame.site + '/')}/>\n"
        f'<link rel="self" type="application/atom+xml" href={attribute(itself(frame))}/>\n'
        f"<author><name>Knutepunkt</name><uri>{plain(frame.site)}</uri></author>\n"
    )


def address(frame: Frame) -> str:
    """What tells this feed from the node's others."""
    return f"{frame.choice.theme}/{frame.choice.municipality}"


def itself(frame: Frame) -> str:
    """Where the feed is fetched, in its language."""
    chosen = (("theme", frame.choice.theme), ("municipality", frame.choice.municipality))
    parts = [f"{name}/{quote(code, safe='')}/" for name, code in chosen if code]
    return f"{frame.site}/feeds/{''.join(parts)}groups.atom?lang={frame.language}"


def entry(group: PublishedGroup, frame: Frame) -> str:
    """One group: its own words, and when it meets."""
    changed = (group.updated_at or group.added_at).isoformat(timespec="seconds")
    author = group.organisation.name if group.organisation else group.name
    words = "\n\n".join(one.text for one in group.own_words)
    times = "\n".join(when_of(meeting, frame.language) for meeting in group.meetings)
    content = "\n\n".join(filter(None, (words, times, group.how_to_join)))
    return (
        "<entry>\n"
        f"<title>{plain(group.name)}</title>\n"
        f"<id>urn:uuid:{group.id}</id>\n"
        f"<updated>{changed}</updated>\n"
        f"<published>{group.added_at.isoformat(timespec='seconds')}</published>\n"
        f"<link href={attribute(frame.page_of(group.id))}/>\n"
        f"<author><name>{plain(author)}</name></author>\n"
        f"{categories(group)}"
        f'<content type="text">{plain(content)}</content>\n'
        "</entry>\n"
    )


def when_of(meeting: PublishedMeeting, language: str) -> str:
    """When a meeting is, in words."""
    return when(
        rrule=meeting.rrule,
        first_on=day(meeting.first_on) if meeting.first_on else None,
        last_on=day(meeting.last_on) if meeting.last_on else None,
        start=meeting.start,
        minutes=meeting.minutes,
        language=language,
    )


def categories(group: PublishedGroup) -> str:
    """The terms, each with its scheme."""
    return "".join(
        f"<category term={attribute(term.code)} scheme={attribute(f'urn:knutepunkt:{term.scheme}')}"
        f" label={attribute(next(iter(term.names.values()), term.code))}/>\n"
        for term in group.terms
    )


def plain(text: str) -> str:
    """Text of XML: escaped, and without what XML cannot hold."""
    return escape(allowed(text))


def attribute(text: str) -> str:
    """An attribute's value in quotes."""
    return quoteattr(allowed(text))


def allowed(text: str) -> str:
    """The letters XML 1.0 can hold."""
    return "".join(one for one in text if one in "\t\n\r" or " " <= one <= "\ud7ff" or
                   "\ue000" <= one <= "\ufffd" or one > "\uffff")  # fmt: skip


FORMAT = Format(
    name="atom",
    label="Atom",
    ending="atom",
    media_type="application/atom+xml; charset=utf-8",
    cannot_say=(
        "places, and rules of meetings (times are told in words)",
        "which language a text is in (all in one field)",
        "states, ages, fees and accessibility",
        "who confirmed what",
    ),
    chunks=chunks,
)
