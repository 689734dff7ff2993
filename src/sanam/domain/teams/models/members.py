"""Members: humans who work with us."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sanam.domain.foundation.ids import new_id
from sanam.domain.foundation.privacy import Privacy


class Member(models.Model):
    """A human who works with us. Not an account, and not a seat."""

    id = models.UUIDField(primary_key=True, default=new_id)
    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=15, blank=True)

    privacy: ClassVar = {"id": Privacy.OPEN, "name": Privacy.PERSONAL, "phone": Privacy.PERSONAL}
