"""Takes in feeds of any known format; hands on drafts.

Promises: pure reading apart from fetching (no database in formats/ or clean/), nothing a source
says disappears silently, and every problem names who must act.
"""
