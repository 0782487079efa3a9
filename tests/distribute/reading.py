"""Writes groups in a format and reads them back with the node's own reader."""

from datetime import UTC, datetime
from pathlib import Path

from knutepunkt.collect.drafts import RecordDraft
from knutepunkt.collect.formats.base import Format
from knutepunkt.collect.opened import Options, Reading
from knutepunkt.collect.opening import opened
from knutepunkt.collect.recognise import recognised
from knutepunkt.distribute.exporting import Written, export
from knutepunkt.distribute.formats.base import Account, Frame
from knutepunkt.distribute.formats.registry import format_named
from knutepunkt.distribute.published import Choice

SITE = "https://knutepunkt.example"
MOMENT = datetime(2026, 11, 25, 12, tzinfo=UTC)
FRAME = Frame(SITE, MOMENT)


def text_of(name: str, frame: Frame = FRAME) -> str:
    """Everything published, in a format of text."""
    return raw_of(name, frame).decode()


def raw_of(name: str, frame: Frame = FRAME) -> bytes:
    """Everything published, in any format."""
    form = format_named(name)
    return b"".join(form.chunks(form.items(Choice()), frame, Account()))


def account_of(name: str) -> dict[str, int]:
    """What a format leaves out of everything published."""
    account, form = Account(), format_named(name)
    for _ in form.chunks(form.items(Choice()), FRAME, account):
        pass
    return dict(account.left_out)


def exported(name: str, folder: Path, choice: Choice | None = None) -> Written:
    """Write to a file with the ending of the format."""
    form = format_named(name)
    path = folder / "out" / f"feed.{form.ending}"
    return export(form, path, choice or Choice(), frame=FRAME)


def read_back(path: Path, room: Path) -> tuple[Format, list[RecordDraft], Reading]:
    """The format that is recognised, the drafts, and what the reader said."""
    room.mkdir()
    files = opened([path], room)
    format_, _ = recognised(files)
    reading = Reading(Options(timezone="Europe/Oslo", timezone_is_default=False))
    drafts = [format_.read(raw, reading) for raw in format_.records(files, reading.options)]
    return format_, drafts, reading


def round_trip(name: str, folder: Path) -> list[RecordDraft]:
    """Write in a format and read it back."""
    written = exported(name, folder)
    _, drafts, _ = read_back(written.path, folder / "room")
    return drafts
