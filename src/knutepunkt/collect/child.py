"""The process that reads a source: no database, no network, little memory, little time.

Started by ``sandbox``; reads a ``Task`` from standard input and writes messages, each behind its
length in four bytes, to standard output.
"""

import json
import resource
import sys
from collections.abc import Iterator
from hashlib import blake2b
from typing import BinaryIO

import msgspec

from knutepunkt.collect.checks import checked
from knutepunkt.collect.drafts import Issue, RecordDraft
from knutepunkt.collect.errors import CollectError, RecordRejected
from knutepunkt.collect.fingerprint import group_key
from knutepunkt.collect.formats.base import Format
from knutepunkt.collect.messages import Batch, End, Failure, Found, Message, Read, Refused, Task
from knutepunkt.collect.opened import Opened, Options, RawRecord, Reading
from knutepunkt.collect.recognise import recognised
from knutepunkt.collect.registry import BY_NAME

BATCH = 500
OURS = "the developers of Knutepunkt: mend the reader; the record is kept"
ENCODER = msgspec.json.Encoder(order="sorted")


def digest_of(raw: RawRecord, salt: bytes) -> bytes:
    """16 bytes that change when anything in the record changes."""
    try:
        text = ENCODER.encode(raw)
    except (OverflowError, ValueError, TypeError):
        text = repr(raw).encode("utf-8", errors="replace")
    return blake2b(text, digest_size=16, key=salt).digest()


class Keys:
    """Gives each record a key that no other record of the run has."""

    def __init__(self) -> None:
        self.seen: set[str] = set()

    def free(self, known: list[str] | None) -> str:
        """The next key that a record with these bytes had, unless another has taken it; else ""."""
        while known:
            if (key := known.pop(0)) not in self.seen:
                return key
        return ""

    def taken(self, key: str) -> str:
        """The key, or the key with a number behind it when it was used before in this run."""
        unique, number = key, 1
        while unique in self.seen:
            number += 1
            unique = f"{key}~{number}"
        self.seen.add(unique)
        return unique


def messages(task: Task) -> Iterator[Message]:
    """Everything there is to say about a source, in order."""
    opened = Opened(task.paths())
    options = Options(task.timezone, task.timezone_is_default, task.organisation, task.mapping)
    format_, reason = chosen(task, opened)
    yield Found(format_.name, reason)
    reading = Reading(options)
    yield from batches(format_, opened, reading, task)
    yield End(reading.notices)


def chosen(task: Task, opened: Opened) -> tuple[Format, str]:
    """The format the user or the last run named, or the one the files look like."""
    if task.format:
        return BY_NAME[task.format], "named"
    return recognised(opened)


def batches(format_: Format, opened: Opened, reading: Reading, task: Task) -> Iterator[Batch]:
    """The records of a source, some hundred at a time, with the known ones only by key."""
    salt = blake2b(
        f"{format_.name} {format_.version} {task.salt}".encode(), digest_size=16
    ).digest()
    keys, batch = Keys(), Batch([], [], [])
    for raw in format_.records(opened, reading.options):
        digest = digest_of(raw, salt)
        if known := keys.free(task.known.get(digest)):
            batch.unchanged.append(keys.taken(known))
        else:
            add(batch, format_, raw, digest.hex(), reading, keys)
        if len(batch.unchanged) >= BATCH * 20 or len(batch.read) + len(batch.refused) >= BATCH:
            yield batch
            batch = Batch([], [], [])
    yield batch


def add(
    batch: Batch, format_: Format, raw: RawRecord, digest: str, reading: Reading, keys: Keys
) -> None:
    """Read one record into the batch, as a draft or as refused."""
    reading.record, reading.issues = "", []
    try:
        draft = read(format_, raw, reading)
    except RecordRejected as why:
        key = keys.taken(reading.record or digest)
        issue = Issue(key, why.field, why.value, why.problem, why.who)
        batch.refused.append(Refused(key, digest, json.dumps(raw, default=str), issue))
        return
    key = own_key(draft.key, draft.fingerprint, keys, reading)
    issues = tuple(msgspec.structs.replace(issue, record=key) for issue in reading.issues)
    draft = msgspec.structs.replace(draft, key=key, issues=(*draft.issues, *issues))
    batch.read.append(Read(key, digest, hashed(group_key(draft)), draft))


def read(format_: Format, raw: RawRecord, reading: Reading) -> RecordDraft:
    """The draft; a fault of ours costs one record, loudly, and not the source."""
    try:
        return checked(format_.read(raw, reading))
    except (RecordRejected, CollectError, MemoryError):
        raise
    except Exception as error:
        problem = f"our reader failed on this record ({type(error).__name__})"
        raise RecordRejected("record", "", problem, OURS) from None


def own_key(key: str, fingerprint: tuple[str, ...], keys: Keys, reading: Reading) -> str:
    """The record's key: its id, or the hash of its fingerprint; said when an id was used twice."""
    if not key:
        return keys.taken("fp:" + hashed("|".join(fingerprint)))
    unique = keys.taken(key)
    if unique != key:
        reading.issue(
            "id", key, "this id was used before in the same feed; both records were kept",
            "the feed's owner: give every record an id of its own",
        )  # fmt: skip
    return unique


def hashed(text: str) -> str:
    """32 hexadecimal digits, or "" for nothing."""
    return blake2b(text.encode(), digest_size=16).hexdigest() if text else ""


def limit(cpu_seconds: int, address_space: int) -> None:
    """Bind this process to its limits; the kernel ends it beyond them."""
    resource.setrlimit(resource.RLIMIT_AS, (address_space, address_space))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def send(message: Message, out: BinaryIO) -> None:
    """Write one message behind its length."""
    body = msgspec.msgpack.encode(message, enc_hook=str)
    out.write(len(body).to_bytes(4, "big") + body)
    out.flush()


def main() -> None:
    """Read the task, then the source."""
    limit(int(sys.argv[1]), int(sys.argv[2]))
    out = sys.stdout.buffer
    sys.stdout = sys.stderr
    task = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Task)
    try:
        for message in messages(task):
            send(message, out)
    except CollectError as error:
        send(Failure(str(error)), out)
    except (MemoryError, RecursionError):
        send(Failure("reading the source takes more than it may; the feed's owner: send less, or "
                     "plainer records."), out)  # fmt: skip
    except Exception as error:
        name = type(error).__name__
        send(Failure(f"our reader failed on the source ({name}); {OURS.split(';')[0]}."), out)


if __name__ == "__main__":
    main()
