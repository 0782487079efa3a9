"""What a run came to, for people and for machines."""

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from knutepunkt.collect.drafts import Issue

MOST_ISSUES = 5000
# What the report of any part tells of the whole.
OF_THE_WHOLE = tuple(
    "run is_quarantined why_quarantined is_dry groups without_theme timezone".split()
)


class Change(NamedTuple):
    """What became of one record, field by field where it was changed."""

    kind: str
    record: str
    fields: list[dict[str, str]]


@dataclass(slots=True)
class Report:
    """Counts are of source records, but ``groups`` counts the groups they make, ``without_theme``
    those that nobody said what they are about.

    ``read = created + changed + unchanged + rejected``. ``vanished`` are records the source no
    longer has: ``missing`` of them wait for a second run to say so, ``withdrawn`` are withdrawn.
    ``changes`` are for «runs show».
    """

    source: str
    format: str = ""
    reason: str = ""
    timezone: str = ""
    read: int = 0
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    rejected: int = 0
    missing: int = 0
    withdrawn: int = 0
    moved: int = 0
    groups: int = 0
    without_theme: int = 0
    run: int | None = None
    is_quarantined: bool = False
    why_quarantined: str = ""
    is_dry: bool = False
    issues: list[Issue] = field(default_factory=list)
    more_issues: int = 0
    notices: dict[str, int] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)

    def tell(self, issues: list[Issue]) -> None:
        """Add issues; beyond ``MOST_ISSUES`` they are only counted, for a report is to be read."""
        room = max(0, MOST_ISSUES - len(self.issues))
        self.issues += issues[:room]
        self.more_issues += len(issues[room:])

    def add(self, report: "Report") -> None:
        """Count the report of a part in that of the whole, without its single changes."""
        for name in ("read", "created", "changed", "unchanged", "rejected", "missing", "withdrawn",
                     "moved", "more_issues"):  # fmt: skip
            setattr(self, name, getattr(self, name) + getattr(report, name))
        for name in OF_THE_WHOLE:
            setattr(self, name, getattr(report, name) or getattr(self, name))
        self.tell(report.issues)
        for what, count in report.notices.items():
            self.notices[what] = self.notices.get(what, 0) + count

    @property
    def vanished(self) -> int:
        """Records that the source had before and has no longer."""
        return self.missing + self.withdrawn

    def as_json(self) -> dict[str, object]:
        """The report with the keys that docs/reference/collect.md promises."""
        return {
            "source": self.source,
            "format": self.format,
            "format_because": self.reason,
            "timezone": self.timezone,
            "read": self.read,
            "created": self.created,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "vanished": self.vanished,
            "missing": self.missing,
            "withdrawn": self.withdrawn,
            "rejected": self.rejected,
            "quarantined": self.is_quarantined,
            "why_quarantined": self.why_quarantined,
            "groups": self.groups,
            "without_theme": self.without_theme,
            "run": self.run,
            "dry_run": self.is_dry,
            "issues": [issue_as_json(issue) for issue in self.issues],
            "more_issues": self.more_issues,
            "notices": self.notices,
        }

    def lines(self) -> list[str]:
        """The report for a person: one line for each thing worth knowing."""
        found = [
            f"{self.source}: {self.format or 'no format'} ({self.reason}).",
            *([f"Times without a zone are in {self.timezone}."] if self.timezone else []),
            f"{self.read} records read, which make {self.groups} groups.",
            f"Created {self.created}, changed {self.changed}, unchanged {self.unchanged}.",
            f"Rejected {self.rejected}.",
        ]
        if self.without_theme:
            found.append(
                f"{self.without_theme} of the groups have no theme and are found by what they "
                "tell. You: give the list a column of themes, or map the terms that «knutepunkt "
                "vocabulary unmapped» shows."
            )
        if self.vanished:
            found.append(
                f"{self.vanished} records vanished: {self.missing} wait for a second run to "
                f"confirm it, {self.withdrawn} are withdrawn."
            )
        found += [
            f"{what[:1].upper()}{what[1:]} ({count} times)."
            for what, count in sorted(self.notices.items())
        ]
        found += issue_lines(self.issues)
        if self.more_issues:
            found.append(f"- and {self.more_issues} more.")
        if self.is_quarantined:
            found.append(
                f"Run {self.run} waits and changed nothing: {self.why_quarantined}. You: look at "
                f"it with «knutepunkt runs show {self.run}» and take it in with "
                f"«knutepunkt runs accept {self.run}»."
            )
        if self.is_dry:
            found.append("This was a trial: nothing was kept.")
        return found


def issue_as_json(issue: Issue) -> dict[str, str]:
    """One issue with the keys of the report."""
    return {
        "record": issue.record,
        "field": issue.field,
        "value": issue.value,
        "problem": issue.problem,
        "who": issue.who,
    }


def issue_lines(issues: list[Issue], most: int = 20) -> list[str]:
    """The first issues one by one, then how many of each kind there are more."""
    lines = [
        f"- {issue.record or '(no id)'}, {issue.field} “{issue.value}”: {issue.problem}. "
        f"{issue.who[:1].upper()}{issue.who[1:]}."
        for issue in issues[:most]
    ]
    rest = Counter(f"{issue.field}: {issue.problem}" for issue in issues[most:])
    return lines + [f"- and {count} more of: {what}." for what, count in rest.most_common()]
