"""What stands in the way of an erasure just now.

Any table may say so itself: a classmethod `stops_erasure(people) -> (thai, english) | None` on its model is asked,
whichever room the table is in.
"""

from __future__ import annotations

from django.db.models import Q

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import Refused
from sanam.domain.registry.models import Batch, Duplicate, LegalHold, Person, SubjectRequest
from sanam.domain.registry.rights import belongings
from sanam.domain.registry.rights.words import WAITING
from sanam.domain.registry.words import BatchState


def check_nothing_stops(person: Person, request: SubjectRequest) -> None:
    """Raises Refused with the first reason found."""
    people = belongings.same_human(person)
    if lasting_hold(person):
        raise _stopped(
            "held",
            "ยังลบไม่ได้ เพราะมีเหตุตามกฎหมายให้เก็บไว้ก่อน ดูที่หน้าคำขอ",
            "Nothing can be erased yet: a legal hold is in force; the request's page shows it.",
        )
    others = SubjectRequest.objects.filter(subject__in=people, state__in=WAITING).exclude(pk=request.pk)
    if others.exists():
        raise _stopped(
            "open_request",
            "ยังมีคำขออื่นของเขาที่รอตอบ ตอบให้ครบก่อนแล้วค่อยลบ",
            "Another request of theirs still waits; answer it first, then erase.",
        )
    if Batch.objects.filter(state__in=(BatchState.WAITING, BatchState.READING)).exists():
        raise _stopped(
            "file_on_its_way",
            "มีแฟ้มกำลังรออ่านหรืออ่านอยู่ อาจมีแถวของเขา รอให้เสร็จก่อน",
            "A file is waiting or being read, and may hold a row of theirs; wait until that is done.",
        )
    if Duplicate.objects.filter(Q(first__in=people) | Q(second__in=people), decision="").exists():
        raise _stopped(
            "in_doubt",
            "ยังไม่ได้ตัดสินว่าเขากับอีกบันทึกเป็นคนเดียวกันไหม ตัดสินก่อน จะได้ลบครบและไม่ลบผิดคน",
            "It is undecided whether another record is the same person; decide first, or too little or too much goes.",
        )
    for model in belongings.written_tables():
        said = model.stops_erasure(people) if hasattr(model, "stops_erasure") else None
        if said:
            raise _stopped(model._meta.model_name or "", *said)


def lasting_hold(person: Person) -> LegalHold | None:
    """The hold in force on a person's data today."""
    lasting = Q(until_on=None) | Q(until_on__gte=clock.today())
    return LegalHold.objects.filter(lasting, person__in=belongings.same_human(person)).order_by("id").first()


def _stopped(why: str, th: str, en: str) -> Refused:
    return Refused(f"registry.erase_{why}", th, en)
