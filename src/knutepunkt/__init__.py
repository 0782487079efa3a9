"""Knutepunkt: an open clearinghouse and network for self-help groups."""

__version__ = "0.1.0"
