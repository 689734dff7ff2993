"""The country's places come with the database, abolished codes and their successors too."""

from typing import Any, ClassVar

from django.db import migrations

from sanam.domain.areas.country import places
from sanam.domain.foundation.thai.text import sort_key


def fill(apps: Any, editor: Any) -> None:
    area = apps.get_model("areas", "Area")
    rows = (area(sort_key=sort_key(str(row["name_th"]))[:200], **row) for row in places())
    area.objects.using(editor.connection.alias).bulk_create(rows, batch_size=1000, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("areas", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(fill, migrations.RunPython.noop)]
