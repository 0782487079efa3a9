"""``python -m knutepunkt`` is ``knutepunkt``."""

from knutepunkt.cli import main

main()
