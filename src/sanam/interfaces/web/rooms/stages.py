"""The steps of a room and what each means, in words for the host and for whoever looks on."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from sanam.domain.dialogue.words import RoomStage


@dataclass(frozen=True, slots=True)
class Step:
    """A step: "done", "now" or "to come", and what it means."""

    stage: RoomStage
    standing: str
    means: str


def stages(now: RoomStage) -> list[Step]:
    """The four steps in their order; none is "now" in a room called off."""
    means = {
        RoomStage.PREPARING: _("แต่ละฝ่ายเล่าเป้าหมาย วิธีการ ต้นทุน จุดเน้น แล้วเลือกเป็นบัตรคำ"),
        RoomStage.VOTING: _("ทุกคนตอบทีละบัตร เห็นด้วย ไม่เห็นด้วย หรือขอผ่าน ลำดับไม่เหมือนกัน"),
        RoomStage.DOTTING: _("ทุกคนวาง 10 จุดบนเป้าหมายร่วม บอกว่าขาไหนเน้นอะไร"),
        RoomStage.CLOSED: _("นับครั้งเดียว ทุกคนเห็นผลพร้อมกัน แล้วลืมชื่อเล่นทุกชื่อ"),
    }
    order = list(means)
    at = order.index(now) if now in means else -1
    return [Step(one, _standing(place, at), means[one]) for place, one in enumerate(order)]


def _standing(place: int, at: int) -> str:
    if place == at:
        return "now"
    return "done" if place < at else "to come"
