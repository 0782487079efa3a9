#!/bin/sh
# Makes .venv at the root from requirements.lock. Needs Python 3.11 or newer, nothing else.
set -eu
cd "$(dirname "$0")/.."

fail() { echo "setup: $*" >&2; exit 1; }

find_python() {
  for name in python3.11 python3 python3.12 python3.13 python3.14; do
    if command -v "$name" >/dev/null 2>&1 &&
       "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
      echo "$name"; return
    fi
  done
  fail "you: install Python 3.11 or newer (on Debian 12: apt-get install python3)."
}

# Debian keeps the part of venv that brings pip in a package of its own.
make_venv() {
  "$PYTHON" -m venv --clear .venv >/dev/null 2>&1 && return
  rm -rf .venv
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "setup: installing python3-venv, which Debian leaves out of python3 …"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null
    "$PYTHON" -m venv --clear .venv && return
  elif "$PYTHON" -m pip --version >/dev/null 2>&1; then
    "$PYTHON" -m venv --clear --without-pip .venv
    "$PYTHON" -m pip --python .venv/bin/python install --quiet pip && return
  elif command -v apt-get >/dev/null 2>&1; then
    echo "setup: borrowing pip from Debian's python3-pip-whl, without installing it …"
    borrow_pip && return
  fi
  rm -rf .venv
  fail "you: this Python cannot make environments; as root, run: apt-get install python3-venv"
}

# Anyone may download and unpack a Debian package; apt checks its signature as always.
borrow_pip() {
  folder=$(mktemp -d) && mkdir -p "$folder/state/lists/partial" "$folder/cache/archives/partial"
  (
    cd "$folder"
    APT="apt-get -qq -o Dir::State=$folder/state -o Dir::Cache=$folder/cache"
    APT="$APT -o Dir::State::status=/var/lib/dpkg/status"
    $APT update && $APT download python3-pip-whl && dpkg-deb -x python3-pip-whl_*.deb .
  ) >/dev/null 2>&1 &&
    "$PYTHON" -m venv --clear --without-pip .venv &&
    .venv/bin/python "$(echo "$folder"/usr/share/python-wheels/pip-*.whl)/pip" install --quiet \
      --no-index --no-deps "$folder"/usr/share/python-wheels/pip-*.whl
  borrowed=$?
  rm -rf "$folder"
  return "$borrowed"
}

PYTHON=$(find_python)
echo "setup: making .venv with $("$PYTHON" --version) (a minute the first time) …"
make_venv
PIP="env PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore .venv/bin/python -m pip --quiet"
$PIP install --no-deps --require-hashes -r requirements.lock ||
  fail "the packages of requirements.lock could not be fetched; you: check the network and run make setup again."
$PIP install --no-deps --no-build-isolation --editable . ||
  fail "this package could not be installed into .venv; see the lines above."
touch .venv/.ready
