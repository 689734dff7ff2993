"""Minutes while people talk, how far the gathering has come, and the approval of its report."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.operations import calling, minutes, questions, reports
from sanam.domain.gatherings.permissions import check_writes_of, writes_of
from sanam.domain.gatherings.policies import WRITTEN_IN, check_may_approve
from sanam.domain.gatherings.words import Stage
from sanam.interfaces.web.gatherings import lines
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go, part_or_page
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request


@require_http_methods(["GET", "POST"])
def page(request: Request, gathering_id: str) -> HttpResponse:
    """The minutes: read by whoever sees the gathering, written by seats that write."""
    actor = seated(request)
    talk = queries.talk(actor, str(gathering_id))
    if request.method != "POST":
        return _page(request, actor, talk)
    check_writes_of(actor, talk.gathering)
    try:
        _write(actor, talk, request.POST)
    except Refused as refusal:
        again = queries.talk(actor, str(gathering_id))  # somebody else wrote meanwhile
        return _page(request, actor, again, refusal, tuple(refusal.details.get("minutes", ())))
    return _then(request, actor, talk.gathering)


@require_POST
def move(request: Request, gathering_id: str) -> HttpResponse:
    """Begin the talk, end it, or take it up again."""
    actor = seated(request)
    gathering = queries.gathering(actor, str(gathering_id))
    check_writes_of(actor, gathering)
    to = request.POST.get("to", "")
    if to not in list(Stage):
        raise BadInput("gatherings.where_to", "ไม่รู้จักขั้นนี้", "There is no such stage.")
    calling.move(by=actor, gathering=gathering, to=Stage(to))
    return go(request, "web:minutes", gathering.id)


@require_http_methods(["GET", "POST"])
def approve(request: Request, gathering_id: str) -> HttpResponse:
    """The report as it will stand, and the button of whoever did not write it."""
    actor = seated(request)
    gathering = queries.gathering(actor, str(gathering_id))
    check_writes_of(actor, gathering)
    if request.method == "POST":
        reports.approve(by=actor, gathering=gathering)
        messages.success(request, _("รับรองรายงานแล้ว จากนี้ไม่เปลี่ยนอีก"))
        return go(request, "web:gathering", gathering.id)
    context = {"report": queries.report(gathering), "gathering": gathering, "why_not": _why_not(actor, gathering)}
    return render(request, "gatherings/approve.html", context)


def _why_not(actor: Actor, gathering: Any) -> str:
    """Why this member cannot approve it now, in one sentence; empty when they can."""
    try:
        check_may_approve(actor, gathering)
    except Refused as refusal:
        return refusal.sentence(reader())
    return ""


@transaction.atomic
def _write(actor: Actor, talk: Any, data: Any) -> None:
    """All that was typed, or nothing: what is refused stays in its fields, and none of it is kept twice."""
    minutes.write(by=actor, gathering=talk.gathering, lines=lines.sent(data, talk))
    for text in data.get("questions", "").splitlines():
        if text.strip():
            questions.leave_open(by=actor, gathering=talk.gathering, text=text[: lines.LONGEST])
    if (was_there := data.get("concerned", "")) in {"yes", "no"}:
        minutes.say_person_concerned(by=actor, gathering=talk.gathering, was_there=was_there == "yes")


def _then(request: Request, actor: Actor, gathering: Any) -> HttpResponse:
    """Where the button that was pressed leads, once all is saved."""
    then = request.POST.get("then", "")
    if then == "decide":
        return go(request, "web:decide", gathering.id)
    if then == "held" and gathering.said is Stage.OPEN:
        calling.move(by=actor, gathering=gathering, to=Stage.HELD)
        messages.success(request, _("บันทึกแล้ว คุยจบแล้ว รออีกคนรับรองรายงาน"))
    else:
        messages.success(request, _("บันทึกแล้ว"))
    return go(request, "web:minutes", gathering.id)


def _page(
    request: Request, actor: Actor, talk: Any, refusal: Refused | None = None, apart: tuple[int, ...] = ()
) -> HttpResponse:
    data = request.POST if refusal else None
    may_write = writes_of(actor, talk.gathering)
    context = {
        "gathering": talk.gathering,
        "talk": talk,
        "sections": lines.sections(talk, data, apart),
        "intro": lines.around(talk, "intro", data, apart),
        "thanks": lines.around(talk, "thanks", data, apart),
        "gone": lines.taken_out(talk, data, apart) if data else [],
        "questions_typed": data.get("questions", "") if data else "",
        "questions": list(talk.gathering.open_questions.select_related("owner__leg")),
        "refusal": refusal.sentence(reader()) if refusal else "",
        "writes": may_write and talk.gathering.said in WRITTEN_IN,
        "may_write": may_write,
        "today": clock.today(),
    }
    return part_or_page(request, "gatherings/minutes.html", "asked", context, refusal.status if refusal else 200)
