"""Legs of a body: renamed, added, ended. Three to six at any time, each with its dates."""

from __future__ import annotations

import unicodedata
from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.teams.models import Body, Leg, Seat
from sanam.domain.teams.permissions import check_can_shape
from sanam.domain.teams.telling import tell_body
from sanam.domain.teams.words import FEWEST_LEGS, MOST_LEGS


@transaction.atomic
def rename(*, by: Actor, leg: Leg, name_th: str, name_en: str) -> Leg:
    """Call a leg by the name its people use; both languages."""
    check_can_shape(by, leg.body)
    before = {"name_th": leg.name_th, "name_en": leg.name_en}
    leg.name_th, leg.name_en = _named(name_th), _named(name_en)
    _check_own_name(leg)
    leg.save(update_fields=["name_th", "name_en"])
    after = {"name_th": leg.name_th, "name_en": leg.name_en}
    _record(by, "teams.leg_renamed", leg, {"before": before, "after": after})
    told = (
        f"ขา{before['name_th']} เปลี่ยนชื่อเป็น {leg.name_th}",
        f"The leg {before['name_en']} is now called {leg.name_en}.",
    )
    _tell(by, leg, told)
    return leg


@transaction.atomic
def add(*, by: Actor, body: Body, name_th: str, name_en: str, from_on: date | None = None) -> Leg:
    """Add a leg after the others; a body has six at most."""
    check_can_shape(by, body)
    standing = set(_standing(body).values_list("order", flat=True))
    if len(standing) >= MOST_LEGS:
        raise _three_to_six(len(standing) + 1)
    order = next(place for place in range(1, MOST_LEGS + 1) if place not in standing)
    leg = Leg(body=body, order=order, name_th=_named(name_th), name_en=_named(name_en))
    leg.from_on = from_on or clock.today()
    _check_own_name(leg)
    leg.save()
    _record(by, "teams.leg_added", leg, {"name_th": leg.name_th, "name_en": leg.name_en})
    _tell(by, leg, (f"มีขาใหม่ {leg.name_th}", f"There is a new leg: {leg.name_en}."))
    return leg


@transaction.atomic
def end(*, by: Actor, leg: Leg, on: date | None = None, because: str) -> Leg:
    """End a leg, its last day `on`; one with open seats stays, and so do three legs. Raises Refused."""
    check_can_shape(by, leg.body)
    if Seat.objects.filter(leg=leg, closed_on=None).exists():
        raise Refused(
            "teams.leg_has_seats",
            "ขานี้ยังมีที่นั่งเปิดอยู่ ปิดหรือย้ายที่นั่งก่อน",
            "This leg still has open seats; close them first.",
        )
    if (left := _standing(leg.body).exclude(pk=leg.pk).count()) < FEWEST_LEGS:
        raise _three_to_six(left)
    leg.to_on = on or clock.today()
    if leg.to_on < leg.from_on:
        raise BadInput("teams.ends_first", "วันสิ้นสุดต้องไม่ก่อนวันเริ่ม", "It cannot end before it began.")
    leg.save(update_fields=["to_on"])
    _record(by, "teams.leg_ended", leg, {"to_on": leg.to_on.isoformat()}, because)
    _tell(by, leg, (f"ขา{leg.name_th} สิ้นสุดแล้ว", f"The leg {leg.name_en} has ended."))
    return leg


def _standing(body: Body) -> QuerySet[Leg]:
    return Leg.objects.filter(body=body, to_on=None)


def _named(name: str) -> str:
    if not name.strip():
        raise BadInput("teams.leg_name", "บอกชื่อขาทั้งไทยและอังกฤษ", "Name the leg in Thai and in English.")
    return " ".join(unicodedata.normalize("NFC", name).split())[:80].strip()


def _check_own_name(leg: Leg) -> None:
    """Answers are counted by the names of legs, so no two of one body share one; raises Refused."""
    if _standing(leg.body).exclude(pk=leg.pk).filter(name_th=leg.name_th).exists():
        raise Refused("teams.leg_name_taken", "คณะนี้มีขาชื่อนี้แล้ว", "This body has a leg of that name already.")


def _record(by: Actor, did: str, leg: Leg, details: dict[str, object], because: str = "") -> None:
    journal.record(by=by, did=did, to=f"body:{leg.body_id}", details={"leg": leg.pk, **details}, because=because)


def _tell(by: Actor, leg: Leg, told: tuple[str, str]) -> None:
    th, en = told
    path = f"/team/{leg.body_id}/"
    tell_body(by=by, body=leg.body, kind="leg", about=f"body:{leg.body_id}", th=th, en=en, path=path)


def _three_to_six(legs: int) -> BadInput:
    return BadInput("teams.legs", "คณะหนึ่งมีได้ ๓ ถึง ๖ ขา", "A body has three to six legs.", details={"legs": legs})
