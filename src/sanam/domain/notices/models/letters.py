"""Where a member hears by e-mail, and the letters on their way there."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from sanam.domain.foundation.ids import new_id
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.notices.words import HowOften, LetterState


class Mailbox(models.Model):
    """A member's address, and how often they want to hear. Nothing but a confirmation goes to one not confirmed.

    `nonce` is what the one-time link is made from and is new for every address; `told_to` is the newest notice that a
    letter has counted.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    member_ref = models.CharField(max_length=64, unique=True)
    address = models.CharField(max_length=254)
    language = models.CharField(max_length=2, default="th")
    how_often = models.CharField(max_length=8, default=HowOften.NEVER.value)
    nonce = models.CharField(max_length=64)
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    told_to = models.BigIntegerField(default=0)

    privacy: ClassVar = {
        **dict.fromkeys(("id", "member_ref", "language", "how_often"), Privacy.OPEN),
        **dict.fromkeys(("asked_at", "confirmed_at", "told_to"), Privacy.OPEN),
        "address": Privacy.PERSONAL,
        "nonce": Privacy.SECRET,
    }

    @property
    def ref(self) -> str:
        return f"mailbox:{self.id}"


class Letter(models.Model):
    """One e-mail in the queue. It holds no text: what it says is made when it goes, and `key` lets it exist once."""

    mailbox = models.ForeignKey(Mailbox, on_delete=models.CASCADE, related_name="letters")
    kind = models.CharField(max_length=8)
    key = models.CharField(max_length=120, unique=True)
    count = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, default=LetterState.WAITING.value)
    made_at = models.DateTimeField()
    due_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    failed = models.CharField(max_length=60, blank=True)

    privacy: ClassVar = dict.fromkeys(
        ("id", "mailbox", "kind", "key", "count", "state", "made_at", "due_at", "tries", "sent_at", "failed"),
        Privacy.OPEN,
    )

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["due_at"], condition=Q(state="waiting"), name="letters_waiting"),
            models.Index(fields=["mailbox", "kind", "-made_at"], name="letters_of_mailbox"),
        ]
