"""Between which hours a program made for BMLT wants meetings to begin and end, and how long."""

from dataclasses import dataclass

from django.http import QueryDict

ANY_LATER = 10**9


@dataclass(frozen=True, slots=True)
class Hours:
    """Bounds in minutes, those of hours from midnight; each bound is itself within."""

    begins: tuple[int, int]
    ends: tuple[int, int]
    lasts: tuple[int, int]

    def take(self, start: str, duration: str) -> bool:
        """Say whether a meeting lies within. Hours are told as ``18:00:00``."""
        if self == ANY:
            return True
        if not start:
            return False
        begins, lasts = minutes(start), minutes(duration)
        return all(
            least <= value <= most
            for (least, most), value in (
                (self.begins, begins), (self.ends, begins + lasts), (self.lasts, lasts)
            )
        )  # fmt: skip


ANY = Hours((0, ANY_LATER), (0, ANY_LATER), (0, ANY_LATER))


def minutes(told: str) -> int:
    """The minutes of ``18:30:00``; 0 for nothing told."""
    hours, _, rest = told.partition(":")
    return int(hours or 0) * 60 + int(rest[:2] or 0)


def hours_in(asked: QueryDict) -> Hours:
    """The bounds in a query. Raises ValueError for what is no whole number."""
    return Hours(
        (bound(asked, "StartsAfter", 0), bound(asked, "StartsBefore", ANY_LATER)),
        (0, bound(asked, "EndsBefore", ANY_LATER)),
        (bound(asked, "MinDuration", 0), bound(asked, "MaxDuration", ANY_LATER)),
    )


def bound(asked: QueryDict, name: str, otherwise: int) -> int:
    """The minutes of a bound, told as hours and minutes apart."""
    parts = asked.get(f"{name}H", ""), asked.get(f"{name}M", "")
    return int(parts[0] or 0) * 60 + int(parts[1] or 0) if any(parts) else otherwise
