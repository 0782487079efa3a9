"""One run of one source, from its bytes to the directory: ``flow`` reads like a record's journey.

Takes in what ``collect`` reads; hands on a report. Promises: a run is whole or nothing; the same
bytes again write nothing; a suspicious run waits for a steward; one source never stops another.
"""
