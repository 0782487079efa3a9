"""Fictitious groups for a first look, for tests and for benchmarks.

Nothing here is about anybody: names, words and places of meeting are made up
(docs/explanation/sample-data.md). Everything follows from a seed, so that two nodes with the same
seed hold the same sample, and a smaller sample is the beginning of a larger one.
"""

SEED = 1996
GROUPS = 2_500
