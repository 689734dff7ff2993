"""After a gathering: what we learned by leg, and what we said we would do."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms import model_to_dict
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sanam.domain.foundation import clock
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.operations import reviews
from sanam.domain.gatherings.permissions import check_can_look_after, check_can_take_part, check_writes_of, writes_of
from sanam.domain.gatherings.policies import REVIEWED_IN
from sanam.domain.gatherings.talk_words import ActionState
from sanam.interfaces.web.gatherings.talk_forms import HowFarForm, LearnedForm, PromiseForm
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.request import Request


@require_safe
def page(request: Request, gathering_id: str) -> HttpResponse:
    """What we said last time, what went well, what each leg tells, what we will do."""
    actor = seated(request)
    found = queries.review(actor, str(gathering_id))
    context = {
        "review": found,
        "gathering": found.gathering,
        "open": found.gathering.said in REVIEWED_IN,
        "may_promise": writes_of(actor, found.gathering),
        "mine": actor.ref,
        "today": clock.today(),
    }
    return render(request, "gatherings/review.html", context)


@require_http_methods(["GET", "POST"])
def reflect(request: Request, gathering_id: str) -> HttpResponse:
    """Say what one learned, by name or without."""
    actor = seated(request)
    check_can_take_part(actor)
    gathering = queries.gathering(actor, str(gathering_id))
    own = queries.own_words(actor, gathering)
    form = LearnedForm(request.POST if request.method == "POST" else None, initial=model_to_dict(own) if own else {})

    def done(said: dict[str, Any]) -> HttpResponse:
        reviews.reflect(by=actor, gathering=gathering, learned=form.learned(), unnamed=bool(said["unnamed"]))
        messages.success(request, _("เล่าแล้ว ขอบคุณที่ช่วยกันเรียนรู้"))
        return go(request, "web:review", gathering.id)

    sub = _("ไม่ถึง 10 นาที เว้นช่องได้ ถ้าไม่บอกว่าใครเล่า จะเก็บแค่ขา และเฉพาะขาที่มีคนนั่งตั้งแต่ 5 คน")
    return ask(request, form, _question(gathering, _("หลังวง เราเรียนรู้อะไร"), sub, _("เล่า")), done)


@require_http_methods(["GET", "POST"])
def promise(request: Request, gathering_id: str) -> HttpResponse:
    """Say what will be done, by whom and when."""
    actor = seated(request)
    gathering = queries.gathering(actor, str(gathering_id))
    check_writes_of(actor, gathering)
    form = PromiseForm(request.POST if request.method == "POST" else None)

    def done(said: dict[str, Any]) -> HttpResponse:
        what = {"text": said["text"], "owner": form.chosen(), "due_on": said["due_on"]}
        reviews.promise(by=actor, gathering=gathering, **what)
        messages.success(request, _("จดแล้ว จะกลับมาเองจนกว่าจะทำเสร็จ"))
        return go(request, "web:review", gathering.id)

    sub = _("กลับมาที่หน้าวันนี้ของเจ้าของ วาระวงหน้า และบทเรียนครั้งหน้า เตือนครั้งเดียวเมื่อถึงวัน")
    return ask(request, form, _question(gathering, _("เราจะทำอะไรต่อ"), sub, _("จดไว้")), done)


@require_http_methods(["GET", "POST"])
def how_far(request: Request, action_id: int) -> HttpResponse:
    """Say how far it has come: done, partly, not yet, or let go with a reason."""
    actor = seated(request)
    action = queries.action(actor, action_id)
    check_can_look_after(actor, action)
    begun = {"state": action.state, "note": action.note}
    form = HowFarForm(request.POST if request.method == "POST" else None, initial=begun)

    def done(said: dict[str, Any]) -> HttpResponse:
        told = {"state": ActionState(said["state"]), "note": said["note"], "due_on": said["due_on"]}
        reviews.tell_how_far(by=actor, action=action, **told)
        messages.success(request, _("บันทึกแล้ว"))
        return go(request, "web:review", action.gathering_id)

    return ask(request, form, _question(action.gathering, action.text, "", _("บันทึก")), done)


def _question(gathering: Any, title: str, sub: str, verb: str) -> Question:
    return Question(title, sub, verb, reverse("web:review", args=[gathering.id]), gathering.title)
