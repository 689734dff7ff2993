"""An approved report keeps what rooms of its gathering had found between the parties."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("gatherings", "0006_names_gone")]

    operations = [migrations.AddField("approval", "heard", models.JSONField(default=list))]
