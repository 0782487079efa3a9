"""What somebody asks on the page, as it travels from form to form in hidden fields."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

PAGE_SIZE = 20
WIDTHS = ("5", "10", "25", "50", "100", "200")
MOST_IN_BASKET = 12


@dataclass(frozen=True, slots=True)
class Question:
    """The checked answers to the search form, each as the form itself writes it.

    ``within`` is kilometres from ``place``; ``theme`` and ``language`` are codes of those schemes.
    ``basket`` holds the ids of groups that a professional has put aside.
    """

    text: str = ""
    place: str = ""
    within: str = ""
    weekday: tuple[str, ...] = ()
    mode: str = ""
    theme: str = ""
    language: str = ""
    page: int = 1
    basket: tuple[str, ...] = ()

    def fields(self) -> Iterator[tuple[str, str]]:
        """The hidden fields that ask this again; what was not chosen has none."""
        for one in fields(self):
            value = getattr(self, one.name)
            if isinstance(value, tuple):
                yield from ((one.name, part) for part in value)
            elif value and (one.name, value) != ("page", 1):
                yield one.name, str(value)

    def is_narrowed(self) -> bool:
        """Say whether anything beyond words and place was chosen."""
        return bool(self.weekday or self.mode or self.theme or self.language)
