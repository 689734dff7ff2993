"""What a person received: who gave what and when, noted, corrected and withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.foundation.refused import Refused
from sanam.domain.journal import operations as journal
from sanam.domain.registry import queries as registry
from sanam.domain.registry.operations import assistance as deeds
from sanam.domain.registry.permissions import check_can, check_sees_field
from sanam.domain.registry.words import Help
from sanam.domain.teams.words import Can
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.people.forms import KindForm
from sanam.interfaces.web.people.receiving import ReceivedForm
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go, part_or_page
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request


class WithdrawForm(KindForm):
    """Why it was noted though it was not so."""

    because = forms.CharField(label=gettext_lazy("เพราะอะไร"), max_length=200)


@require_safe
def assistance(request: Request, person_id: str) -> HttpResponse:
    """Who gave this person what, and when: the newest first, and what was corrected since."""
    actor = seated(request)
    found = registry.assisted(actor, str(person_id))
    journal.look(by=actor, at=found.person.ref, because=registry.because(actor, found.person))
    context = {
        "person": found.person,
        "gifts": found.gifts,
        "history": found.history,
        "today": clock.today(),
        "may_note": actor.may(Can.CONFIRM_FACTS),
        "sees_sensitive": actor.sees(Privacy.SENSITIVE),
    }
    return render(request, "people/assistance.html", context)


@require_http_methods(["GET", "POST"])
def note(request: Request, person_id: str) -> HttpResponse:
    """Note what somebody received; what alike they had lately is shown first, and hinders nobody."""
    actor = seated(request)
    check_can(actor, Can.CONFIRM_FACTS)
    check_sees_field(actor, Privacy.PERSONAL)
    person = registry.person(actor, str(person_id))
    journal.look(by=actor, at=person.ref)

    def deed(form: ReceivedForm) -> None:
        deeds.note(by=actor, person=person, received=form.received())
        messages.success(request, _("จดแล้ว คนที่จะให้ต่อไปจะได้เห็น"))

    return _asked(request, actor, person, ReceivedForm(request.POST or None), deed, _("จดความช่วยเหลือที่ได้รับ"))


@require_http_methods(["GET", "POST"])
def correct(request: Request, assistance_id: int) -> HttpResponse:
    """Say anew what was received; the earlier note stays in the history."""
    actor = seated(request)
    check_can(actor, Can.CONFIRM_FACTS)
    before = registry.one_gift(actor, assistance_id)
    journal.look(by=actor, at=before.person.ref)
    shown = actor.sees(Privacy.SENSITIVE) or before.by_ref == actor.ref
    form = ReceivedForm(request.POST or None, initial=ReceivedForm.of(before, words_shown=shown))

    def deed(form: ReceivedForm) -> None:
        deeds.correct(by=actor, assistance=before, received=form.received())
        messages.success(request, _("แก้แล้ว บันทึกเดิมยังอยู่ในประวัติ"))

    return _asked(request, actor, before.person, form, deed, _("แก้ความช่วยเหลือที่จดไว้"), before)


@require_http_methods(["GET", "POST"])
def withdraw(request: Request, assistance_id: int) -> HttpResponse:
    """Say that it was never received, and why."""
    actor = seated(request)
    check_can(actor, Can.CONFIRM_FACTS)
    before = registry.one_gift(actor, assistance_id)
    person = before.person
    journal.look(by=actor, at=person.ref)

    def done(said: dict[str, Any]) -> HttpResponse:
        deeds.withdraw(by=actor, assistance=before, because=said["because"])
        messages.success(request, _("ถอนบันทึกแล้ว ของเดิมยังอยู่ในประวัติ"))
        return go(request, "web:assistance", person.id)

    question = Question(
        _("ถอนบันทึก %(what)s") % {"what": before.help.said(reader())},
        _("ใช้เมื่อจดผิดคน หรือไม่ได้รับจริง ถ้าจดรายละเอียดผิด แก้แทนได้"),
        _("ถอนบันทึก"),
        reverse("web:assistance", args=[person.id]),
        person.full_name,
    )
    return ask(request, WithdrawForm(request.POST or None), question, done, person=person)


def _asked(
    request: Request,
    actor: Actor,
    person: Any,
    form: ReceivedForm,
    deed: Callable[[ReceivedForm], None],
    title: str,
    before: Any = None,
) -> HttpResponse:
    """The form; once it can be read, what alike there was lately; once that was seen, the deed."""
    context = {"form": form, "person": person, "title": title, "refusal": "", "alike": [], "today": clock.today()}
    if request.method != "POST" or not form.is_valid():
        return _page(request, context, 422 if request.method == "POST" else 200)
    said = form.cleaned_data
    alike = registry.alike(actor, person, said["kind"], said["on"], but=before)
    if alike and form.seen() != {one.pk for one in alike}:
        return _page(request, context | {"alike": alike, "kind": Help(said["kind"])}, 200)
    try:
        deed(form)
    except Refused as refusal:
        return _page(request, context | {"refusal": refusal.sentence(reader())}, refusal.status)
    return go(request, "web:assistance", person.id)


def _page(request: Request, context: dict[str, Any], status: int) -> HttpResponse:
    return part_or_page(request, "people/receiving.html", "asked", context, status)
