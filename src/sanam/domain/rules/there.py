"""Which of several lists hold anything, in one statement: a page that opens often asks only for what is there."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Exists, QuerySet

from sanam.domain.teams.models import Seat


def there(seat: UUID, **lists: QuerySet[Any]) -> set[str]:
    """The names of the lists that are not empty; none where there is no such seat."""
    held = {name: Exists(found.order_by()) for name, found in lists.items()}
    row = Seat.objects.filter(pk=seat).values(**held).first() or {}
    return {name for name, holds in row.items() if holds}
