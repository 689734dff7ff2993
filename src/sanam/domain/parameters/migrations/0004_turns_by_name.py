"""Every request asks at what a few dials stand, so turns are found by the name of their dial."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("parameters", "0003_labels_in_english")]
    operations: ClassVar = [
        migrations.AddIndex("turn", models.Index(fields=["name", "id"], name="turns_of_a_dial")),
    ]
