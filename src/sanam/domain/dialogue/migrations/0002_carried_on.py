"""A room says when what it left open was carried on; who helped whom goes from rooms that ended."""

from django.db import migrations, models


def let_go_of_who_helped(apps, _schema):
    tickets = apps.get_model("dialogue", "Ticket").objects
    tickets.filter(exchange__stage__in=("closed", "called_off")).update(helper=None, by_ref="")


class Migration(migrations.Migration):

    dependencies = [("dialogue", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="exchange",
            name="carried_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.RunPython(let_go_of_who_helped, migrations.RunPython.noop),
    ]
