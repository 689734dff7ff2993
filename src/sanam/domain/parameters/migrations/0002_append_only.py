"""Turns of the dials are added to, never changed or lost."""

from typing import ClassVar

from django.db import migrations

from sanam.domain.journal.append_only import append_only


class Migration(migrations.Migration):
    dependencies: ClassVar = [("parameters", "0001_initial"), ("journal", "0002_append_only")]
    operations: ClassVar = [append_only("parameters_turn")]
