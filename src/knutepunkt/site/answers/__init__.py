"""The page of an answer: what was asked, how it was understood, hits, filters and ways on."""
