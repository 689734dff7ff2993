"""What must always hold in the registry; `sanam verify all` asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, F, QuerySet

from sanam.domain.foundation.invariants import Found, must_hold
from sanam.domain.foundation.refused import Refused
from sanam.domain.registry import names
from sanam.domain.registry.models import Identifier, Person, Residence, SourceRow
from sanam.domain.registry.models.person import lookup_of

_AT_ONCE = 2_000


def register() -> None:
    """Say to the whole house what this room holds true."""
    must_hold("registry.names", "คำค้นตรงกับชื่อ", "what people are found by is made from their names", _names)
    must_hold("registry.numbers", "ทุกคนมีเลขหรือเหตุที่ไม่มี", "everybody has a number, or the reason why not", _numbers)
    must_hold("registry.sealed", "เลขที่ปิดผนึกเปิดได้และค้นพบ", "sealed numbers open, and are found again", _sealed)
    must_hold("registry.places", "พื้นที่ของคนตรงกับบ้าน", "people are where their houses are", _places)
    must_hold("registry.homes", "หนึ่งคนอยู่บ้านเดียว", "nobody lives, or is registered, in two houses at once", _homes)
    must_hold("registry.rows", "แถวปัจจุบันของแฟ้มมีแถวเดียว", "one row of a file's key is the current one", _source_rows)


def _names() -> Iterator[Found]:
    for person in Person.objects.select_related("household").order_by("id").iterator(chunk_size=_AT_ONCE):
        kept = (person.search_text, person.sort_key)
        names.index(person, person.household.house_no if person.household else "")
        if (person.search_text, person.sort_key) != kept:
            yield _person(person.id, "คำค้นไม่ตรงกับชื่อ", "is not found by the name it has")


def _numbers() -> Iterator[Found]:
    for person_id in _ids(Person.objects.filter(identifiers=None)):
        yield _person(person_id, "ไม่มีทั้งเลขและเหตุที่ไม่มี", "has neither a number nor the reason why not")


def _sealed() -> Iterator[Found]:
    for one in Identifier.objects.exclude(sealed=None).order_by("id").iterator(chunk_size=_AT_ONCE):
        try:
            holds = lookup_of(one.number) == one.lookup
        except Refused:
            holds = False
        if not holds:
            yield _person(
                one.person_id, "เลขที่ปิดผนึกไว้เปิดไม่ได้ หรือค้นไม่พบ", "has a sealed number that does not open or match"
            )


def _places() -> Iterator[Found]:
    for person_id in _ids(Person.objects.exclude(household=None).exclude(household__area_code=F("area_code"))):
        yield _person(person_id, "อยู่คนละพื้นที่กับบ้านของตัวเอง", "is kept in another place than their house")


def _homes() -> Iterator[Found]:
    lasting = Residence.objects.filter(to_on="").values("person")
    for kind in ("registered", "actual"):
        twice = lasting.filter(**{kind: True}).annotate(homes=Count("id")).filter(homes__gt=1).order_by("person")
        for row in twice:
            yield _person(row["person"], "อยู่สองบ้านพร้อมกัน", "is in two houses at once")


def _source_rows() -> Iterator[Found]:
    current = SourceRow.objects.filter(current=True).values("file", "hospital", "key")
    for row in current.annotate(times=Count("id")).filter(times__gt=1).order_by("file", "hospital"):
        where = f"{row['file']} {row['hospital']}"
        yield Found(where, f"มีแถวปัจจุบัน {row['times']} แถวใน {where}", f"{row['times']} rows are current in {where}.")


def _ids(people: QuerySet[Person]) -> Iterator[Any]:
    return people.order_by("id").values_list("id", flat=True).iterator(chunk_size=_AT_ONCE)


def _person(person_id: Any, th: str, en: str) -> Found:
    return Found(f"person:{person_id}", f"person:{person_id} {th}", f"person:{person_id} {en}.")
