"""What people received, from whom and when."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from sanam.domain.foundation.privacy import Privacy
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.registry.models.person import Person
from sanam.domain.registry.words import Help, Stands


class Assistance(models.Model):
    """One thing somebody received. Nothing is written over: a correction is a row of its own that `replaces` another.

    The giver is an organisation of ours or an outsider by name; `giver_key` tells givers apart whichever it is.
    `on` is a partial date; `amount` counts `unit`s (baht, pieces, times) and may be unknown.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="assistance")
    kind = models.CharField(max_length=8)
    words = models.CharField(max_length=200, blank=True)
    amount = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    unit = models.CharField(max_length=20, blank=True)
    giver = models.ForeignKey("teams.Organisation", null=True, on_delete=models.PROTECT, related_name="+")
    giver_name = models.CharField(max_length=200, blank=True)
    giver_key = models.CharField(max_length=200)
    on = models.CharField(max_length=10)
    source = models.CharField(max_length=6)
    stands = models.CharField(max_length=9, default=Stands.STANDS.value)
    because = models.CharField(max_length=200, blank=True)
    replaces = models.OneToOneField("self", null=True, on_delete=models.SET_NULL, related_name="replaced_by")
    at = models.DateTimeField()
    by_ref = models.CharField(max_length=64)
    by_label = models.CharField(max_length=240)

    # the words may tell of an illness; that help came, what kind and from whom, is what givers must know of each other
    privacy: ClassVar = {
        **dict.fromkeys(("id", "person", "stands", "replaces", "at", "by_ref", "by_label"), Privacy.OPEN),
        **dict.fromkeys(
            ("kind", "amount", "unit", "giver", "giver_name", "giver_key", "on", "source"), Privacy.PERSONAL
        ),
        **dict.fromkeys(("words", "because"), Privacy.SENSITIVE),
    }

    class Meta:
        indexes: ClassVar = [models.Index(fields=["person", "stands", "kind"], name="assistance_of_a_person")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(giver=None) & ~Q(giver_name="") | Q(giver__isnull=False, giver_name=""),
                name="one_giver_of_either_kind",
            ),
            models.CheckConstraint(
                condition=Q(stands=Stands.WITHDRAWN.value) & ~Q(because="") | ~Q(stands=Stands.WITHDRAWN.value),
                name="withdrawn_with_a_reason",
            ),
            models.CheckConstraint(condition=Q(amount=None) | Q(amount__gt=0), name="an_amount_is_more_than_nothing"),
        ]

    @property
    def help(self) -> Help:
        """What kind of help, as a word."""
        return Help(self.kind)

    @property
    def when(self) -> PartialDate:
        """The day it was received, as far as it is known."""
        return PartialDate.from_iso(self.on)

    @property
    def lasts(self) -> bool:
        """Whether it still stands as noted."""
        return self.stands == Stands.STANDS
