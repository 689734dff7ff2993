"""Open questions: the list, oldest first, one of them, and what may be done about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.operations import questions as deeds
from sanam.domain.gatherings.permissions import can_look_after, check_can_look_after
from sanam.interfaces.web.gatherings.talk_forms import ConcludeForm, HandOnForm, NothingForm, SetAsideForm
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.request import Request


@require_safe
def page(request: Request) -> HttpResponse:
    """The questions of the district, narrowed by links that survive a reload."""
    shown = request.GET.get("shown", "open")
    found = queries.questions(seated(request), shown=shown, after=request.GET.get("after", ""))
    ways = (
        ("open", _("ยังเปิดอยู่")),
        ("unowned", _("ยังไม่มีเจ้าของ")),
        ("mine", _("ของที่นั่งนี้")),
        ("settled", _("จบหรือพักไว้แล้ว")),
    )
    context = {"found": found, "shown": shown if shown in dict(ways) else "open", "ways": ways, "today": clock.today()}
    return render(request, "gatherings/questions.html", context)


@require_safe
def one(request: Request, question_id: int) -> HttpResponse:
    """One question: whose it is, since when, and what concluded it."""
    actor = seated(request)
    found = queries.question(actor, question_id)
    mine = str(found.owner_id) == actor.ref
    context = {
        "one": found,
        "mine": mine,
        "today": clock.today(),
        "may_take": found.waits and not found.owner_id,
        "may": can_look_after(actor, found),
    }
    return render(request, "gatherings/question.html", context)


@require_POST
def take_up(request: Request, question_id: int) -> HttpResponse:
    """Take a question up for one's own seat."""
    actor = seated(request)
    deeds.take_up(by=actor, question=queries.question(actor, question_id))
    messages.success(request, _("รับโจทย์แล้ว จะกลับมาหาเราที่หน้าวันนี้จนกว่าจะได้ข้อสรุป"))
    return go(request, "web:question", question_id)


@dataclass(frozen=True, slots=True)
class Deed:
    """How a deed is asked for, what its button says, and what it does with what was said."""

    title: Any
    sub: Any
    verb: Any
    done: Any
    form: Callable[[Actor, Any], forms.Form]
    do: Callable[[Actor, Any, Any], object]


def _concluded(by: Actor, one: Any, form: Any) -> object:
    said = form.cleaned_data
    at = queries.gathering(by, said["at"]) if said["at"] else None
    return deeds.conclude(by=by, question=one, words=said["words"], at=at)


DEEDS = {
    "hand-on": Deed(
        gettext_lazy("ส่งต่อโจทย์นี้"),
        gettext_lazy("ที่นั่งที่รับต่อจะได้ข่าวทันที"),
        gettext_lazy("ส่งต่อ"),
        gettext_lazy("ส่งต่อแล้ว"),
        lambda actor, data: HandOnForm(data),
        lambda by, one, form: deeds.hand_on(by=by, question=one, to=form.chosen()),
    ),
    "conclude": Deed(
        gettext_lazy("ได้ข้อสรุปแล้ว"),
        gettext_lazy("เขียนอย่างที่คนไม่ได้มาอ่านแล้วเข้าใจ"),
        gettext_lazy("บันทึกข้อสรุป"),
        gettext_lazy("บันทึกข้อสรุปแล้ว"),
        lambda actor, data: ConcludeForm(data, gatherings=queries.visible(actor)[:20]),
        _concluded,
    ),
    "set-aside": Deed(
        gettext_lazy("พักโจทย์นี้ไว้"),
        gettext_lazy("จะไม่กลับมาอีก จนกว่าจะมีคนเปิดใหม่"),
        gettext_lazy("พักไว้"),
        gettext_lazy("พักไว้แล้ว"),
        lambda actor, data: SetAsideForm(data),
        lambda by, one, form: deeds.set_aside(by=by, question=one, reason=form.cleaned_data["reason"]),
    ),
    "reopen": Deed(
        gettext_lazy("เปิดโจทย์นี้อีกครั้ง"),
        gettext_lazy("จะกลับมาหาเจ้าของ และขึ้นวาระวงหน้า"),
        gettext_lazy("เปิดอีกครั้ง"),
        gettext_lazy("เปิดอีกครั้งแล้ว"),
        lambda actor, data: NothingForm(data),
        lambda by, one, form: deeds.reopen(by=by, question=one),
    ),
}


@require_http_methods(["GET", "POST"])
def deed(request: Request, question_id: int, deed: str) -> HttpResponse:
    """One of the deeds by its word."""
    actor = seated(request)
    if (what := DEEDS.get(deed)) is None:
        raise Http404
    found = queries.question(actor, question_id)
    check_can_look_after(actor, found)
    form = what.form(actor, request.POST if request.method == "POST" else None)

    def done(said: dict[str, Any]) -> HttpResponse:
        what.do(actor, found, form)
        messages.success(request, what.done)
        return go(request, "web:question", found.pk)

    question = Question(what.title, what.sub, what.verb, reverse("web:question", args=[found.pk]), found.text)
    return ask(request, form, question, done)
