"""Deeds on one request, each a small page: answer, refuse, extend, withdraw, hold, correct."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from sanam.domain.foundation.actor import Actor
from sanam.domain.journal import operations as journal
from sanam.domain.registry import queries as registry
from sanam.domain.registry.operations import holds, restrictions
from sanam.domain.registry.operations import requests as deeds
from sanam.domain.registry.permissions import check_can, not_here
from sanam.domain.registry.words import How
from sanam.domain.teams.words import Can
from sanam.interfaces.web.people import comparing
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.people.forms import CorrectForm
from sanam.interfaces.web.requests.forms import (
    AnswerForm,
    ExtendForm,
    HoldBackForm,
    HoldForm,
    LiftRestrictionForm,
    RefuseForm,
    WithdrawForm,
)
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.request import Request


@dataclass(frozen=True, slots=True)
class Deed:
    """How a deed is asked for, what its button says, and what it does with what was said."""

    title: Any
    sub: Any
    verb: Any
    done: Any
    form: Callable[[Request, Any], forms.Form]
    do: Callable[[Actor, Any, dict[str, Any]], object]


def _answered(by: Actor, one: Any, said: dict[str, Any]) -> object:
    return deeds.answer(by=by, request=one, text=said["text"])


def _held_back(by: Actor, one: Any, said: dict[str, Any]) -> object:
    return restrictions.hold_back(by=by, request=one, text=said["text"], purposes=said.get("purposes", ()))


def _refused(by: Actor, one: Any, said: dict[str, Any]) -> object:
    return deeds.refuse(by=by, request=one, ground=said["ground"], text=said["text"])


def _extended(by: Actor, one: Any, said: dict[str, Any]) -> object:
    return deeds.extend(by=by, request=one, until=said["until"], because=said["because"])


def _withdrawn(by: Actor, one: Any, said: dict[str, Any]) -> object:
    return deeds.withdraw(by=by, request=one, text=said["text"])


def _held(by: Actor, one: Any, said: dict[str, Any]) -> object:
    return holds.place(by=by, person=one.subject, because=said["because"], until=said["until"])


DEEDS = {
    "answer": Deed(
        gettext_lazy("ตอบคำขอ"),
        gettext_lazy("เขียนอย่างที่จะบอกเขา เขาขอเก็บไว้ได้"),
        gettext_lazy("บันทึกคำตอบ"),
        gettext_lazy("ตอบแล้ว"),
        lambda request, one: AnswerForm(request.POST or None),
        _answered,
    ),
    "hold-back": Deed(
        gettext_lazy("ระงับใช้ตามที่ขอ"),
        gettext_lazy("เราเก็บข้อมูลไว้แต่ไม่ใช้ เขาจะหายจากรายชื่อ การค้นหา ส่งออก ตัวเลข และรายการงานของทุกที่นั่ง ยกเว้นคนที่ตอบคำขอ"),
        gettext_lazy("ระงับใช้และตอบ"),
        gettext_lazy("ระงับใช้แล้ว และตอบคำขอแล้ว"),
        lambda request, one: HoldBackForm(request.POST or None, kind=one.asked),
        _held_back,
    ),
    "refuse": Deed(
        gettext_lazy("ทำตามไม่ได้"),
        gettext_lazy("ทำไม่ได้เฉพาะเมื่อกฎหมายให้เหตุไว้ เขาร้องเรียนต่อคณะกรรมการคุ้มครองข้อมูลส่วนบุคคลได้"),
        gettext_lazy("บันทึกเหตุและคำตอบ"),
        gettext_lazy("บันทึกเหตุและคำตอบแล้ว"),
        lambda request, one: RefuseForm(request.POST or None, kind=one.asked),
        _refused,
    ),
    "extend": Deed(
        gettext_lazy("ขอเวลาอีกหน่อย"),
        gettext_lazy("เลื่อนได้เท่าที่กฎหมายให้ 30 วันนับจากวันรับคำขอ และบอกเขาด้วย"),
        gettext_lazy("เลื่อนวันตอบ"),
        gettext_lazy("เลื่อนวันตอบแล้ว"),
        lambda request, one: ExtendForm(request.POST or None),
        _extended,
    ),
    "withdraw": Deed(
        gettext_lazy("เขาขอถอนคำขอ"),
        gettext_lazy("บันทึกไว้ว่ารู้ได้อย่างไร"),
        gettext_lazy("บันทึกการถอน"),
        gettext_lazy("บันทึกการถอนแล้ว"),
        lambda request, one: WithdrawForm(request.POST or None),
        _withdrawn,
    ),
    "hold": Deed(
        gettext_lazy("มีเหตุตามกฎหมายให้เก็บไว้"),
        gettext_lazy("ระหว่างนี้ลบไม่ได้ จนกว่าจะถึงวันหรือปลดออก"),
        gettext_lazy("เก็บไว้ก่อน"),
        gettext_lazy("ตั้งไว้แล้ว ระหว่างนี้ลบไม่ได้"),
        lambda request, one: HoldForm(request.POST or None),
        _held,
    ),
}


@require_http_methods(["GET", "POST"])
def deed(request: Request, request_id: str, deed: str) -> HttpResponse:
    """One of the deeds by its word."""
    actor = seated(request)
    check_can(actor, Can.ANSWER_REQUESTS)
    if (what := DEEDS.get(deed)) is None:
        raise Http404
    found = _standing(actor, request_id)

    def done(said: dict[str, Any]) -> HttpResponse:
        what.do(actor, found, said)
        messages.success(request, what.done)
        return go(request, "web:request", found.id)

    question = _question(found, what.title, what.sub, what.verb)
    return ask(request, what.form(request, found), question, done, person=found.subject)


@require_http_methods(["GET", "POST"])
def correct(request: Request, request_id: str) -> HttpResponse:
    """Put right what was asked, and answer, in one deed."""
    actor = seated(request)
    check_can(actor, Can.ANSWER_REQUESTS)
    check_can(actor, Can.CORRECT_PEOPLE)
    found = _standing(actor, request_id)
    form = CorrectForm(request.POST or None, initial=comparing.known(found.subject))

    def done(said: dict[str, Any]) -> HttpResponse:
        told = {"version": said["version"], "how": How(said["how"]), "on": said["on"]}
        deeds.correct(by=actor, request=found, values=form.values(), **told)
        messages.success(request, _("แก้แล้ว และตอบคำขอแล้ว"))
        return go(request, "web:request", found.id)

    sub = _("แก้แล้วถือว่าตอบคำขอนี้ ค่าเดิมอยู่ในประวัติ")
    question = _question(found, _("แก้ตามที่ขอ"), sub, _("บันทึกและตอบ"))
    return ask(request, form, question, done, person=found.subject)


@require_POST
def lift_hold(request: Request, hold_id: int) -> HttpResponse:
    """End a hold."""
    actor = seated(request)
    check_can(actor, Can.ANSWER_REQUESTS)
    hold = registry.hold(actor, hold_id)
    holds.lift(by=actor, hold=hold)
    messages.success(request, _("ปลดแล้ว"))
    return go(request, "web:person_requests", hold.person.id)


@require_http_methods(["GET", "POST"])
def lift_restriction(request: Request, restriction_id: int) -> HttpResponse:
    """Let somebody who was held back be seen and cared for again."""
    actor = seated(request)
    check_can(actor, Can.ANSWER_REQUESTS)
    found = registry.restriction(actor, restriction_id)
    journal.look(by=actor, at=found.person.ref)

    def done(said: dict[str, Any]) -> HttpResponse:
        restrictions.lift(by=actor, restriction=found, on=said["on"], because=said["because"])
        messages.success(request, _("เลิกระงับแล้ว ทุกคนที่มีสิทธิเห็นเขาได้เหมือนเดิม"))
        return go(request, "web:person", found.person.id)

    question = Question(
        _("เลิกระงับใช้"),
        _("เจ้าตัวบอกได้ทุกเมื่อ ถ้าเป็นเพราะเหตุหมดไป ต้องเป็นคนละคนกับที่ระงับไว้"),
        _("เลิกระงับ"),
        reverse("web:person", args=[found.person.id]),
        found.person.full_name,
    )
    return ask(request, LiftRestrictionForm(request.POST or None), question, done, person=found.person)


def _standing(actor: Actor, request_id: str) -> Any:
    """A request whose person is still here; the form shows them, so the look is written."""
    found = registry.request(actor, str(request_id))
    if found.subject is None:
        raise not_here()
    journal.look(by=actor, at=found.subject.ref)
    return found


def _question(found: Any, title: Any, sub: Any, verb: Any) -> Question:
    return Question(title, sub, verb, reverse("web:request", args=[found.id]), found.subject.full_name)
