"""Takes in drafts; hands on groups, organisations, places and meetings with their provenance.

Promises: every value shown is one source's claim, chosen by precedence; losing claims stay; an id
lives for ever; what is withdrawn leaves a tombstone.
"""
