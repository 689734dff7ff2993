"""Connections as in life: what is written is committed, and taken away again afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, connections

from tests.domain.journal.hands import without_triggers


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """No transaction around the test, so that a second connection sees what the first one did."""
    with django_db_blocker.unblock():
        try:
            yield
        finally:
            connections["looks"].close()
            forget = [f"DELETE FROM journal_{table}" for table in ("details", "seal", "entry")]
            if connection.vendor == "sqlite":
                forget.append("DELETE FROM sqlite_sequence WHERE name = 'journal_entry'")
            without_triggers(*forget)
            connections["default"].close()
