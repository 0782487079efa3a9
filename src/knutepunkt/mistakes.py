"""What is told of a fault of ours: its kind and where in our code it was, and nothing else.

An address, a message or a traceback may hold what somebody typed.
"""

import logging
from pathlib import Path
from traceback import extract_tb

HERE = Path(__file__).parent


class Place(logging.Formatter):
    """One line of a fault: «IndexError in site/queries.py, line 12 (answer)»."""

    def format(self, record: logging.LogRecord) -> str:
        """The innermost place of ours that the fault came through."""
        kind, _, trace = record.exc_info or (None, None, None)
        ours = [frame for frame in extract_tb(trace) if HERE in Path(frame.filename).parents]
        told = f"a request could not be answered: {kind.__name__ if kind else 'unknown'}"
        if not ours:
            return told
        last = ours[-1]
        return (
            f"{told} in {Path(last.filename).relative_to(HERE)}, line {last.lineno} ({last.name})"
        )


class Mistakes(logging.Filter):
    """Lets only faults through, and no answer that says no."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Say whether a record is of a fault."""
        return bool(record.exc_info) and record.levelno >= logging.ERROR
