"""Lives: somebody died, moved away, is missing, came back; whoever is close hears it kindly; a mistake is put right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.foundation.thai.dates import PartialDate, say_date
from sanam.domain.journal import operations as journal
from sanam.domain.notices import operations as notices
from sanam.domain.registry.models import Change, Person
from sanam.domain.registry.operations import facts
from sanam.domain.registry.permissions import check_can, check_sees
from sanam.domain.registry.queries.close import close_seats
from sanam.domain.registry.words import MISTAKEN, FactGroup, How, Life
from sanam.domain.teams.words import Can

FIELDS = ("life", "life_on", "moved_to")


@transaction.atomic
def died(*, by: Actor, person: Person, on: PartialDate | None, how: How, because: str = "") -> Person:
    """Note that somebody died, as exactly as the day is known. Nothing ends by it but being asked for: circles, groups
    and house stay as they were, so that whoever was close can still see and say farewell."""
    kindly = (
        f"ขอแสดงความเสียใจ {person.full_name} จากไปแล้ว{_on_th(on)}",
        f"With sorrow: {person.name} has died{_on_en(on)}.",
    )
    return _become(by, person, _said(Life.DEAD, on), how, because, "person.died", kindly)


@transaction.atomic
def moved_away(*, by: Actor, person: Person, to: str, on: PartialDate | None, how: How, because: str = "") -> Person:
    """Note that somebody left our ground, and where to as far as known; moving within it is `residences.move`."""
    where = to.strip()[:120]
    told = (
        f"{person.full_name} ย้ายออกไปแล้ว{_on_th(on)}{f' ไปอยู่ {where}' if where else ''}",
        f"{person.name} has moved away{_on_en(on)}{f', to {where}' if where else ''}.",
    )
    return _become(by, person, _said(Life.MOVED, on, where), how, because, "person.moved_away", told)


@transaction.atomic
def missing(*, by: Actor, person: Person, on: PartialDate | None, how: How, because: str = "") -> Person:
    """Note that nobody can find somebody, since when as far as known."""
    told = (
        f"ยังไม่พบตัว {person.full_name}{_on_th(on)} ถ้ารู้ข่าวช่วยบอกกัน",
        f"{person.name} cannot be found{_on_en(on)}; please tell us what you know.",
    )
    return _become(by, person, _said(Life.LOST, on), how, because, "person.missing", told)


@transaction.atomic
def came_back(*, by: Actor, person: Person, on: PartialDate | None, how: How, because: str = "") -> Person:
    """Note that somebody who had left, or could not be found, is here again. Who was noted dead did not come back:
    that was a mistake, and `put_right` says so."""
    if person.life == Life.DEAD:
        raise BadInput(
            "registry.not_back_from_death",
            "ถ้าลงว่าเสียชีวิตผิดคน ใช้ ลงผิด แก้กลับ แทน",
            "If the death was noted by mistake, say that it was a mistake instead.",
        )
    told = (f"{person.full_name} กลับมาแล้ว{_on_th(on)}", f"{person.name} is back{_on_en(on)}.")
    return _become(by, person, _said(Life.ALIVE, on), how, because, "person.came_back", told)


@transaction.atomic
def put_right(*, by: Actor, person: Person, because: str) -> Person:
    """What was noted last of somebody's life was a mistake: what was known before stands again; both stay in the
    history. Raises Refused when nothing was noted by anybody."""
    person = _held(by, person)
    if not because.strip():
        raise BadInput("registry.no_reason", "บอกสักนิดว่าเพราะอะไร", "Say in a few words why.")
    noted = Change.objects.filter(person=person, field="life", new=person.life).exclude(source__startswith=MISTAKEN)
    last = noted.order_by("-id").first()
    if person.life == Life.ALIVE or last is None:
        raise Refused(
            "registry.nothing_to_put_right",
            "ยังไม่มีใครลงเรื่องนี้ไว้ จึงไม่มีอะไรให้แก้กลับ ถ้ามาจากแฟ้ม แก้ที่หน่วยบริการต้นทาง",
            "Nobody noted this here, so there is nothing to put right; if a file said so, its hospital corrects it.",
            status=409,
        )
    same = Change.objects.filter(person=person, field__in=FIELDS, at=last.at, pk__gte=last.pk).order_by("-id")
    before = {"life": last.old} | {one.field: one.old for one in same}
    _write(by, person, before, f"{MISTAKEN} {because.strip()}"[:200])
    journal.record(by=by, did="person.put_right", to=person.ref, details={"life": person.life})
    th = f"เรื่องของ{person.full_name}ลงผิดไป แก้กลับแล้ว"
    _tell(by, person, th, f"What was noted of {person.name} was a mistake, put right now.")
    return person


def _become(
    by: Actor, person: Person, said: Mapping[str, str], how: How, because: str, did: str, told: Sequence[str]
) -> Person:
    person = _held(by, person)
    _check(person, said)
    _write(by, person, said, because.strip()[:200] or how.value)
    journal.record(by=by, did=did, to=person.ref, details={"on": said["life_on"]})
    about = [FactGroup.IDENTITY, FactGroup.ADDRESS] if Life.MOVED in (said["life"],) else [FactGroup.IDENTITY]
    facts.confirm_many(by=by, person=person, facts=about, on=clock.today(), how=how)
    _tell(by, person, *told)
    return person


def _held(by: Actor, person: Person) -> Person:
    check_can(by, Can.CORRECT_PEOPLE)
    check_sees(by, person)
    return Person.objects.select_for_update().get(pk=person.pk)


def _check(person: Person, said: Mapping[str, str]) -> None:
    on = PartialDate.from_iso(said["life_on"]) if said["life_on"] else None
    if on and on.earliest() > clock.today():
        raise BadInput("registry.future", "วันนั้นยังมาไม่ถึง ลองดูอีกครั้ง", "That day has not come yet; look again.")
    if on and person.born and on.latest() < person.born.earliest():
        raise BadInput(
            "registry.before_birth", "วันนั้นมาก่อนวันเกิด ดูปีอีกครั้ง", "That day is before the birth; look at the year again."
        )
    if all(getattr(person, name) == value for name, value in said.items()):
        raise Refused("registry.known_already", "เรื่องนี้มีคนลงไว้แล้ว", "This has been noted already.", status=409)


def _write(by: Actor, person: Person, values: Mapping[str, str], source: str) -> None:
    now = clock.now()
    who = {"at": now, "by_ref": by.ref, "by_label": by.label, "source": source}
    changed = {name: value for name, value in values.items() if getattr(person, name) != value}
    Change.objects.bulk_create(
        Change(person=person, field=name, old=getattr(person, name), new=value, **who)
        for name, value in changed.items()
    )
    for name, value in changed.items():
        setattr(person, name, value)
    person.version += 1
    person.updated_at = now
    person.save()


def _tell(by: Actor, person: Person, th: str, en: str) -> None:
    for seat in close_seats(person):
        notices.tell(
            by=by,
            seat=seat,
            kind="person.life",
            about=person.ref,
            th=th[:300],
            en=en[:300],
            path=f"/people/{person.pk}/",
        )


def _said(life: Life, on: PartialDate | None, to: str = "") -> dict[str, str]:
    return {"life": life.value, "life_on": on.iso() if on else "", "moved_to": to}


def _on_th(on: PartialDate | None) -> str:
    return f" {say_date(on)}" if on else ""


def _on_en(on: PartialDate | None) -> str:
    return f" ({say_date(on, language='en')})" if on else ""
