"""Collects all registered sources, several at a time."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from django.db import connections

from knutepunkt.collect.errors import CollectError
from knutepunkt.collect.models import Source, SourceKind
from knutepunkt.intake import flow
from knutepunkt.intake.report import Report
from knutepunkt.intake.request import Request

AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source: a report, or the sentence that says why not."""

    source: str
    report: Report | None = None
    error: str = ""

    def as_json(self) -> dict[str, object]:
        """The report, or the source with its error."""
        return (
            self.report.as_json() if self.report else {"source": self.source, "error": self.error}
        )

    def lines(self) -> list[str]:
        """The report for a person, or one line with the error."""
        return self.report.lines() if self.report else [f"{self.source}: {self.error}"]


def collect_every(
    *, is_dry: bool = False, collect: Callable[[Request], Report] = flow.collect
) -> list[Outcome]:
    """Collect every registered source again, in the order of their ids; one stops no other.

    Fetching and reading run side by side; writing takes turns.
    """
    sources = list(Source.objects.exclude(kind=SourceKind.OWN).exclude(address="").order_by("id"))

    def outcome(source: Source) -> Outcome:
        try:
            request = Request(source.address, source=source.pk, is_dry=is_dry)
            return Outcome(source.pk, collect(request))
        except CollectError as error:
            return Outcome(source.pk, error=str(error))
        except Exception as error:
            name = type(error).__name__
            return Outcome(source.pk, error=f"our own fault ({name}); the developers: mend it.")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        return list(pool.map(outcome, sources))
