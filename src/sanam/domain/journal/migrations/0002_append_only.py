"""Entries and seals take rows and never change or lose one."""

from typing import ClassVar

from django.db import migrations

from sanam.domain.journal.append_only import append_only


class Migration(migrations.Migration):
    dependencies: ClassVar = [("journal", "0001_initial")]
    operations: ClassVar = [append_only("journal_entry"), append_only("journal_seal", key="number")]
