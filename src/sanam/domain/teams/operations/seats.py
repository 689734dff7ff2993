"""Seats: a role in a body, with the mandate it carries; opened, changed, closed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, ActorKind, Mandate
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.teams import ceiling, handover
from sanam.domain.teams.models import Body, Leg, Organisation, Seat
from sanam.domain.teams.permissions import check_can_change, check_can_give, check_can_shape
from sanam.domain.teams.telling import tell_body
from sanam.domain.teams.words import CAPABILITIES, ROLES


@transaction.atomic
def set_up(
    *,
    by: Actor,
    body: Body,
    leg: Leg,
    organisation: Organisation,
    role: str,
    areas: Sequence[str],
    title_th: str = "",
    title_en: str = "",
) -> Seat:
    """Open a seat with its role's own mandate over the areas given (DOPA code prefixes).

    A seat that opens another gives what its own mandate holds of that, and no more.
    """
    check_can_shape(by, body)
    if leg.body_id != body.id or leg.to_on is not None:
        raise BadInput("teams.leg_of_another_body", "ขานี้เป็นของคณะอื่น", "That leg belongs to another body.")
    if role not in ROLES:
        raise BadInput("teams.role", f"ไม่รู้จักบทบาท {role}", f"There is no role called {role}.")
    named = ROLES[role]
    mandate = _read(named.capabilities, areas, named.reach, named.fields)
    if by.kind is not ActorKind.INSTALLATION:
        mandate = ceiling.narrowed(mandate, by.mandate)
    seat = Seat(body=body, leg=leg, organisation=organisation, role=role, fewest_deputies=named.deputies)
    seat.title_th, seat.title_en = title_th or named.th, title_en or named.en
    _carry(seat, mandate)
    seat.save()
    journal.record(
        by=by, did="teams.seat_set_up", to=f"seat:{seat.id}", details={"role": role, **ceiling.told(mandate)}
    )
    if by.kind is not ActorKind.INSTALLATION:  # while a district is being set up there is nobody to tell yet
        _tell(by, seat, (f"เปิดที่นั่ง {seat.title_th}", f"A seat was opened: {seat.title_en}."))
    return seat


@transaction.atomic
def change_mandate(*, by: Actor, seat: Seat, mandate: Mandate, because: str) -> Seat:
    """Change what a seat may do, where, and what it sees; the journal keeps before and after, the body is told."""
    check_can_change(by, seat)
    locked = Seat.objects.select_for_update().get(pk=seat.pk)
    before = locked.mandate
    check_can_give(by, mandate, had=before)
    _check_open(locked)
    if unknown := mandate.capabilities - CAPABILITIES:
        raise BadInput("teams.capability", f"ไม่รู้จัก {sorted(unknown)}", f"There is no capability {sorted(unknown)}.")
    if not because.strip():
        raise BadInput("teams.why", "บอกเหตุผลสักนิด", "Please say why.")
    _carry(locked, mandate)
    locked.save(update_fields=["capabilities", "reach", "areas", "fields"])
    details = {"before": ceiling.told(before), "after": ceiling.told(mandate)}
    journal.record(by=by, did="teams.mandate_changed", to=f"seat:{seat.id}", details=details, because=because)
    told = f"ขอบเขตของที่นั่ง {locked.title_th} เปลี่ยนไป", f"The mandate of the seat {locked.title_en} changed."
    _tell(by, locked, told)
    return locked


@transaction.atomic
def need(*, by: Actor, seat: Seat, deputies: int, term_months: int | None) -> Seat:
    """Say how many deputies a seat needs at least, and how many months somebody sits there; None for no term."""
    check_can_change(by, seat)
    if deputies not in range(10) or (term_months is not None and term_months not in range(1, 121)):
        raise BadInput(
            "teams.needs", "รองได้ 0 ถึง 9 คน วาระได้ 1 ถึง 120 เดือน", "Deputies 0 to 9, a term of 1 to 120 months."
        )
    before = {"deputies": seat.fewest_deputies, "term_months": seat.term_months}
    seat.fewest_deputies, seat.term_months = deputies, term_months
    seat.save(update_fields=["fewest_deputies", "term_months"])
    details = {"before": before, "after": {"deputies": deputies, "term_months": term_months}}
    journal.record(by=by, did="teams.seat_needs", to=f"seat:{seat.id}", details=details)
    return seat


@transaction.atomic
def extend_term(*, by: Actor, seat: Seat, until: date, because: str) -> Seat:
    """Let whoever sits there sit until a day that lies ahead; raises BadInput without a reason."""
    check_can_change(by, seat)
    if until <= clock.today():
        raise BadInput("teams.term_behind", "วันครบวาระต้องเป็นวันข้างหน้า", "A term ends on a day that lies ahead.")
    if not because.strip():
        raise BadInput("teams.why", "บอกเหตุผลสักนิด", "Please say why.")
    before = seat.term_ends_on.isoformat() if seat.term_ends_on else None
    seat.term_ends_on = until
    seat.save(update_fields=["term_ends_on"])
    details = {"before": before, "after": until.isoformat()}
    journal.record(by=by, did="teams.term_extended", to=f"seat:{seat.id}", details=details, because=because)
    _tell(by, seat, (f"วาระของที่นั่ง {seat.title_th} เปลี่ยนไป", f"The term of the seat {seat.title_en} changed."))
    return seat


@transaction.atomic
def close(*, by: Actor, seat: Seat, because: str) -> Seat:
    """Close a seat from today on; while somebody sits there or something is open at it, it stays. Raises Refused."""
    check_can_change(by, seat)
    _check_open(seat)
    if seat.holdings.filter(Q(to_on=None) | Q(to_on__gte=clock.today())).exists():
        raise Refused("teams.seat_is_held", "ยังมีคนนั่งอยู่ ให้ลุกก่อนจึงปิดได้", "Somebody sits there; they leave first.")
    if waiting := sum(len(found) for kind, found in handover.open_at(str(seat.pk)) if kind.keeps_open):
        raise Refused(
            "teams.seat_has_open_things",
            f"ที่นั่งนี้ยังมีเรื่องค้าง {waiting} เรื่อง ทำให้เสร็จหรือให้ที่นั่งอื่นรับไปก่อน",
            f"{waiting} things are still open at this seat; they are finished first.",
        )
    seat.closed_on = clock.today()
    seat.save(update_fields=["closed_on"])
    journal.record(by=by, did="teams.seat_closed", to=f"seat:{seat.id}", because=because)
    _tell(by, seat, (f"ปิดที่นั่ง {seat.title_th}", f"The seat {seat.title_en} was closed."))
    return seat


def _read(capabilities: Any, areas: Sequence[str], reach: Any, fields: Any) -> Mandate:
    try:
        return Mandate(capabilities=capabilities, areas=tuple(areas), reach=reach, fields=fields)
    except ValueError:
        raise BadInput("teams.areas", "รหัสพื้นที่มี 2 4 6 หรือ 8 หลัก", "Areas are codes of 2, 4, 6 or 8 digits.") from None


def _carry(seat: Seat, mandate: Mandate) -> None:
    said = ceiling.told(mandate)
    seat.capabilities, seat.areas, seat.reach = said["capabilities"], said["areas"], said["reach"]
    seat.fields = said["fields"]


def _check_open(seat: Seat) -> None:
    if seat.closed_on is not None:
        raise Refused("teams.seat_closed", "ที่นั่งนี้ปิดไปแล้ว", "That seat is closed.")


def _tell(by: Actor, seat: Seat, told: tuple[str, str]) -> None:
    th, en = told
    path = f"/team/seats/{seat.pk}/"
    tell_body(by=by, body=seat.body, kind="seat", about=f"seat:{seat.pk}", th=th, en=en, path=path)
