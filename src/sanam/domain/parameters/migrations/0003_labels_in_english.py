"""A turn names its rule in English too. SQLite makes the table anew, so its triggers are laid anew as well."""

from typing import ClassVar

from django.db import migrations, models

from sanam.domain.journal.append_only import append_only

LAID = append_only("parameters_turn")


class Migration(migrations.Migration):
    dependencies: ClassVar = [("parameters", "0002_append_only"), ("journal", "0002_append_only")]
    operations: ClassVar = [
        migrations.RunPython(LAID.reverse_code, LAID.code),
        migrations.AddField("turn", "rule_label_en", models.CharField(default="", max_length=200)),
        LAID,
    ]
