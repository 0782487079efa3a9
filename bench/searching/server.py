"""A PostgreSQL of its own for as long as the bench needs it."""

import os
import pwd
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg

SERVERS = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
# A server refuses to run as root, so it then runs as the user that Debian made for it.
OTHER_USER = ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups"]
SETTINGS = "-c listen_addresses= -c shared_buffers=512MB -c fsync=off -c jit=off"


@contextmanager
def postgres() -> Iterator[Any]:
    """A connection to a new server; None where there is no server to start."""
    if not SERVERS:
        yield None
        return
    with TemporaryDirectory(prefix="knutepunkt-bench-pg-", ignore_cleanup_errors=True) as folder:
        if os.getuid() == 0:
            user = pwd.getpwnam("postgres")
            os.chown(folder, user.pw_uid, user.pw_gid)
        data = f"{folder}/data"
        done("initdb", "-D", data, "-A", "trust", "-U", "bench")
        started = ["-l", f"{folder}/log", "-o", f"-k {folder} {SETTINGS}"]
        done("pg_ctl", "-D", data, "-w", *started, "start")
        try:
            with psycopg.connect(
                host=folder, user="bench", dbname="postgres", autocommit=True
            ) as link:
                yield link
        finally:
            done("pg_ctl", "-D", data, "-m", "fast", "stop")


def done(tool: str, *said: str) -> None:
    """Run one of the server's tools."""
    as_user = OTHER_USER if os.getuid() == 0 else []
    command = [*as_user, str(SERVERS[-1].with_name(tool)), *said]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")
