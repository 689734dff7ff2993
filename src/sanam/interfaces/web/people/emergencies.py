"""Somebody outside one's scope, opened in an emergency; and the review of it by whoever keeps the record."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanam.domain.foundation.refused import BadInput
from sanam.domain.journal import operations as journal
from sanam.domain.registry import queries as registry
from sanam.domain.registry.operations import emergencies
from sanam.domain.registry.permissions import check_can
from sanam.domain.registry.words import Verdict
from sanam.domain.teams.words import Can
from sanam.interfaces.web.account.again import needs_password_again
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.people.forms import KindForm, NumberField
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go, part_or_page
from sanam.interfaces.web.shell.request import Request


class EmergencyForm(KindForm):
    """The whole number, and why."""

    number = NumberField(label=gettext_lazy("เลขบัตรประชาชนครบ 13 หลัก"), help_text=gettext_lazy("ดูจากบัตรของเขา"))
    reason = forms.CharField(
        label=gettext_lazy("เกิดอะไรขึ้น ต้องรู้อะไร"),
        max_length=300,
        help_text=gettext_lazy("ผู้ดูแลบันทึกและวงดูแลของเขาได้อ่าน และครอบครัวขอดูได้"),
    )


@require_http_methods(["GET", "POST"])
def emergency(request: Request) -> HttpResponse:
    """Asks for the whole ID and a reason; the password once more opens the person for a few hours."""
    check_can(seated(request), Can.BREAK_GLASS)
    return _open(request) if request.method == "POST" else _emergency(request)


@require_safe
def reviews(request: Request) -> HttpResponse:
    """Emergency openings of people whose record this seat keeps, which wait for its word."""
    actor = seated(request)
    check_can(actor, Can.CORRECT_PEOPLE)
    waiting = registry.to_review(actor)
    if waiting:
        journal.look(by=actor, at="people", did="people.looked", because="reviews")
    return render(request, "people/reviews.html", {"waiting": waiting, "verdicts": list(Verdict)})


@require_POST
def review(request: Request, emergency_id: str) -> HttpResponse:
    """Say whether it was right, with words; what should not have been opened closes at once."""
    actor = seated(request)
    check_can(actor, Can.CORRECT_PEOPLE)
    opened = registry.emergency(actor, str(emergency_id))
    verdict = request.POST.get("verdict", "")
    if verdict not in set(Verdict):
        raise BadInput("web.verdict", "เลือกก่อนว่าเปิดถูกหรือไม่ควรเปิด", "Choose first whether it was right.")
    emergencies.review(
        by=actor, emergency=opened, verdict=Verdict(verdict), words=request.POST.get("words", "").replace("\0", "")
    )
    messages.success(request, _("บันทึกผลทบทวนแล้ว ผู้เปิดได้ข่าว"))
    return go(request, "web:reviews")


def _emergency(request: Request) -> HttpResponse:
    actor = seated(request)
    form = EmergencyForm(request.POST if request.method == "POST" else None)

    def done(said: dict[str, Any]) -> HttpResponse:
        found = emergencies.break_glass(by=actor, number=said["number"], reason=said["reason"])
        if len(found) == 1:
            return go(request, "web:person", found[0].pk)
        found = [registry.person(actor, str(one.pk)) for one in found]
        for one in found:
            journal.look(by=actor, at=one.ref, because=registry.because(actor, one))
        return part_or_page(request, "people/opened.html", "answer", {"found": found})

    question = Question(
        _("เหตุฉุกเฉิน"),
        _("ใช้เมื่อชีวิตหรือร่างกายของเขาเสี่ยง และถามใครไม่ทัน เปิดดูได้ไม่กี่ชั่วโมง วงดูแลของเขาได้ข่าวทันที แล้วมีคนทบทวน"),
        _("เปิดดูกรณีฉุกเฉิน"),
        reverse("web:people"),
        _("ผู้คน"),
    )
    return ask(request, form, question, done, dials="emergency.")


_open = needs_password_again(_emergency)
