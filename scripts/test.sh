#!/bin/sh
# Runs the tests on SQLite, then what touches the database on PostgreSQL, when one is reachable.
set -eu
cd "$(dirname "$0")/.."

WORKERS=${TEST_WORKERS:-2}
POSTGRES=$(.venv/bin/python scripts/find_postgres.py)

if [ -z "$POSTGRES" ]; then
  echo "test: on SQLite only; no PostgreSQL was reachable. To test on one, give its address:"
  echo "test:   KNUTEPUNKT_TEST_POSTGRES=postgresql://user:password@host/postgres make test"
fi

status=0
echo "test: on SQLite"
env -u KNUTEPUNKT_TEST_POSTGRES .venv/bin/pytest -n "$WORKERS" "$@" || status=$?

if [ -n "$POSTGRES" ]; then
  echo "test: on PostgreSQL, what touches the database"
  KNUTEPUNKT_TEST_POSTGRES=$POSTGRES .venv/bin/pytest -n "$WORKERS" -m database "$@" || status=$?
fi
exit "$status"
