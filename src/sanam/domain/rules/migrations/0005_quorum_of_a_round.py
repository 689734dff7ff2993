"""A round keeps the part of the legs it needs; all there were needed three quarters."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("rules", "0004_proposals_that_retire")]
    operations: ClassVar = [migrations.AddField("round", "quorum", models.FloatField(default=0.75))]
