"""Who is around a person, and how to reach them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sanam.domain.foundation.privacy import Privacy
from sanam.domain.registry.models.person import Person


class Relationship(models.Model):
    """Somebody around a person: who they are to them, whether they care for them, from when until when.

    `other` is their own record where there is one. `name` is what they were called when it was noted, and all that
    a seat reads who does not see that record. Days are partial; an empty end: it lasts.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="around")
    other = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="around_others")
    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=10)
    cares = models.BooleanField(default=False)
    from_on = models.CharField(max_length=10, blank=True)
    to_on = models.CharField(max_length=10, blank=True)
    ended_because = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=120)
    by_label = models.CharField(max_length=240)
    at = models.DateTimeField()

    privacy: ClassVar = {
        **dict.fromkeys(("id", "person", "by_label", "at"), Privacy.OPEN),
        **dict.fromkeys(
            ("other", "name", "kind", "cares", "from_on", "to_on", "ended_because", "source"), Privacy.PERSONAL
        ),
    }

    class Meta:
        indexes: ClassVar = [models.Index(fields=["person", "to_on"], name="around_a_person")]


class Contact(models.Model):
    """A way to reach a person, or somebody around them; `value` is the digits of a phone, else as written."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="contacts")
    relationship = models.ForeignKey(Relationship, null=True, on_delete=models.CASCADE, related_name="contacts")
    kind = models.CharField(max_length=6)
    value = models.CharField(max_length=80)
    note = models.CharField(max_length=120, blank=True)
    seen_on = models.DateField()
    ended_on = models.DateField(null=True)
    source = models.CharField(max_length=120)
    by_label = models.CharField(max_length=240)

    privacy: ClassVar = {
        **dict.fromkeys(("id", "person", "relationship", "seen_on", "ended_on", "by_label"), Privacy.OPEN),
        **dict.fromkeys(("kind", "value", "note", "source"), Privacy.PERSONAL),
    }

    class Meta:
        indexes: ClassVar = [models.Index(fields=["person", "ended_on"], name="contacts_of_a_person")]
