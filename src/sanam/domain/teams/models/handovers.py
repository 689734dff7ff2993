"""A seat changing hands: what was open at it, talked over by two, confirmed by both."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from sanam.domain.foundation.ids import new_id
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.teams.models.members import Member
from sanam.domain.teams.models.seats import Seat


class HandOver(models.Model):
    """A seat on its way from one member to another; `from_on` is the first day of the one who comes.

    Begun by somebody who is neither of them; done once both confirmed, each for themselves.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="handovers")
    giver = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="handed_over")
    taker = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="taken_over")
    from_on = models.DateField()
    met_on = models.DateField(null=True)
    giver_confirmed_at = models.DateTimeField(null=True)
    taker_confirmed_at = models.DateTimeField(null=True)
    begun_at = models.DateTimeField()
    begun_by_ref = models.CharField(max_length=64)
    done_at = models.DateTimeField(null=True)
    called_off_at = models.DateTimeField(null=True)
    called_off_because = models.CharField(max_length=200, blank=True)

    privacy: ClassVar = {
        **dict.fromkeys(("id", "seat", "giver", "taker", "from_on", "met_on"), Privacy.OPEN),
        **dict.fromkeys(("giver_confirmed_at", "taker_confirmed_at", "begun_at", "begun_by_ref"), Privacy.OPEN),
        **dict.fromkeys(("done_at", "called_off_at"), Privacy.OPEN),
        "called_off_because": Privacy.PERSONAL,
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["seat"], condition=Q(done_at=None, called_off_at=None), name="one_handover_at_a_time"
            ),
            models.CheckConstraint(condition=~Q(giver=F("taker")), name="handed_over_to_somebody_else"),
            models.CheckConstraint(
                condition=Q(done_at=None) | Q(giver_confirmed_at__isnull=False, taker_confirmed_at__isnull=False),
                name="handed_over_by_both",
            ),
        ]

    @property
    def ref(self) -> str:
        """How the journal and a notice speak of it."""
        return f"handover:{self.id}"

    @property
    def is_open(self) -> bool:
        """Whether it is neither done nor called off."""
        return self.done_at is None and self.called_off_at is None


class Talked(models.Model):
    """What the two said of one thing that is open at the seat; with an empty `ref`, that a whole kind was gone through.

    Only the kind and the reference are kept: what the thing is, the room it belongs to says anew each time.
    """

    handover = models.ForeignKey(HandOver, on_delete=models.PROTECT, related_name="talked")
    kind = models.CharField(max_length=40)
    ref = models.CharField(max_length=80, blank=True)
    note = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    by_member = models.CharField(max_length=64)

    privacy: ClassVar = {
        **dict.fromkeys(("id", "handover", "kind", "ref", "at", "by_member"), Privacy.OPEN),
        "note": Privacy.PERSONAL,
    }

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["handover", "kind", "ref"], name="talked_of_once")]
