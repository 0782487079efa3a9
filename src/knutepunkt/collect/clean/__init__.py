"""Cleaning steps: one small pure function for each kind of value that feeds get wrong."""
