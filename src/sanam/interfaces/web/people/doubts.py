"""Two records that may be one person: looked at side by side, decided with a reason."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from sanam.domain.journal import operations as journal
from sanam.domain.registry import queries as registry
from sanam.domain.registry.operations import conflicts, duplicates
from sanam.domain.registry.permissions import check_can
from sanam.domain.teams.words import Can
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.people.forms import KindForm
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.request import Request


class ApartForm(KindForm):
    """How one knows that they are two people."""

    reason = forms.CharField(
        label=gettext_lazy("รู้ได้อย่างไรว่าคนละคน"),
        max_length=300,
        help_text=gettext_lazy("เช่น ไปเยี่ยมมาแล้วทั้งสองบ้าน หรือเลขบัตรของคนหนึ่งจดผิด"),
    )


@require_POST
def settle(request: Request, conflict_id: int) -> HttpResponse:
    """Say whose word holds where a file and somebody who was there disagree."""
    actor = seated(request)
    dispute = registry.conflict(actor, conflict_id)
    conflicts.decide(by=actor, conflict=dispute, take=request.POST.get("word") == "file")
    messages.success(request, _("บันทึกแล้ว ทั้งสองค่ายังอยู่ในประวัติ"))
    if request.POST.get("back") == "list":
        return go(request, "web:conflicts")
    return go(request, "web:history", dispute.person.id)


@require_http_methods(["GET", "POST"])
def decide(request: Request, duplicate_id: int) -> HttpResponse:
    """Say that two records are two people; a pair that may be one person stays open until it is known."""
    actor = seated(request)
    check_can(actor, Can.CORRECT_PEOPLE)
    pair = registry.duplicate(actor, duplicate_id)
    for one in (pair.first, pair.second):
        journal.look(by=actor, at=one.ref)

    def done(said: dict[str, Any]) -> HttpResponse:
        duplicates.keep_apart(by=actor, duplicate=pair, reason=said["reason"])
        messages.success(request, _("บันทึกแล้วว่าคนละคน"))
        return go(request, "web:person", pair.first.id)

    question = Question(
        _("อาจเป็นคนเดียวกัน"),
        _why(pair.basis),
        _("คนละคนกัน"),
        reverse("web:history", args=[pair.first.id]),
        pair.first.full_name,
    )
    return ask(request, ApartForm(request.POST or None), question, done, pair=[pair.first, pair.second])


def _why(basis: str) -> str:
    """What makes two records look like one person."""
    if basis == "name":
        return _("ชื่อเดียวกัน วันเกิดไม่ค้านกัน ถ้ายังไม่แน่ใจ ปล่อยไว้ก่อนได้")
    return _("เลขบัตรตรงกัน แต่ชื่อ เพศ หรือวันเกิดไม่ตรง ถ้ายังไม่แน่ใจ ปล่อยไว้ก่อนได้")
