"""Records found to be of one person, and the names that person was also known by."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from sanam.domain.foundation.ids import new_id
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.registry.models.person import Person


class Alias(models.Model):
    """Another name somebody is or was called by, since when as far as known, and where it comes from."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="aliases")
    kind = models.CharField(max_length=8)
    name = models.CharField(max_length=160)
    since = models.CharField(max_length=10, blank=True)
    source = models.CharField(max_length=120)
    at = models.DateTimeField()

    privacy: ClassVar = {
        **dict.fromkeys(("id", "person", "kind", "source", "at"), Privacy.OPEN),
        **dict.fromkeys(("name", "since"), Privacy.PERSONAL),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "kind", "name"], name="one_alias_of_a_name"),
        ]


class Merge(models.Model):
    """Two records joined as one person: `kept` lives on, `gone` leads to it.

    `sealed` holds what every moved or changed row was, for as long as it may have to be taken back; once undone it
    is let go, and `sealed_since` lists what had happened in between and stayed.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    kept = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    gone = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    by_ref = models.CharField(max_length=64)
    by_label = models.CharField(max_length=240)
    reason = models.CharField(max_length=300)
    sealed = models.BinaryField(null=True)
    undone_at = models.DateTimeField(null=True)
    undone_by_ref = models.CharField(max_length=64, blank=True)
    undone_by_label = models.CharField(max_length=240, blank=True)
    undone_because = models.CharField(max_length=300, blank=True)
    sealed_since = models.BinaryField(null=True)

    privacy: ClassVar = {
        **dict.fromkeys(
            ("id", "kept", "gone", "at", "by_ref", "by_label", "undone_at", "undone_by_ref", "undone_by_label"),
            Privacy.OPEN,
        ),
        **dict.fromkeys(("reason", "undone_because"), Privacy.PERSONAL),
        **dict.fromkeys(("sealed", "sealed_since"), Privacy.SECRET),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gone"], condition=Q(undone_at=None), name="merged_away_once"),
            models.CheckConstraint(condition=~Q(kept=F("gone")), name="two_records_make_a_merge"),
            models.CheckConstraint(
                condition=Q(undone_at=None, undone_because="")
                | Q(undone_at__isnull=False, sealed=None) & ~Q(undone_because=""),
                name="undone_with_a_reason",
            ),
        ]

    @property
    def ref(self) -> str:
        return f"merge:{self.id}"

    @property
    def seats(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """The seat that joined and the one that parted, each as (ref, label); empty while none did."""
        return (self.by_ref, self.by_label), (self.undone_by_ref, self.undone_by_label)

    @property
    def in_force(self) -> bool:
        """Whether the two still stand as one."""
        return self.undone_at is None
