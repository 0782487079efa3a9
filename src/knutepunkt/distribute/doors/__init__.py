"""The addresses at which files, calendars and feeds are fetched. None needs a key."""
