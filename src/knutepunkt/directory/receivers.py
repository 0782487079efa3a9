"""What the directory does when something changes upstream."""

from django.dispatch import receiver

from knutepunkt.directory.actions.reclassifying import reclassify
from knutepunkt.vocabulary.signals import vocabulary_changed


@receiver(vocabulary_changed)
def classify_anew(**_: object) -> None:
    """Groups follow the vocabulary."""
    reclassify()
