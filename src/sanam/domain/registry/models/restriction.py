"""That a person is held back: for which purpose, since when, why, and when that was lifted again."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from sanam.domain.foundation.privacy import Privacy
from sanam.domain.registry.models.person import Person
from sanam.domain.registry.models.rights import SubjectRequest


class Restriction(models.Model):
    """One purpose for which a person's data is kept and not used (PDPA มาตรา 32 and 34), until lifted.

    `purpose` is a name of `purposes.PURPOSES`, or `rights.words.EVERY_PURPOSE`. `because` is what they were answered.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="restrictions")
    request = models.ForeignKey(SubjectRequest, null=True, on_delete=models.SET_NULL, related_name="restrictions")
    purpose = models.CharField(max_length=12)
    because = models.CharField(max_length=1000)
    since = models.DateField()
    by_ref = models.CharField(max_length=64)
    by_label = models.CharField(max_length=240)
    by_member = models.CharField(max_length=64, blank=True)
    lifted_at = models.DateTimeField(null=True)
    lifted_on = models.CharField(max_length=8, blank=True)
    lifted_because = models.CharField(max_length=300, blank=True)
    lifted_by_ref = models.CharField(max_length=64, blank=True)
    lifted_by_label = models.CharField(max_length=240, blank=True)

    privacy: ClassVar = {
        **dict.fromkeys(
            (
                *("id", "person", "request", "since", "by_ref", "by_label", "by_member"),
                *("lifted_at", "lifted_by_ref", "lifted_by_label"),
            ),
            Privacy.OPEN,
        ),
        **dict.fromkeys(("purpose", "because", "lifted_on", "lifted_because"), Privacy.PERSONAL),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "purpose"], condition=Q(lifted_at=None), name="held_back_once_for_a_purpose"
            )
        ]
