"""What the engine still holds is overwritten, outside any transaction, by whoever runs each minute."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.registry import queries
from sanam.domain.registry.models import Tombstone
from sanam.domain.registry.operations import erasure
from sanam.domain.registry.rights import wiping


def test_the_engine_rewrites_what_it_holds(django_db_setup: None, django_db_blocker: Any) -> None:
    with django_db_blocker.unblock():
        assert not connection.in_atomic_block
        assert wiping.overwritten()
        connection.close()


@pytest.mark.django_db
def test_a_tombstone_is_closed_once_that_is_done_and_waits_while_it_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    stone = Tombstone.objects.create(at=clock.now(), by_ref="1", by_label="x", accepted_by_ref="2", ground="unneeded")
    monkeypatch.setattr(wiping, "overwritten", lambda: False)
    assert erasure.wipe(by=INSTALLATION) == 0
    assert queries.not_wiped_since() == clock.now().date()
    monkeypatch.setattr(wiping, "overwritten", lambda: True)
    assert erasure.wipe(by=INSTALLATION) == 1
    assert erasure.wipe(by=INSTALLATION) == 0
    stone.refresh_from_db()
    assert stone.wiped_at is not None
    assert queries.not_wiped_since() is None


def test_what_is_deleted_from_sqlite_is_overwritten_at_once(django_db_setup: None, django_db_blocker: Any) -> None:
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA secure_delete")
            assert cursor.fetchone()[0] == 1
