"""A word on a clause: signed, told of each month, set down; and its page with how it goes."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sanam.domain.foundation import clock
from sanam.domain.rules import queries
from sanam.domain.rules.operations import commitments
from sanam.domain.rules.practice_permissions import check_can_sign, check_owns, owns, sees_steps
from sanam.domain.rules.practice_policies import lasts, wants_help
from sanam.domain.rules.words import Went
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.rules.forms import PractiseForm, SignForm
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.request import Request


@require_http_methods(["GET", "POST"])
def sign(request: Request, clause_id: int) -> HttpResponse:
    """Give one's organisation's word on a clause."""
    actor = seated(request)
    clause = queries.clause(actor, clause_id)
    rule = clause.version.rule
    check_can_sign(actor, rule)
    form = SignForm(request.POST if request.method == "POST" else None)

    def done(said: dict[str, Any]) -> HttpResponse:
        commitments.sign(by=actor, clause=clause, promise=form.promise())
        messages.success(request, _("ลงชื่อแล้ว เดือนละครั้งเราจะถามว่าเป็นอย่างไร แตะเดียวก็พอ"))
        return go(request, "web:rule", rule.pk)

    back = reverse("web:rule", args=[rule.pk])
    return ask(request, form, Question(_("ลงชื่อทำตาม"), clause.text, _("ลงชื่อทำตาม"), back, rule.title), done)


@require_safe
def commitment(request: Request, commitment_id: str) -> HttpResponse:
    """One word given: how it went month by month, and, within the body, how its seat was helped."""
    actor = seated(request)
    word = queries.commitment(actor, str(commitment_id))
    steps = queries.steps_of(actor, word)
    inside = sees_steps(actor, word)
    context = {
        "word": word,
        "agreed": word.clause.version,
        "told": queries.told_of(word) if inside else [],
        "inside": inside,
        "mine": owns(actor, word),
        "steps": [(one, lasts(one)) for one in steps],
        "wants_help": inside and wants_help(word),
        "today": clock.today(),
    }
    return render(request, "rules/commitment.html", context)


@require_http_methods(["GET", "POST"])
def practise(request: Request, commitment_id: str) -> HttpResponse:
    """Say how it goes; "ทำได้" is one tap from Today, the rest is asked."""
    actor = seated(request)
    word = queries.commitment(actor, str(commitment_id))
    check_owns(actor, word)
    months = queries.months_to_tell(word)
    tapped = {"went": request.GET.get("went", "")}
    form = PractiseForm(request.POST if request.method == "POST" else None, months=months, initial=tapped)

    def done(said: dict[str, Any]) -> HttpResponse:
        went, month = Went(said["went"]), date.fromisoformat(said["month"])
        more = {"obstacle": said["obstacle"], "help_wanted": bool(said["help_wanted"])}
        commitments.practise(by=actor, commitment=word, went=went, month=month, **more)
        messages.success(request, _thanks(went, help_wanted=bool(said["help_wanted"])))
        return go(request, _from(request, word.clause.version.rule_id))

    back = reverse("web:commitment", args=[word.pk])
    sub = _("บอกตามจริง ยังไม่ได้ทำก็ไม่เป็นไร จะได้รู้ว่าติดอะไร")
    return ask(request, form, Question(word.what, sub, _("บอก"), back, word.clause.version.rule.title), done)


def _thanks(went: Went, *, help_wanted: bool) -> str:
    if help_wanted:
        return _("บอกแล้ว คณะได้ข่าวว่าเราขอเพื่อนช่วย")
    return _("บันทึกแล้ว ขอบคุณที่ทำด้วยกัน") if went is Went.DID else _("บันทึกแล้ว ขอบคุณที่บอกตามจริง")


def _from(request: Request, rule_id: Any) -> str:
    """Back to where it was tapped, or to the rule."""
    back = request.POST.get("back", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith("/")
    return back if safe else reverse("web:rule", args=[rule_id])
