from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("rules", "0004_proposals_that_retire")]

    operations = [
        migrations.AddField(
            model_name="amendment",
            name="before_values",
            field=models.JSONField(null=True),
        ),
    ]
