"""Can those who sit do what they are there for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sanam.domain.foundation.actor import Reach
from sanam.domain.registry import queries as registry
from sanam.domain.teams import queries as teams
from sanam.domain.teams.words import ROLES, Can
from sanam.interfaces.cli.doctor.finding import OK, WARN, Finding

NAMED = 5


def findings() -> Iterator[Finding]:
    yield from _placeless()
    seats = list(teams.seats())
    if not seats:
        yield Finding("seats", WARN, "ยังไม่มีที่นั่ง จึงยังไม่มีใครเห็นใคร", "There is no seat yet, so nobody sees anybody.")
        return
    yield from _older(seats)
    blind = [seat for seat in seats if _sees_nobody_by_mistake(seat)]
    if not blind:
        yield Finding("seats", OK, f"ที่นั่งทั้ง {len(seats)} มีขอบเขตครบ", f"All {len(seats)} seats have a scope.")
        return
    th, en = (", ".join(getattr(seat, name) for seat in blind[:NAMED]) for name in ("title_th", "title_en"))
    yield Finding(
        "seats",
        WARN,
        f"{len(blind)} ที่นั่งให้เห็นคนได้แต่ไม่มีพื้นที่ จึงไม่เห็นใคร: {th}",
        f"{len(blind)} seats may see people but have no area, so they see nobody: {en}",
    )


def _older(seats: Sequence[teams.Seat]) -> Iterator[Finding]:
    """Seats set up when their role carried another mandate: what the role gained since did not reach them."""
    older = [seat for seat in seats if _differs(seat)]
    if older:
        th, en = (", ".join(getattr(seat, name) for seat in older[:NAMED]) for name in ("title_th", "title_en"))
        yield Finding(
            "mandates",
            WARN,
            f"{len(older)} ที่นั่งมีสิทธิไม่เท่ากับที่บทบาทให้วันนี้: {th} ถ้าไม่ได้ตั้งใจ ให้คนอื่นที่จัดที่นั่งได้ปรับให้ ไม่ใช่ผู้ที่นั่งอยู่",
            f"{len(older)} seats carry another mandate than their role does today: {en}. Unless that is meant, somebody"
            " else who may set up seats brings them up to date, never whoever sits there.",
        )


def _differs(seat: teams.Seat) -> bool:
    role = ROLES.get(seat.role)
    if role is None:
        return False
    carried = (set(seat.capabilities), seat.reach, set(seat.fields))
    return carried != (set(role.capabilities), role.reach.value, {mark.value for mark in role.fields})


def _placeless() -> Iterator[Finding]:
    """People whose place neither a house nor a hospital tells: every seat's scope passes them by."""
    if count := registry.placeless():
        yield Finding(
            "placeless",
            WARN,
            f"มี {count} คนที่ไม่รู้ว่าอยู่ที่ไหน จึงไม่มีที่นั่งไหนเห็น ตั้งหน่วยบริการที่ส่งแฟ้มมาให้มีพื้นที่ แล้วอ่านแฟ้มอีกครั้ง",
            f"{count} people have no place, so no seat sees them; give their hospital an area and read again.",
        )


def _sees_nobody_by_mistake(seat: teams.Seat) -> bool:
    return Can.SEE_PEOPLE in seat.capabilities and seat.reach != Reach.NOBODY and not seat.areas
