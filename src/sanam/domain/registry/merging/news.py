"""Who was close to one of two records hears that they were joined, or parted: by the name they knew it by."""

from __future__ import annotations

from sanam.domain.foundation.actor import Actor
from sanam.domain.notices import operations as notices
from sanam.domain.registry.models import CareCircle, Person

Known = tuple[str, str, str, str]
"""(seat, full name, name, address of the page)"""


def close_to(*people: Person) -> list[Known]:
    """The seats close to these records now, and what each calls them."""
    circles = CareCircle.objects.filter(person__in=people, to_on=None).order_by("id").select_related("person")
    known = ((str(one.seat_id), one.person) for one in circles)
    return list(dict.fromkeys((seat, who.full_name, who.name, f"/people/{who.pk}/") for seat, who in known))


def tell_joined(by: Actor, known: list[Known]) -> None:
    """That what others know of the person now stands beside what they know."""
    for seat, full_name, name, path in known:
        if seat != by.ref:
            notices.tell(
                by=by,
                seat=seat,
                kind="person.merged",
                about=path,
                th=f"{by.label} รวมบันทึกของ{full_name}สองฉบับเป็นฉบับเดียว ถ้าไม่ใช่คนเดียวกัน บอกได้ แยกกลับได้",
                en=f"{by.in_english} joined two records of {name}. If they are two people, say so: it can be undone.",
                path=path,
            )


def tell_parted(by: Actor, known: list[Known]) -> None:
    """That the records stand apart again."""
    for seat, full_name, name, path in known:
        if seat != by.ref:
            notices.tell(
                by=by,
                seat=seat,
                kind="person.parted",
                about=path,
                th=f"{by.label} แยกบันทึกที่เคยรวมกับ{full_name}ออกแล้ว",
                en=f"{by.in_english} parted a record that had been joined with {name}.",
                path=path,
            )
