"""Finds groups: an index beside the database, and the question put to it.

Takes in what the directory shows; hands on results. Promises: the index can be rebuilt from
nothing, follows every committed change within a second, and no search is stored or logged.
"""
