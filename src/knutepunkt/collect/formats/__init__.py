"""One folder per format; each offers a ``FORMAT`` (see ``base.Format`` and docs/how-to)."""
