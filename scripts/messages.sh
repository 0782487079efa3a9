#!/bin/sh
# Collects the texts of the interface, brings the translations up to date and compiles them.
# Bokmål is what the code itself says; the other languages have a catalogue each.
set -eu
cd "$(dirname "$0")/.."

BABEL=.venv/bin/pybabel
LOCALE=src/knutepunkt/locale
TEXTS=$(mktemp)
trap 'rm -f "$TEXTS"' EXIT

sh scripts/extract_texts.sh "$TEXTS"
mkdir -p "$LOCALE"
for language in nn en; do
  if [ -e "$LOCALE/$language/LC_MESSAGES/django.po" ]; then
    set -- update --ignore-pot-creation-date
  else
    set -- init
  fi
  "$BABEL" -q "$@" --domain django --input-file "$TEXTS" --output-dir "$LOCALE" --locale "$language"
done
"$BABEL" -q compile --domain django --directory "$LOCALE"
.venv/bin/python scripts/check_translations.py
