"""The vocabulary as CSV, both ways."""
