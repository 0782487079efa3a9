"""What a whole file or list tells besides its groups."""

from dataclasses import dataclass, field
from datetime import datetime

from knutepunkt.distribute.published import Choice


@dataclass(frozen=True, slots=True)
class Frame:
    """What a whole file tells besides its groups.

    ``site`` is the node's address without a slash at its end; ``moment`` when it was asked for,
    with a zone; ``title`` what the file is a list of, in ``language``.
    """

    site: str
    moment: datetime
    title: str = "Selvhjelpsgrupper"
    language: str = "nb"
    choice: Choice = field(default_factory=Choice)

    def page_of(self, group_id: str) -> str:
        """The address of a group's page."""
        return f"{self.site}/gruppe/{group_id}"
