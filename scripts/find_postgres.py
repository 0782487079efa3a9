"""Prints the address of a PostgreSQL the tests may make databases on, or nothing.

Asks the one KNUTEPUNKT_TEST_POSTGRES names, else a local server as the current user. Leaves with
code 1 and a sentence when the named one does not answer: somebody wanted that run.
"""

import os
import sys

import psycopg

MAY = "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
LOCAL = ("postgresql:///postgres", "postgresql://127.0.0.1/postgres")


def complaint(url: str) -> str:
    """Why the tests cannot use this server, or "" when they can."""
    try:
        with psycopg.connect(url, connect_timeout=2) as connection:
            row = connection.execute(MAY).fetchone()
    except (psycopg.Error, UnicodeError) as error:
        return str(error).strip().splitlines()[0]
    return "" if row and row[0] else "its user may not create databases"


def main() -> None:
    """Print the first server that will do."""
    if named := os.environ.get("KNUTEPUNKT_TEST_POSTGRES"):
        if why := complaint(named):
            sys.exit(f"PostgreSQL at KNUTEPUNKT_TEST_POSTGRES cannot be used: {why}")
        print(named)
        return
    print(next((url for url in LOCAL if not complaint(url)), ""))


if __name__ == "__main__":
    main()
