"""What happens next with a proposal, and when: one sentence for every state, the same for everybody."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from sanam.domain.foundation import clock
from sanam.domain.foundation.thai.dates import say_date, say_time
from sanam.domain.rules.policies import is_open
from sanam.domain.rules.queries import Proposal, Round, Standing
from sanam.domain.rules.words import ProposalStage, RoundKind
from sanam.interfaces.web.shell.language import reader

ASKED: Mapping[RoundKind, Any] = {
    RoundKind.QUESTION: gettext_lazy("ถามกันได้ถึง %(when)s ทุกคนเห็นทันที แล้วจึงไปรอบต่อไป"),
    RoundKind.REACTION: gettext_lazy("บอกความรู้สึกได้ถึง %(when)s แล้วแก้ร่างด้วยกันก่อนลงเสียง"),
    RoundKind.SENSE: gettext_lazy("บอกว่ารับได้แค่ไหนถึง %(when)s เห็นผลเมื่อปิด รอบนี้ไม่ตัดสินอะไร"),
    RoundKind.DECISION: gettext_lazy("ตอบได้ถึง %(when)s ใครตอบอะไร ทุกขาเห็นพร้อมกันเมื่อปิด"),
}
WAITS: Mapping[ProposalStage, Any] = {
    ProposalStage.DRAFT: gettext_lazy("ยังเป็นร่าง ต่อไปเปิดรอบให้ทุกขาได้ถามและตอบ"),
    ProposalStage.TALKING: gettext_lazy("ต่อไปแก้ร่างด้วยกัน แล้วเปิดรอบลงเสียงเมื่อพร้อม"),
    ProposalStage.DECIDING: gettext_lazy("ตกลงกันแล้ว รอคณะมีผู้นั่งพอ จะเริ่มใช้เองเมื่อครบ"),
    ProposalStage.SECOND_CALL: gettext_lazy(
        "คำตอบยังมาไม่ครบองค์ประชุม จึงยังไม่ได้ตัดสินอะไร ต่อไปเปิดรอบสอง ให้คนหนึ่งไปบอกขาที่ยังไม่ได้ตอบ"
    ),
    ProposalStage.RETURNED: gettext_lazy("รอบที่แล้วยังไม่ตกลง แก้ร่างด้วยกันแล้วเปิดรอบใหม่ได้"),
}
ENDED: Mapping[ProposalStage, Any] = {
    ProposalStage.LAPSED: gettext_lazy("ไม่ได้คุยต่อครึ่งปี จึงพับไว้เมื่อ %(when)s เสนอใหม่เมื่อไรก็ได้"),
    ProposalStage.WITHDRAWN: gettext_lazy("ผู้เสนอถอนเมื่อ %(when)s ข้อความยังอยู่ให้อ่าน เสนอใหม่เมื่อไรก็ได้"),
}


def whats_next(found: Proposal, shown: Standing | None, objections: int) -> str:
    """The sentence; `shown` is the open round or the last that decided, `objections` how many stand in the way."""
    if shown is not None and shown.round.closed_at is None:
        return _while_open(shown)
    if found.said in ENDED:
        return ENDED[found.said] % {"when": _day(found.ended_at)}
    if found.said in WAITS:
        return _objected(objections) if objections else _waiting(found, shown)
    return _agreed(found, shown)


def closes_said(one: Round) -> str:
    """The day and the hour a round closes."""
    return f"{_day(one.closes_at)} {say_time(one.closes_at, reader())}"


def _while_open(standing: Standing) -> str:
    one, kind = standing.round, RoundKind(standing.round.kind)
    when = {"when": closes_said(one)}
    if not is_open(one):
        return _("หมดเวลาตอบแล้ว กำลังนับ")
    if not standing.waiting and kind in {RoundKind.DECISION, RoundKind.SENSE}:
        return _everybody_answered(standing) % when
    if one.call > 1:
        return _("รอบสอง ตอบได้ถึง %(when)s ถ้าผ่านแต่ยังไม่ครบขา ตกลงไว้ก่อน") % when
    return ASKED[kind] % when


def _everybody_answered(standing: Standing) -> str:
    if standing.may_override:
        return _("ทุกที่นั่งมีคำตอบแล้ว ที่นั่งที่มีคนจดแทนยังตอบเองได้ จนปิด %(when)s")
    return _("ทุกที่นั่งตอบแล้ว ปิดรอบได้เลย ถ้าไม่มีใครปิด จะปิดเอง %(when)s")


def _waiting(found: Proposal, shown: Standing | None) -> str:
    if found.said is ProposalStage.RETURNED and shown is not None and shown.round.draft < found.draft:
        return _("แก้ร่างแล้ว ต่อไปเปิดรอบใหม่ ทุกที่นั่งตอบกับร่างนี้อีกครั้ง")
    return str(WAITS[found.said])


def _objected(many: int) -> str:
    return ngettext(
        "ยังมีข้อติดใจ %(n)s ข้อ ดูด้วยกันว่าเปลี่ยนอะไรแล้วไปต่อได้ แล้วเปิดรอบใหม่",
        "ยังมีข้อติดใจ %(n)s ข้อ ดูด้วยกันว่าเปลี่ยนอะไรแล้วไปต่อได้ แล้วเปิดรอบใหม่",
        many,
    ) % {"n": many}


def _agreed(found: Proposal, shown: Standing | None) -> str:
    version = found.version
    if version.provisional_until:
        name = f"name_{reader()}"
        silent = [row.leg for row in shown.legs if row.leg.pk in version.missing] if shown else []
        legs = ", ".join(_("ขา%(leg)s") % {"leg": getattr(leg, name)} for leg in silent)
        said = _("ตกลงไว้ก่อนถึง %(until)s ยังขาด %(legs)s ขาที่ขาดยินยอมหรือขอคุยใหม่ได้")
        return said % {"until": _day(version.provisional_until), "legs": legs}
    days = {"day": _day(version.adopted_at), "start": _day(version.in_force_from), "review": _day(version.review_on)}
    if found.retires:
        return _("ตกลงกันเมื่อ %(day)s ให้เลิกใช้กติกานี้ตั้งแต่ %(start)s") % days
    return _("ตกลงกันเมื่อ %(day)s เริ่มใช้ %(start)s ทบทวน %(review)s") % days


def _day(when: date | datetime | None) -> str:
    day = when.astimezone(clock.BANGKOK).date() if isinstance(when, datetime) else when
    return say_date(day, language=reader()) if day else ""
