"""What was agreed is written once: versions, their clauses, what happened to them, and how they were decided."""

from typing import ClassVar

from django.db import migrations

from sanam.domain.journal.append_only import append_only


class Migration(migrations.Migration):
    dependencies: ClassVar = [("rules", "0001_initial"), ("journal", "0002_append_only")]
    operations: ClassVar = [
        append_only("rules_ruleversion"),
        append_only("rules_clause"),
        append_only("rules_versionevent"),
        append_only("rules_decision"),
    ]
