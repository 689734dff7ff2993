"""What a person allowed, for what, to whom, until when; and what was opened in an emergency."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from sanam.domain.foundation.ids import new_id
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.registry.models.person import Person


class Consent(models.Model):
    """A person's answer, yes or no, about one purpose. `until_on` is its last day; `end` says how it ended before.

    Personal fields are always covered, sensitive ones only when `sensitive` says so, secret ones never. `ground` is
    kept as it was in the catalogue on that day; `picture` is what media keeps as evidence. A renewed answer points
    back with `renews`.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=12)
    ground = models.CharField(max_length=10)
    agreed = models.BooleanField()
    sensitive = models.BooleanField(default=False)
    how = models.CharField(max_length=10)
    witness = models.CharField(max_length=120, blank=True)
    guardian = models.CharField(max_length=120, blank=True)
    guardian_as = models.CharField(max_length=10, blank=True)
    evidence = models.CharField(max_length=300, blank=True)
    picture = models.UUIDField(null=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    renews = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    by_ref = models.CharField(max_length=64)
    by_label = models.CharField(max_length=240)
    end = models.CharField(max_length=10, blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=240, blank=True)
    ended_because = models.CharField(max_length=200, blank=True)

    privacy: ClassVar = {
        **dict.fromkeys(("id", "person", "picture", "renews", "at", "by_ref", "by_label"), Privacy.OPEN),
        **dict.fromkeys(
            (
                *("purpose", "ground", "agreed", "sensitive", "how", "from_on", "until_on", "end", "ended_at"),
                *("witness", "guardian", "guardian_as", "evidence", "ended_by", "ended_because"),
            ),
            Privacy.PERSONAL,
        ),
    }

    class Meta:
        indexes: ClassVar = [models.Index(fields=["person", "-at"], name="consents_of_person")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(end="", ended_at=None) | ~Q(end="") & Q(ended_at__isnull=False),
                name="consent_end_says_when",
            ),
            models.CheckConstraint(
                condition=Q(agreed=False) | Q(until_on__isnull=False), name="consent_has_a_last_day"
            ),
        ]

    @property
    def ref(self) -> str:
        return f"consent:{self.id}"


class Recipient(models.Model):
    """An organisation a consent names; the index by organisation answers who is shared with it."""

    consent = models.ForeignKey(Consent, on_delete=models.CASCADE, related_name="recipients")
    organisation = models.ForeignKey("teams.Organisation", on_delete=models.PROTECT, related_name="+")

    privacy: ClassVar = {"id": Privacy.OPEN, "consent": Privacy.OPEN, "organisation": Privacy.PERSONAL}

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "consent"], name="recipient_named_once")
        ]


class Emergency(models.Model):
    """A person opened to one member in one seat, until a moment; the keeper of the record says whether it was right."""

    id = models.UUIDField(primary_key=True, default=new_id)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="emergencies")
    seat = models.ForeignKey("teams.Seat", on_delete=models.PROTECT, related_name="+")
    member_ref = models.CharField(max_length=64)
    by_label = models.CharField(max_length=240)
    reason = models.CharField(max_length=300)
    opened_at = models.DateTimeField()
    until = models.DateTimeField()
    verdict = models.CharField(max_length=10, blank=True)
    words = models.CharField(max_length=300, blank=True)
    reviewed_at = models.DateTimeField(null=True)
    reviewer_label = models.CharField(max_length=240, blank=True)

    privacy: ClassVar = {
        **dict.fromkeys(
            (
                *("id", "person", "seat", "member_ref", "by_label", "opened_at", "until"),
                *("verdict", "reviewed_at", "reviewer_label"),
            ),
            Privacy.OPEN,
        ),
        **dict.fromkeys(("reason", "words"), Privacy.SENSITIVE),
    }

    class Meta:
        indexes: ClassVar = [models.Index(fields=["seat", "member_ref", "until"], name="opened_to_seat")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(verdict="", reviewed_at=None) | ~Q(verdict="") & Q(reviewed_at__isnull=False),
                name="verdict_says_when",
            ),
        ]

    @property
    def ref(self) -> str:
        """How the journal says that a look was because of this."""
        return f"emergency:{self.id}"

    @classmethod
    def stops_erasure(cls, people: Collection[Any]) -> tuple[str, str] | None:
        """An opening nobody has reviewed stays until somebody has: asked before anything of a person is erased."""
        if not cls.objects.filter(person__in=people, verdict="").exists():
            return None
        return (
            "มีการเปิดดูกรณีฉุกเฉินที่ยังไม่มีใครทบทวน ทบทวนก่อนแล้วค่อยลบ",
            "An emergency opening has not been reviewed; review it first, then erase.",
        )
