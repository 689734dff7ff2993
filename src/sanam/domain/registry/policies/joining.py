"""Whether it may be now: two records to join, a merge to part."""

from __future__ import annotations

from django.db.models import Q

from sanam.domain.foundation.refused import Refused
from sanam.domain.registry.models import Merge, Person


def check_two_people(kept: Person, gone: Person) -> None:
    """Raises Refused where the two records are one already."""
    if kept.pk == gone.pk:
        raise Refused(
            "registry.one_already",
            "สองบันทึกนี้เป็นคนเดียวกันอยู่แล้ว",
            "These two records are one person already.",
        )


def check_last_merge(merge: Merge) -> None:
    """Raises Refused for a merge that is parted already, or under one that came after it."""
    if not merge.in_force:
        raise Refused(
            "registry.parted_already",
            "รายการรวมนี้แยกกลับไปแล้ว",
            "This merge has been parted already.",
        )
    after = Q(at__gt=merge.at) | Q(at=merge.at, pk__gt=merge.pk)
    touching = Q(kept=merge.kept_id) | Q(gone=merge.kept_id)
    if Merge.objects.filter(after, touching, undone_at=None).exists():
        raise Refused(
            "registry.part_later_first",
            "หลังจากนั้นคนนี้ถูกรวมกับบันทึกอื่นอีก แยกครั้งหลังสุดก่อน แล้วค่อยแยกครั้งนี้",
            "This person was joined with another record after that; part the later merge first, then this one.",
        )
