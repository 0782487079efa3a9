"""News for the rooms downstream."""

from django.dispatch import Signal

vocabulary_changed = Signal()
"""Sent after a change to schemes, concepts or mappings is committed."""
