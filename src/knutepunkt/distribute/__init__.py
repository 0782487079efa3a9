"""Hands the directory on: to other systems, calendars, sheets, printed lists and pages."""
