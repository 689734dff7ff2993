"""Groups a person belongs to, and when each fact group was last seen to hold."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sanam.domain.foundation.privacy import Privacy
from sanam.domain.registry.models.person import Person
from sanam.domain.registry.words import Basis


class GroupMembership(models.Model):
    """A vulnerable group, since when and on what basis; `kind` is one of `words.KINDS` of the group.

    `card_until` is the last day of a disability card. An end stays: a file does not undo what a human ended.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    group = models.CharField(max_length=12)
    kind = models.CharField(max_length=6, blank=True)
    card_until = models.CharField(max_length=10, blank=True)
    since = models.CharField(max_length=10, blank=True)
    until = models.CharField(max_length=10, blank=True)
    ended_because = models.CharField(max_length=200, blank=True)
    basis = models.CharField(max_length=6, default=Basis.FILE.value)
    source = models.CharField(max_length=120)
    batch = models.ForeignKey(
        "registry.Batch", null=True, on_delete=models.SET_NULL, related_name="+", db_index=False, db_constraint=False
    )

    privacy: ClassVar = {
        **dict.fromkeys(("id", "person", "batch"), Privacy.OPEN),
        **dict.fromkeys(("group", "basis", "source"), Privacy.PERSONAL),
        **dict.fromkeys(("kind", "card_until", "since", "until", "ended_because"), Privacy.SENSITIVE),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "group", "kind"], name="one_membership_of_a_kind")
        ]
        indexes: ClassVar = [models.Index(fields=["group", "person"], name="group_members")]


class Confirmation(models.Model):
    """When a fact group was last seen to hold, by whom and how; the newest one only, the rest is in the journal.

    `at` is when it was written down, `before` what stood until then ({on, how, seat_ref, by_label}), so that a slip
    of the thumb can be taken back.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="confirmations")
    fact = models.CharField(max_length=10)
    on = models.DateField()
    how = models.CharField(max_length=6)
    seat_ref = models.CharField(max_length=64)
    by_label = models.CharField(max_length=240)
    at = models.DateTimeField(null=True)
    before = models.JSONField(default=dict)

    privacy: ClassVar = {
        **dict.fromkeys(("id", "person", "fact", "on", "seat_ref", "by_label", "at"), Privacy.OPEN),
        **dict.fromkeys(("how", "before"), Privacy.PERSONAL),
    }

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "fact"], name="newest_confirmation")]
