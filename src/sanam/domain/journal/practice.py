"""How often somebody really did something from a seat: days, not the number of deeds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models.functions import TruncDate

from sanam.domain.foundation import clock
from sanam.domain.journal.models import Entry


def days_at_work(seats: Iterable[str], members: Iterable[str]) -> dict[tuple[str, str], list[date]]:
    """The days on which these members did anything from these seats, looks apart: {(seat, member): days}.

    One statement, whatever the number of seats.
    """
    deeds = Entry.objects.filter(actor_ref__in=list(seats), member_ref__in=list(members))
    deeds = deeds.exclude(did__endswith=".looked").annotate(day=TruncDate("at", tzinfo=clock.BANGKOK))
    found: dict[tuple[str, str], list[date]] = defaultdict(list)
    for seat, member, day in deeds.order_by("day").values_list("actor_ref", "member_ref", "day").distinct():
        found[seat, member].append(day)
    return dict(found)
