"""Names the room to Django."""

from django.apps import AppConfig


class VocabularyConfig(AppConfig):
    name = "knutepunkt.vocabulary"
    label = "vocabulary"
    default_auto_field = "django.db.models.BigAutoField"
