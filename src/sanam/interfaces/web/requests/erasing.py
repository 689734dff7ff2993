"""Erasing a person, and what stays of those who were."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sanam.domain.journal import operations as journal
from sanam.domain.registry import queries as registry
from sanam.domain.registry.operations import erasure
from sanam.domain.registry.permissions import check_can, not_here
from sanam.domain.teams.words import Can
from sanam.interfaces.web.account.again import needs_password_again
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.requests.forms import EraseForm, LiftForm
from sanam.interfaces.web.requests.titles import titles
from sanam.interfaces.web.requests.views import answering
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.request import Request


@require_http_methods(["GET", "POST"])
def erase(request: Request, request_id: str) -> HttpResponse:
    """Carry out what another member accepted; it says plainly what goes and what stays."""
    actor = seated(request)
    check_can(actor, Can.ERASE_PEOPLE)
    found = registry.request(actor, str(request_id))
    if found.subject is None:
        raise not_here()
    return _erase(request, found)


@needs_password_again
def _erase(request: Request, found: Any) -> HttpResponse:
    person = found.subject
    journal.look(by=request.actor, at=person.ref)

    def done(said: dict[str, Any]) -> HttpResponse:
        erasure.carry_out(by=request.actor, request=found, ground=said["ground"])
        messages.success(request, _("ลบแล้ว เหลือแต่เครื่องหมายว่าเคยลบ ไม่มีชื่อหรือค่าใดของเขา"))
        return go(request, "web:erased")

    question = Question(
        _("ลบข้อมูลของคนหนึ่ง"),
        _("ทุกค่าของเขาจะหายจากทุกที่ ทั้งประวัติ แถวจากแฟ้ม รูป ข่าว และการค้นหา เหลือบันทึกว่าใครทำอะไรเมื่อไร ไม่มีค่า"),
        _("ลบข้อมูลของเขา"),
        reverse("web:request", args=[found.id]),
        person.full_name,
    )
    return ask(request, EraseForm(request.POST or None), question, done, person=person)


@require_safe
def erased(request: Request) -> HttpResponse:
    """Tombstones within this seat's areas: when, by whom, on what ground, what is kept until when."""
    actor = answering(request)
    stones = registry.tombstones(actor)
    told = titles((one.by_ref, one.by_label) for one in stones)
    context = {"stones": stones, "titles": told, "may_lift": actor.may(Can.ERASE_PEOPLE)}
    return render(request, "requests/erased.html", context)


@require_http_methods(["GET", "POST"])
def lift(request: Request, tombstone_id: str) -> HttpResponse:
    """Let files speak of an erased person again."""
    actor = seated(request)
    check_can(actor, Can.ERASE_PEOPLE)
    return _lift(request, registry.tombstone(actor, str(tombstone_id)))


@needs_password_again
def _lift(request: Request, stone: Any) -> HttpResponse:
    def done(said: dict[str, Any]) -> HttpResponse:
        erasure.lift(by=request.actor, tombstone=stone)
        messages.success(request, _("แฟ้มที่อ่านเข้าครั้งหน้า พาเขากลับมาได้แล้ว"))
        return go(request, "web:erased")

    question = Question(
        _("ให้แฟ้มพาเขากลับมาได้"),
        _("ข้อมูลที่ลบไปแล้วไม่กลับมา แต่แฟ้มของหน่วยบริการครั้งหน้าจะเพิ่มเขาเข้าทะเบียนใหม่"),
        _("เอาเครื่องหมายออก"),
        reverse("web:erased"),
        _("ที่เคยลบ"),
    )
    return ask(request, LiftForm(request.POST or None), question, done)
