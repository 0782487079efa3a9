#!/bin/sh
# Writes every text of the interface to the file named, as a catalogue without translations.
set -eu
cd "$(dirname "$0")/.."

BABEL=.venv/bin/pybabel
if [ ! -x "$BABEL" ]; then
  echo "messages: Babel is not in .venv; you: run make setup." >&2
  exit 1
fi
PYTHONPATH=scripts "$BABEL" -q extract --mapping scripts/babel.cfg \
  -k gettext_lazy -k ngettext_lazy:1,2 -k pgettext_lazy:1c,2 -k npgettext_lazy:1c,2,3 \
  --add-comments Translators --sort-output --no-location --project Knutepunkt \
  --output "$1" src/knutepunkt
