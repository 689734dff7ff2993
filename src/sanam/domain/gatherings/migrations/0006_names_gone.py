"""Names that are gone say why; whoever was taken off a list until now had asked for it."""

from django.db import migrations, models


def taken_off_as_they_asked(apps, _schema):
    apps.get_model("gatherings", "Eligible").objects.exclude(off_at=None).update(gone="asked")


class Migration(migrations.Migration):

    dependencies = [("gatherings", "0005_photos_and_publishing")]

    operations = [
        migrations.AddField(
            model_name="attendance",
            name="gone",
            field=models.CharField(blank=True, default="", max_length=5),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="eligible",
            name="gone",
            field=models.CharField(blank=True, default="", max_length=5),
            preserve_default=False,
        ),
        migrations.RunPython(taken_off_as_they_asked, migrations.RunPython.noop),
    ]
