from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("rules", "0005_quorum_of_a_round")]

    operations = [
        migrations.AddField(
            model_name="amendment",
            name="before_values",
            field=models.JSONField(null=True),
        ),
    ]
