"""Reads: what is kept, for those its owner shows it to."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from django.db.models import QuerySet

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import Refused
from sanam.domain.media import owners, store
from sanam.domain.media.models import Kept
from sanam.domain.media.permissions import check_can_read, check_sees, not_here
from sanam.domain.media.words import Kind


def kept(actor: Actor, kept_id: UUID) -> Kept:
    """One picture or paper; raises NotHere, in the same words for one that is absent and one that is not shown."""
    found = Kept.objects.filter(id=kept_id).first()
    if found is None:
        raise not_here()
    check_sees(actor, found)
    return found


def of(actor: Actor, owner: str) -> QuerySet[Kept]:
    """What one owner keeps, oldest first; nothing when the owner does not show it to this actor."""
    found = Kept.objects.filter(owner=owner) if owners.sees(actor, owner) else Kept.objects.none()
    return found.order_by("at", "id")


def has_any(owner: str) -> bool:
    """Whether this owner keeps anything; for the deed that ends the owner."""
    return Kept.objects.filter(owner=owner).exists()


def owners_before(prefix: str, moment: datetime) -> list[str]:
    """Whoever of this prefix has kept something since before a moment; for whoever clears away."""
    kept_long = Kept.objects.filter(owner__startswith=f"{prefix}:", at__lt=moment).order_by("owner")
    return list(kept_long.values_list("owner", flat=True).distinct())


def opened(kept: Kept, *, small: bool = False) -> BinaryIO:
    """The open file of a picture that `kept` gave, or its small form; the caller closes it. Papers are NotHere."""
    if kept.kind != Kind.PICTURE:
        raise not_here()
    return _there(store.path(kept.stored_name, small=small)).open("rb")


def path_of(by: Actor, kept: Kept) -> Path:
    """Where a paper lies, to be read in by the installation or by the one who kept it; NotHere for all others."""
    check_can_read(by, kept)
    return _there(store.path(kept.stored_name))


def _there(path: Path) -> Path:
    if path.is_file():
        return path
    raise Refused(
        "media.file_lost",
        "เปิดไฟล์นี้ไม่ได้ เพราะไม่พบในที่เก็บ บอกผู้ดูแลระบบของอำเภอ",
        "This file is missing from where it is kept; tell whoever runs the district's system.",
        status=503,
    )
