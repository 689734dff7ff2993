"""The salt moves beside what it salts, the text is kept to the letter, the number is signed; details are guarded.

Only samples stood before this one: their entries are signed anew in the new form, and their seals, taken over the old
form, go. A journal of real deeds is never signed anew.
"""

import json
from typing import ClassVar

from django.db import migrations, models

from sanam.domain.journal.append_only import append_only
from sanam.domain.journal.guards import details_go_with_a_tombstone
from sanam.domain.journal.rows import canonical, clean, digest_of, mac_of, row_of

GUARDED = (append_only("journal_entry"), append_only("journal_seal", key="number"))


def lift(apps, editor):
    for guard in GUARDED:
        guard.reverse_code(apps, editor)


def sign_anew(apps, editor):
    entries, details = (apps.get_model("journal", name).objects for name in ("Entry", "Details"))
    apps.get_model("journal", "Seal").objects.all().delete()
    for entry in entries.order_by("id").iterator(2_000):
        entry.digest = ""
        if told := details.filter(entry=entry.id).first():
            told.salt, told.text = entry.salt, canonical(json.loads(told.text))
            told.save()
            entry.digest = digest_of(told.salt, told.text)
        entry.because = clean(entry.because)
        entry.mac = mac_of(row_of(entry))
        entry.save()


class Migration(migrations.Migration):
    dependencies: ClassVar = [("journal", "0002_append_only")]
    operations: ClassVar = [
        migrations.RunPython(lift, migrations.RunPython.noop),
        migrations.AddField("details", "salt", models.CharField(max_length=32, default=""), preserve_default=False),
        migrations.AlterField("details", "values", models.TextField()),
        migrations.RenameField("details", "values", "text"),
        migrations.AlterField("entry", "digest", models.CharField(blank=True, max_length=64)),
        migrations.RunPython(sign_anew, migrations.RunPython.noop),
        migrations.RemoveField("entry", "salt"),
        *GUARDED,
        details_go_with_a_tombstone(),
    ]
