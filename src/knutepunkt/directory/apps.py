"""Names the room to Django and ties it to what happens upstream."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "knutepunkt.directory"
    label = "directory"

    def ready(self) -> None:
        """Tell the vocabulary how often its terms are used."""
        from knutepunkt.directory import queries, receivers  # noqa: F401 - connects itself
        from knutepunkt.vocabulary import uses

        uses.register("directory", queries.uses_of)
