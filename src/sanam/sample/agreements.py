"""What the invented people agreed to, who stands close to them, and one emergency that waits for its review."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from sanam.domain.foundation import clock
from sanam.domain.registry import queries as registry
from sanam.domain.registry.operations import circles, consents, emergencies
from sanam.domain.registry.operations.circles import Place
from sanam.domain.registry.operations.consents import Allowed, Answer
from sanam.domain.registry.policies.consents import needs_guardian

if TYPE_CHECKING:
    from sanam.domain.foundation.actor import Actor
    from sanam.domain.registry.models import Person
    from sanam.domain.teams.models import Seat

ANSWERS = (
    Answer("thumb", witness="หลานสาว และ อสม.", evidence="ใบยินยอมอยู่ในแฟ้มที่ รพ.สต."),
    Answer("signed", evidence="ใบยินยอมอยู่ในแฟ้มที่ รพ.สต."),
    Answer("spoken", witness="อสม. หมู่ 5"),
)
RELATIVES = (("พิมพ์ใจ", "หลานสาว นอนด้วยทุกคืน"), ("ป้าจวน", "เพื่อนบ้าน แวะมาทุกเย็น"), ("ลุงเลื่อน", "น้องชาย พาไปโรงพยาบาล"))


def agree(actors: dict[str, Actor], seats: dict[str, Seat]) -> None:
    """Circles and consents of those the care manager of พนางตุง looks after, and an emergency from next door."""
    manager = actors["manager-12"]
    asked = registry.worklist(manager, registry.Ask(), size=60).rows
    cared_for = [row.person for row in asked if not needs_guardian(row.person)][:12]
    for at, person in enumerate(cared_for):
        _circle(manager, seats, person, at)
        _consents(manager, seats, person, at)
    if cared_for:
        _emergency(actors, cared_for[-1])


def _circle(by: Actor, seats: dict[str, Seat], person: Person, at: int) -> None:
    """The caregiver is in every circle, the municipality and relatives in some; one relative has moved away."""
    circles.join(by=by, person=person, place=Place("ช่วยกิจวัตร", "week", "ตามแผนการดูแล", seat=seats["caregiver-12"]))
    name, role = RELATIVES[at % len(RELATIVES)]
    kin = circles.join(by=by, person=person, place=Place(role, "week", "", relative=name, phone=f"00000{at:05d}"))
    if at % 2 == 0:
        circles.join(by=by, person=person, place=Place("วางแผนการดูแล", "month", "", seat=seats["manager-12"]))
    if at % 3 == 0:
        office = Place("ปรับบ้าน", "month", "บันไดชัน", organisation=seats["local-12"].organisation)
        circles.join(by=by, person=person, place=office)
    if at % 5 == 4:
        circles.leave(by=by, place=kin, because="ย้ายไปทำงานต่างจังหวัด")


def _consents(by: Actor, seats: dict[str, Seat], person: Person, at: int) -> None:
    """Most agree that the association helps, half of them with their health; one says no, one takes it back."""
    answer, welfare = ANSWERS[at % len(ANSWERS)], seats["welfare"].organisation
    consents.decline(by=by, person=person, purpose="pictures", answer=answer)
    if at == 7:
        consents.decline(by=by, person=person, purpose="help", answer=answer)
        return
    allowed = Allowed("help", _until(300 - at * 20), [welfare], sensitive=at % 2 == 0)
    given = consents.give(by=by, person=person, allowed=allowed, answer=answer)
    if at == 5:
        consents.withdraw(by=by, consent=given, because="ได้เตียงแล้ว ไม่ต้องการให้ใครรู้อีก")


def _emergency(actors: dict[str, Actor], person: Person) -> None:
    """The care manager of the next sub-district meets somebody of ours at the market."""
    known = registry.card(actors["manager-12"], str(person.pk)).national
    if known is not None and known.sealed:
        reason = "หมดสติที่ตลาดมะกอกเหนือ ไม่มีญาติมาด้วย ต้องรู้โรคประจำตัวและผู้ดูแล"
        emergencies.break_glass(by=actors["manager-11"], number=known.number, reason=reason)


def _until(days: int) -> date:
    return clock.today() + timedelta(days=days)
