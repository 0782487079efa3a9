"""Words that were worked out before, each forgotten again within a minute or so.

The same words come again and again, and most are quicker looked up than read. But what somebody
typed is nobody's to keep, be it single words in the memory of a process: whatever remembers words
does so by ``remembered`` or as one that ``HoldsWords``, and a server forgets all every minute.
"""

from collections.abc import Callable
from functools import lru_cache
from threading import Event
from typing import Self, TypeVar
from weakref import WeakSet

LASTS = 60.0  # Seconds.
Given = TypeVar("Given", bound=Callable[..., object])


class HoldsWords:
    """Something that remembers words for as long as it lives, made here or read from a file."""

    def __new__(cls, *_args: object, **_given: object) -> Self:
        """Note that there is one more."""
        made = super().__new__(cls)
        _holders.add(made)
        return made

    def forget_words(self) -> None:
        """Remember none of them."""
        raise NotImplementedError


functions: list[Callable[..., object]] = []
_holders: WeakSet[HoldsWords] = WeakSet()


def remembered(most: int) -> Callable[[Given], Given]:
    """Let a function remember what it said of so many words, until all are forgotten."""

    def remembering(function: Given) -> Given:
        found = lru_cache(maxsize=most)(function)
        functions.append(found)
        return found  # type: ignore[return-value]  # called just as the function itself

    return remembering


def forget() -> None:
    """Forget every word."""
    for function in functions:
        function.cache_clear()  # type: ignore[attr-defined]
    for holder in tuple(_holders):
        holder.forget_words()


def forget_for_ever(stop: Event) -> None:
    """Forget in the background of a server, until told to stop."""
    while not stop.wait(LASTS):
        forget()
