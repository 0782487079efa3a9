"""Organisations' own words taken in before this stand with the day they were last read."""

from typing import Any

from django.db import migrations
from django.db.models import Max


def date_words(apps: Any, schema_editor: Any) -> None:
    del schema_editor
    known = apps.get_model("directory", "Organisation").objects.exclude(own_words=[]).annotate(at=Max("claims__taken_in_at"))
    for organisation in known.exclude(at=None).iterator(500):
        read = organisation.at.date().isoformat()
        organisation.own_words = [{"read": read} | one for one in organisation.own_words]
        organisation.save(update_fields=["own_words"])


class Migration(migrations.Migration):
    dependencies = [("directory", "0007_fictitious_groups")]

    operations = [migrations.RunPython(date_words, migrations.RunPython.noop)]
