"""Schemes of words side by side, and how the terms of one answer those of another.

A scheme is our own, foreign (a format's or a fellowship's) or local (one source's). Mappings tie
them, each with a named author; nothing a source says is dropped for want of a place.
"""
