"""Whose turn it is: answers of one process are worked out one after the other (ADR 0028).

Threads that work at the same time in one interpreter take it from each other in the middle of every
small step, and a page then costs the processor twice as much. Whoever waits for something else, for
a printer of lists or a slow visitor, must not hold the turn: the other threads are there for that.
"""

from threading import RLock

turn = RLock()
