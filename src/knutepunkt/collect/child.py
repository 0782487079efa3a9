"""The process that reads a source: no database, no network, little memory, little time.

Started by ``sandbox``; reads a ``Task`` from standard input and writes messages, each behind its
length in four bytes, to standard output.
"""

import json
import resource
import sys
from collections import Counter
from collections.abc import Iterator
from hashlib import blake2b
from typing import BinaryIO

import msgspec

from knutepunkt.collect.checks import checked
from knutepunkt.collect.clean.ahead import without_days_ahead
from knutepunkt.collect.clean.links import shown
from knutepunkt.collect.clean.secret_words import REMOVED
from knutepunkt.collect.clean.secrets import is_secret, without_secret_fields
from knutepunkt.collect.clean.text import one_line
from knutepunkt.collect.drafts import Issue, RecordDraft
from knutepunkt.collect.errors import CollectError, RecordRejected
from knutepunkt.collect.fingerprint import group_key
from knutepunkt.collect.formats.base import Format
from knutepunkt.collect.messages import Batch, End, Failure, Found, Message, Read, Refused, Task
from knutepunkt.collect.opened import Opened, Options, RawRecord, Reading
from knutepunkt.collect.recognise import recognised
from knutepunkt.collect.registry import BY_NAME

BATCH = 500
# Bytes of records in a batch, and letters kept of a refused one: the parent holds both in memory.
HEAVY, KEPT = 1024 * 1024, 200_000
MOST_ISSUES = 20
LONGEST_KEY = 300
OURS = "the developers of Knutepunkt: mend the reader; the record is kept"
PLAINER = "the feed's owner: send plain records"
ENCODER = msgspec.json.Encoder(order="sorted")


def bytes_of(raw: RawRecord) -> bytes:
    """The record as bytes, the same for the same record whatever the order of its fields."""
    try:
        return ENCODER.encode(raw)
    except (OverflowError, ValueError, TypeError):
        return repr(raw).encode("utf-8", errors="replace")


class Keys:
    """Gives each record a key that no other record of the run has."""

    def __init__(self) -> None:
        self.seen: set[str] = set()
        self.repeats: Counter[str] = Counter()

    def free(self, known: list[str] | None) -> str:
        """The next key that a record with these bytes had, unless another has taken it; else ""."""
        while known:
            if (key := known.pop(0)) not in self.seen:
                return key
        return ""

    def taken(self, key: str) -> str:
        """The key, or the key with a number behind it when it was used before in this run."""
        unique = key
        while unique in self.seen:
            self.repeats[key] += 1
            unique = f"{key}~{self.repeats[key] + 1}"
        self.seen.add(unique)
        return unique


def messages(task: Task) -> Iterator[Message]:
    """Everything there is to say about a source, in order."""
    opened = Opened(task.paths())
    options = Options(
        task.timezone, task.timezone_is_default, task.organisation, task.mapping, task.latest
    )
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
    keys, batch, weight = Keys(), Batch([], [], []), 0
    for raw in format_.records(opened, reading.options):
        text = bytes_of(raw)
        digest = blake2b(text, digest_size=16, key=salt).digest()
        if known := keys.free(task.known.get(digest)):
            batch.unchanged.append(keys.taken(known))
        else:
            add(batch, format_, raw, digest.hex(), reading, keys)
            weight += len(text)
        if is_full(batch, weight):
            yield batch
            batch, weight = Batch([], [], []), 0
    yield batch


def is_full(batch: Batch, weight: int) -> bool:
    """Say whether a batch is to be sent: its records are many, or large."""
    is_many = len(batch.unchanged) >= BATCH * 20 or len(batch.read) + len(batch.refused) >= BATCH
    return is_many or weight >= HEAVY


def add(
    batch: Batch, format_: Format, raw: RawRecord, digest: str, reading: Reading, keys: Keys
) -> None:
    """Read one record into the batch, as a draft or as refused."""
    reading.record, reading.issues = "", []
    try:
        draft = read(format_, raw, reading)
    except RecordRejected as why:
        key = keys.taken(short(reading.record) or digest)
        issue = told(Issue(key, why.field, why.value, why.problem, why.who), key)
        kept = json.dumps(raw, default=str)[:KEPT]
        batch.refused.append(Refused(key, digest, kept, issue))
        return
    key = own_key(short(draft.key), draft.fingerprint, keys, reading)
    issues = tuple(told(issue, key) for issue in few((*draft.issues, *reading.issues)))
    extra = without_secret_fields(draft.extra, reading)
    draft = msgspec.structs.replace(draft, key=key, issues=issues, extra=extra)
    batch.read.append(Read(key, digest, hashed(group_key(draft)), draft))


def told(issue: Issue, key: str) -> Issue:
    """The issue as it may be shown: on one line, without passwords or control characters."""
    value = REMOVED if issue.value and is_secret(issue.field) else one_line(shown(issue.value))
    return msgspec.structs.replace(
        issue, record=key, field=one_line(issue.field)[:100], value=value,
        problem=one_line(issue.problem),
    )  # fmt: skip


def few(issues: tuple[Issue, ...]) -> tuple[Issue, ...]:
    """The first issues of a record, and how many more there are."""
    more = len(issues) - MOST_ISSUES
    if more <= 0:
        return issues
    last = Issue("", "record", "", f"{more} more fields have problems", issues[0].who)
    return (*issues[:MOST_ISSUES], last)


def short(key: str) -> str:
    """A key that an index of the database can hold: a very long one ends in its hash."""
    return key if len(key) <= LONGEST_KEY else f"{key[:200]}…{hashed(key)}"


def read(format_: Format, raw: RawRecord, reading: Reading) -> RecordDraft:
    """The draft; a fault of ours costs one record, loudly, and not the source."""
    try:
        return without_days_ahead(checked(format_.read(raw, reading)), reading)
    except (RecordRejected, CollectError, MemoryError):
        raise
    except RecursionError:
        raise RecordRejected("record", "", "the record is nested too deep", PLAINER) from None
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
    try:
        body = msgspec.msgpack.encode(message, enc_hook=str)
    except UnicodeEncodeError:
        body = msgspec.msgpack.encode(whole(msgspec.to_builtins(message, enc_hook=str)))
    out.write(len(body).to_bytes(4, "big") + body)
    out.flush()


def whole(value: object) -> object:
    """The value with "?" for each half character in it."""
    if isinstance(value, str):
        return value.encode(errors="replace").decode()
    if isinstance(value, dict):
        return {whole(key): whole(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [whole(inner) for inner in value]
    return value


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
