"""Runs the reading process under limits and passes on what it says."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.limits import DEFAULT, MEBIBYTE, Limits
from knutepunkt.collect.messages import End, Failure, Message, Task

DECODER = msgspec.msgpack.Decoder(Message)
TOO_MUCH = (
    "reading the source takes more than {seconds} seconds or {mebibytes} MiB; "
    "the feed's owner: send less, or plainer records."
)


def messages_from(task: Task, limits: Limits = DEFAULT) -> Iterator[Message]:
    """What the reading process says. Raises CollectError when it fails or is ended.

    The process is ended when the caller stops listening.
    """
    paths = task.paths().values()
    size = sum(size_of(path, limits) for path in paths)
    lines = sum(lines_of(path, limits) for path in paths)
    seconds, memory = seconds_for(size, lines, limits), limits.memory(size)
    command = [sys.executable, "-X", "utf8", "-m", "knutepunkt.collect.child"]
    with subprocess.Popen(  # noqa: S603 - our own interpreter and module
        [*command, str(seconds), str(memory)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(task),
    ) as child:
        try:
            hand_over(child, task)
            yield from said_by(child)
        except EOFError:
            raise CollectError(
                TOO_MUCH.format(seconds=seconds, mebibytes=memory // MEBIBYTE)
            ) from None
        finally:
            child.kill()


def size_of(path: Path, limits: Limits) -> int:
    """How many bytes are read of a file: a workbook's as unpacked, if it may unpack to so many."""
    size = path.stat().st_size
    if not zipfile.is_zipfile(path):
        return size
    try:
        with zipfile.ZipFile(path) as archive:
            promised = sum(member.file_size for member in archive.infolist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return size
    return min(promised, limits.unpacked(size))


def lines_of(path: Path, limits: Limits) -> int:
    """How many lines of a text may be records: what is empty or packed has few or none.

    A table of narrow rows costs more to read than its bytes tell.
    """
    if zipfile.is_zipfile(path):
        return 0
    with path.open("rb") as file:
        parts = iter(lambda: file.read(MEBIBYTE), b"")
        lines = sum(max(part.count(b"\n"), part.count(b"\r")) for part in parts)
    return min(lines, path.stat().st_size // limits.plain_line)


def environment(task: Task) -> dict[str, str]:
    """Our own, with the folder for what does not fit in memory."""
    return {**os.environ, "TMPDIR": task.room} if task.room else dict(os.environ)


def seconds_for(size: int, lines: int, limits: Limits) -> int:
    """The CPU seconds to read so much: a fixed number, more for large local files and for lines."""
    for_size = max(0, size - limits.body) / MEBIBYTE * limits.seconds_per_mebibyte
    return limits.cpu_seconds + int(for_size + lines * limits.seconds_per_line)


def hand_over(child: "subprocess.Popen[bytes]", task: Task) -> None:
    """Give the child its task; a child that died already is noticed when it is read."""
    if child.stdin is not None:
        with suppress(BrokenPipeError):
            child.stdin.write(msgspec.msgpack.encode(task))
            child.stdin.close()


def said_by(child: "subprocess.Popen[bytes]") -> Iterator[Message]:
    """Each message until the end. Raises CollectError for a failure, EOFError for silence."""
    if child.stdout is None:
        raise EOFError
    while True:
        head = child.stdout.read(4)
        body = child.stdout.read(int.from_bytes(head, "big")) if len(head) == 4 else b""
        if len(head) < 4 or not body:
            raise EOFError
        message = DECODER.decode(body)
        if isinstance(message, Failure):
            raise CollectError(message.sentence)
        yield message
        if isinstance(message, End):
            return
