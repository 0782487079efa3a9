"""Marks, by which a history is known; the latest edition gets the first one."""

import secrets
from typing import Any

from django.db import migrations, models


def mark_latest(apps: Any, schema_editor: Any) -> None:
    del schema_editor
    latest = apps.get_model("directory", "Edition").objects.filter(pk=1).first()
    if latest is not None:
        mark = apps.get_model("directory", "Mark")
        mark.objects.create(edition=latest.number, mark=secrets.randbits(53))


class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0005_public_groups'),
    ]

    operations = [
        migrations.CreateModel(
            name='Mark',
            fields=[
                ('edition', models.BigIntegerField(primary_key=True, serialize=False)),
                ('mark', models.BigIntegerField()),
            ],
        ),
        migrations.RunPython(mark_latest, migrations.RunPython.noop),
    ]
