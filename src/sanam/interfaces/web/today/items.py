"""What waits, as Today shows it: one row for each line, with its words, where it leads, and what can be done there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sanam.domain.foundation import clock
from sanam.domain.foundation.thai.dates import say_ago, say_date
from sanam.domain.registry.queries.lines import COUNTED
from sanam.domain.registry.rights.words import Asked
from sanam.domain.registry.words import DuplicateBasis
from sanam.domain.rules.words import ProposalStage, RoundKind
from sanam.domain.teams.lines import Line
from sanam.interfaces.web.shell.language import reader

SOON = timedelta(days=7)
"""What is due within so many days is never folded away."""


@dataclass(frozen=True, slots=True)
class Item:
    """One row: its line, a picture, a title that leads somewhere, small words beneath, and the deed offered.

    `due_said` is said of its day where "by then" would not do.
    """

    line: Line
    icon: str
    title: str
    href: str
    meta: tuple[str, ...] = ()
    due: date | None = None
    due_said: str = ""
    act: str = ""
    act_href: str = ""

    @property
    def late(self) -> bool:
        """Past its day."""
        return self.due is not None and self.due < clock.today()

    @property
    def presses(self) -> bool:
        """Due so soon that it stands on the page whatever else there is."""
        return self.due is not None and self.due <= clock.today() + SOON

    @property
    def practise(self) -> bool:
        """A word given, of which one tap says how it goes."""
        return self.line.kind == "practise"


def item(line: Line) -> Item:
    """A line as a row."""
    return _SHOWN[line.kind](line)


def _request(line: Line) -> Item:
    asked = Asked(line.more).said(reader())
    title = f"{asked} · {line.th}" if line.th else asked
    return Item(line, "file", title, reverse("web:request", args=[line.id]), due=line.on)


def _emergency(line: Line) -> Item:
    said = ngettext("มีคนของเราถูกเปิดดูเพราะเหตุฉุกเฉิน %(n)s ครั้ง", "มีคนของเราถูกเปิดดูเพราะเหตุฉุกเฉิน %(n)s ครั้ง", line.in_all)
    return Item(line, "alert", said % {"n": line.in_all}, reverse("web:reviews"), (_("ดูและทบทวน"),))


def _duplicate(line: Line) -> Item:
    if line.in_all == 1:
        told = (_("อาจเป็นคนเดียวกัน"), DuplicateBasis(line.more).said(reader()))
        return Item(line, "twins", line.th, reverse("web:decide_duplicate", args=[line.id]), told)
    said = ngettext("อาจเป็นคนเดียวกัน %(n)s คู่", "อาจเป็นคนเดียวกัน %(n)s คู่", line.in_all) % {"n": line.in_all}
    more = (_("หรือมากกว่านั้น"),) if line.in_all >= COUNTED else ()
    return Item(line, "twins", said, reverse("web:doubts"), more)


def _action(line: Line) -> Item:
    here = reverse("web:action", args=[line.id])
    told = (_("ที่เราบอกไว้ว่าจะทำ"),)
    return Item(line, "leaf", line.th, here, told, line.on, act=_("ถึงไหนแล้ว"), act_href=here)


def _question(line: Line) -> Item:
    whose = _("ยังไม่มีเจ้าของ") if line.kind == "unowned" else _("โจทย์ของเรา")
    told = (whose, _("เปิดไว้ %(when)s") % {"when": _ago(line)})
    return Item(line, "say", line.th, reverse("web:question", args=[line.id]), told)


def _handover(line: Line) -> Item:
    said = _("ส่งมอบที่นั่ง %(seat)s ยังไม่เสร็จ") % {"seat": line.said(reader())}
    return Item(line, "chair", said, reverse("web:handover", args=[line.id]), due=line.on)


def _taken(line: Line) -> Item:
    said = _("รับที่นั่งนี้ต่อจาก %(who)s") % {"who": line.th}
    return Item(line, "chair", said, reverse("web:team_matters"), (_("ดูเรื่องที่ยังเปิดอยู่"),))


def _frozen(line: Line) -> Item:
    said = _("%(body)s ยังตัดสินแทนทุกฝ่ายไม่ได้") % {"body": line.said(reader())}
    return Item(line, "chair", said, reverse("web:team", args=[line.id]), (_("มีคนนั่งไม่ครบ"),))


def _term(line: Line) -> Item:
    if line.in_all > 1:
        n = {"n": line.in_all}
        said = ngettext("%(n)s ที่นั่งใกล้ครบวาระหรือครบแล้ว", "%(n)s ที่นั่งใกล้ครบวาระหรือครบแล้ว", line.in_all) % n
        soonest = _("ใกล้สุด %(day)s") % {"day": _day(line)}
        return Item(line, "chair", said, reverse("web:team_matters"), due=line.on, due_said=soonest)
    over = line.on is not None and line.on < clock.today()
    said = (_("วาระของ %(seat)s ครบแล้ว") if over else _("วาระของ %(seat)s จะครบ")) % {"seat": line.said(reader())}
    return Item(line, "chair", said, reverse("web:seat", args=[line.of]), due=line.on)


def _coming(line: Line) -> Item:
    here = reverse("web:gathering", args=[line.id])
    at = line.at.astimezone(clock.BANGKOK) if line.at else None
    when = _("%(day)s %(hour)s น.") % {"day": _day(line), "hour": f"{at:%H.%M}"} if at else ""
    if not line.more:
        return Item(line, "talk", line.th, here, due=line.on, due_said=when)
    told = (_("ชวนเราไว้ ยังไม่ได้ตอบ"),)
    return Item(line, "talk", line.th, here, told, line.on, when, act=_("ตอบ"), act_href=here)


def _room_waits(line: Line) -> Item:
    here = reverse("web:room_outcome", args=[line.id]) + "#open"
    return Item(line, "talk", line.th, here, (_("ยังไม่ได้บอกว่าเรื่องไหนเป็นโจทย์ต่อ"),))


def _room(line: Line) -> Item:
    if line.kind == "room_closed":
        closed = _("ห้องปิดแล้ว ดูได้ว่าเห็นตรงกันเรื่องอะไร")
        return Item(line, "talk", line.th, reverse("web:room_outcome", args=[line.id]), (closed,))
    until = (_("ถึง %(day)s") % {"day": _day(line)},) if line.on else ()
    return Item(line, "talk", line.th, reverse("web:host_room", args=[line.id]), (_("ห้องที่ยังเปิดอยู่"), *until))


def _round(line: Line) -> Item:
    answer = reverse("web:answer_round", args=[line.id])
    told = (RoundKind(line.more).said(reader()),)
    return Item(
        line, "rules", line.th, reverse("web:proposal", args=[line.of]), told, line.on, act=_("ตอบ"), act_href=answer
    )


def _carry(line: Line) -> Item:
    told = (_("ฝากเราไปบอกขาที่ยังไม่ได้ตอบ"),)
    return Item(line, "talk", line.th, reverse("web:proposal", args=[line.of]), told, line.on)


def _proposal(line: Line) -> Item:
    stage = ProposalStage(line.more)
    told = _("รอเปิดรอบสอง") if stage is ProposalStage.SECOND_CALL else stage.said(reader())
    return Item(line, "rules", line.th, reverse("web:proposal", args=[line.id]), (_("ข้อเสนอที่รอเราทำต่อ"), told))


def _test(line: Line) -> Item:
    find = reverse("web:objection", args=[line.id, "find"])
    told = (_("เราเป็นหนึ่งในสามที่ดูข้อติดใจนี้"),)
    return Item(line, "eye", line.th, reverse("web:proposal", args=[line.of]), told, act=_("ดูข้อติดใจ"), act_href=find)


def _for_now(line: Line) -> Item:
    here = reverse("web:rule", args=[line.of])
    told = (_("ตกลงไว้ก่อน ขาของเรายังไม่ได้พูด"),)
    return Item(line, "chair", line.th, here, told, line.on, act=_("บอกของขาเรา"), act_href=here)


def _review(line: Line) -> Item:
    return Item(line, "rules", line.th, reverse("web:rule", args=[line.of]), (_("ถึงเวลาทบทวน"),), line.on)


def _practise(line: Line) -> Item:
    told = (_("เดือนนี้เป็นอย่างไรบ้าง"),)
    return Item(line, "pen", line.th, reverse("web:commitment", args=[line.id]), told, line.on)


def _friend(line: Line) -> Item:
    said = _("แวะถาม %(who)s หน่อยว่าติดอะไร") % {"who": line.said(reader())}
    write = reverse("web:step_deed", args=[line.id, "answer"])
    here = reverse("web:commitment", args=[line.of])
    return Item(line, "say", said, here, (line.more,), line.on, act=_("จดว่าเพื่อนติดอะไร"), act_href=write)


def _mediate(line: Line) -> Item:
    said = _("%(who)s ขอให้เราช่วยไกล่เกลี่ย") % {"who": line.said(reader())}
    settle = reverse("web:step_deed", args=[line.more, "settle"])
    here = reverse("web:commitment", args=[line.of])
    return Item(line, "chair", said, here, act=_("บอกผลไกล่เกลี่ย"), act_href=settle)


def _day(line: Line) -> str:
    return say_date(line.on, language=reader()) if line.on else ""


def _ago(line: Line) -> str:
    return say_ago(line.on, clock.today(), reader()) if line.on else ""


_SHOWN: dict[str, Callable[[Any], Item]] = {
    "request": _request,
    "emergency": _emergency,
    "duplicate": _duplicate,
    "action": _action,
    "question": _question,
    "unowned": _question,
    "coming": _coming,
    "handover": _handover,
    "taken": _taken,
    "frozen": _frozen,
    "term": _term,
    "room": _room,
    "room_closed": _room,
    "room_waits": _room_waits,
    "round": _round,
    "carry": _carry,
    "proposal": _proposal,
    "test": _test,
    "for_now": _for_now,
    "review_rule": _review,
    "practise": _practise,
    "friend": _friend,
    "mediate": _mediate,
}
