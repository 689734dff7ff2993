"""What a person asked for about what is known of them, what stops an erasure, and what stays behind one."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from sanam.domain.foundation.ids import new_id
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.registry.models.person import Person
from sanam.domain.registry.rights.words import Asked, RequestState


class Tombstone(models.Model):
    """That somebody was erased: when, by whom, on what ground, what is kept and until when. It holds no value of them.

    `refs` are opaque references, those of records merged into this one too. `wiped_at` is when the engine's own
    leftovers were overwritten. A lifted one no longer keeps a file from bringing the person back.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    refs = models.JSONField(default=list)
    area_code = models.CharField(max_length=8, blank=True)
    at = models.DateTimeField()
    by_ref = models.CharField(max_length=64)
    by_label = models.CharField(max_length=240)
    accepted_by_ref = models.CharField(max_length=64)
    ground = models.CharField(max_length=12)
    kept = models.JSONField(default=list)
    wiped_at = models.DateTimeField(null=True)
    lifted_at = models.DateTimeField(null=True)
    lifted_by_ref = models.CharField(max_length=64, blank=True)

    privacy: ClassVar = dict.fromkeys(
        (
            *("id", "refs", "area_code", "at", "by_ref", "by_label", "accepted_by_ref", "ground", "kept"),
            *("wiped_at", "lifted_at", "lifted_by_ref"),
        ),
        Privacy.OPEN,
    )


class ErasedMark(models.Model):
    """A keyed hash of a number that named an erased person: enough to know a file's row again, and nothing else.

    The number itself is gone, so the hash cannot be made anew: `made_with` names the key it takes to meet it again.
    """

    tombstone = models.ForeignKey(Tombstone, on_delete=models.CASCADE, related_name="marks")
    kind = models.CharField(max_length=8)
    lookup = models.CharField(max_length=64)
    made_with = models.CharField(max_length=8)

    privacy: ClassVar = {
        **dict.fromkeys(("id", "tombstone", "kind", "made_with"), Privacy.OPEN),
        "lookup": Privacy.SECRET,
    }

    class Meta:
        indexes: ClassVar = [models.Index(fields=["lookup"], name="erased_mark_lookup")]


class SubjectRequest(models.Model):
    """What somebody asked for about what is known of a person; it outlives them, without their words.

    `subject`, not `person`: an erased person leaves the request standing, pointing at a tombstone.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    subject = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="requests")
    tombstone = models.ForeignKey(Tombstone, null=True, on_delete=models.PROTECT, related_name="requests")
    area_code = models.CharField(max_length=8, blank=True)
    kind = models.CharField(max_length=8)
    state = models.CharField(max_length=9, default=RequestState.OPEN.value)
    received_on = models.DateField()
    due_on = models.DateField()
    channel = models.CharField(max_length=10)
    asker = models.CharField(max_length=8)
    asker_name = models.CharField(max_length=120, blank=True)
    identity_seen = models.CharField(max_length=8)
    wanted = models.CharField(max_length=500, blank=True)
    extended_because = models.CharField(max_length=300, blank=True)
    answer = models.CharField(max_length=1000, blank=True)
    ground = models.CharField(max_length=12, blank=True)
    answered_on = models.DateField(null=True)
    received_by_ref = models.CharField(max_length=64)
    received_by_label = models.CharField(max_length=240)
    decided_by_ref = models.CharField(max_length=64, blank=True)
    decided_by_label = models.CharField(max_length=240, blank=True)
    decided_by_member = models.CharField(max_length=64, blank=True)

    privacy: ClassVar = {
        **dict.fromkeys(
            (
                *("id", "subject", "tombstone", "area_code", "kind", "state", "received_on", "due_on", "answered_on"),
                *("received_by_ref", "received_by_label", "decided_by_ref", "decided_by_label", "decided_by_member"),
            ),
            Privacy.OPEN,
        ),
        **dict.fromkeys(
            (
                *("channel", "asker", "asker_name", "identity_seen", "wanted"),
                *("extended_because", "answer", "ground"),
            ),
            Privacy.PERSONAL,
        ),
    }

    class Meta:
        indexes: ClassVar = [models.Index(fields=["state", "due_on", "id"], name="requests_by_due")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(state=RequestState.REFUSED.value) | ~Q(ground=""), name="refused_on_a_ground"
            )
        ]

    @property
    def ref(self) -> str:
        return f"request:{self.id}"

    @property
    def asked(self) -> Asked:
        """What is asked for, as a word."""
        return Asked(self.kind)

    @property
    def said(self) -> RequestState:
        """How far it is, as a word."""
        return RequestState(self.state)


class LegalHold(models.Model):
    """A reason why nothing of a person may be erased just now: a court case, an inquiry."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="holds")
    because = models.CharField(max_length=300)
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    by_ref = models.CharField(max_length=64)
    by_label = models.CharField(max_length=240)

    privacy: ClassVar = {
        **dict.fromkeys(("id", "person", "from_on", "until_on", "by_ref", "by_label"), Privacy.OPEN),
        "because": Privacy.SENSITIVE,
    }
