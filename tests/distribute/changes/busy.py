"""A node that is written to by several processes while it is read: run as a program of its own.

Prints how many answers were read, and whether the copy is the whole export, line for line.
"""

import itertools
import json
import multiprocessing
import os
import random
import sys
import time
from multiprocessing.synchronize import Event
from pathlib import Path

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "knutepunkt.settings"
os.environ["KNUTEPUNKT_API_RATE"] = "1000000000"
django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402
from django.test import Client  # noqa: E402

from knutepunkt.collect.drafts import OrganisationDraft  # noqa: E402
from knutepunkt.directory.models import Group  # noqa: E402
from knutepunkt.distribute.exporting import export  # noqa: E402
from knutepunkt.distribute.formats.registry import format_named  # noqa: E402
from knutepunkt.distribute.published import Choice  # noqa: E402
from tests.distribute.made import record, taken_in, withdraw  # noqa: E402

WRITERS, WRITES, READS, NAMES = 3, 12, 30, 20
CLIENT = Client(SERVER_NAME="127.0.0.1")
Copy = dict[str, bytes]


def write(seed: int, enough: Event) -> None:
    """Change, add and withdraw groups at random till enough was read; a write takes its time."""
    chance = random.Random(seed)
    for number in itertools.count():
        if number >= WRITES and enough.is_set():
            return
        with transaction.atomic():
            name = f"Gruppe {chance.randrange(NAMES)}"
            owner = OrganisationDraft("Laget", key="laget") if chance.random() < 0.5 else None
            made = record(name, fee=f"{chance.randrange(9)} kr", organisation=owner)
            (group,) = taken_in(made, source=f"kilde-{chance.randrange(2)}")
            if chance.random() < 0.2 and group.claims.count() == 1:
                withdraw(group)
            time.sleep(chance.random() / 50)


def read(copy: Copy, cursor: str, cut: random.Random) -> tuple[str, bool]:
    """One answer, applied; now and then it is broken off and asked for again."""
    answer = CLIENT.get("/api/changes", {"since": cursor, "limit": 7})
    assert answer.status_code == 200, answer.content
    _, *lines = answer.content.splitlines()
    is_cut = cut.random() < 0.3
    for line in lines[: len(lines) // 2 if is_cut else -1]:
        told = json.loads(line)
        if told.get("gone"):
            copy.pop(told["key"], None)
        else:
            copy[told["key"]] = line
    last = json.loads(lines[-1])
    return (cursor, True) if is_cut else (last["cursor"], last["more"])


def main() -> None:
    """Write and read at once, then compare."""
    call_command("migrate", verbosity=0)
    fork = multiprocessing.get_context("spawn")
    enough = fork.Event()
    writers = [fork.Process(target=write, args=(seed, enough)) for seed in range(WRITERS)]
    copy, cut, answers = Copy(), random.Random(0), 0
    # The first answer names the node, which is a write: not one to wait for among writers.
    cursor, _ = read(copy, "", cut)
    for one in writers:
        one.start()
    try:
        while any(one.is_alive() for one in writers):
            cursor, _ = read(copy, cursor, cut)
            answers += 1
            if answers == READS:
                enough.set()
    finally:
        enough.set()
    is_more = True
    while is_more:
        cursor, is_more = read(copy, cursor, cut)
    path = Path(settings.DATA) / "all.ndjson"
    export(format_named("ndjson"), path, Choice())
    whole = sorted(path.read_bytes().splitlines()[1:])
    told = {
        "answers": answers, "is_whole": sorted(copy.values()) == whole,
        "groups": Group.objects.count(), "exits": [one.exitcode for one in writers],
    }  # fmt: skip
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
