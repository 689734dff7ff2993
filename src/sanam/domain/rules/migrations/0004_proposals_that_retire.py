"""A proposal may ask whether a rule should end."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("rules", "0002_append_only")]
    operations: ClassVar = [migrations.AddField("proposal", "retires", models.BooleanField(default=False))]
