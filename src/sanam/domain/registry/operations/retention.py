"""Retention: what nobody needs any more goes, a small batch at a time, and it is written down how much."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.foundation.refused import NotAllowed
from sanam.domain.journal import operations as journal
from sanam.domain.journal import queries as written
from sanam.domain.registry.rights import retention

BATCH = 500
MOST = 20_000
"""Rows a run lets go of; the next minute goes on."""
ALL, DONE = "retention:all", "retention.done"
EVERY = timedelta(days=1)


def carry_out(*, by: Actor) -> dict[str, int]:
    """Let go of what is past its time, once a day; {class: rows}, empty when today's was done.

    A run that is cut short, or meets more than it may do at once, goes on the next minute.
    """
    if by.kind is not ActorKind.INSTALLATION:
        raise NotAllowed(
            "retention.by_timer", "งานนี้ระบบทำเองตามกำหนดเก็บ", "The system does this by itself, as the retention says."
        )
    if written.times(ALL, DONE, since=clock.now() - EVERY):
        return {}
    gone: dict[str, int] = {}
    for one in retention.CATALOGUE:
        while sum(gone.values()) < MOST and (rows := _batch(by, one)):
            gone[one.name] = gone.get(one.name, 0) + rows
    if sum(gone.values()) < MOST:
        with transaction.atomic():
            journal.record(by=by, did=DONE, to=ALL, details=dict(gone))
    return gone


@transaction.atomic
def _batch(by: Actor, one: retention.Class) -> int:
    rows = retention.past(one)
    if rows is None:
        return 0
    keys = list(rows.order_by("pk").values_list("pk", flat=True)[:BATCH])
    if keys:
        if one.let_go:
            one.let_go(keys)
        else:
            rows.model.objects.filter(pk__in=keys).delete()
        journal.record(by=by, did="retention.let_go", to=f"retention:{one.name}", details={"rows": len(keys)})
    return len(keys)
