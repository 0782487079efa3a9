"""From a question to its answer: the hits, the counts, and what is done where there are few."""
