"""The commands, room by room; each reads a field, asks one thing of the library, and prints it."""
