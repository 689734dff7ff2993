"""Requests: the list by due day, one request, and receiving one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.journal import operations as journal
from sanam.domain.registry import queries as registry
from sanam.domain.registry.operations import requests as deeds
from sanam.domain.registry.permissions import check_can
from sanam.domain.registry.rights.words import (
    ANSWERED_BY_FILE,
    ANSWERED_BY_HOLDING_BACK,
    SECTIONS,
    WAITING,
    Asked,
    RequestState,
)
from sanam.domain.teams.words import Can
from sanam.interfaces.files.everything.package import packed
from sanam.interfaces.web.account.again import given_lately, password_before
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.requests.forms import ReceiveForm
from sanam.interfaces.web.requests.titles import titles
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.by_rule import turned
from sanam.interfaces.web.shell.request import Request


def answering(request: Request) -> Actor:
    """Whoever may answer requests, or carry out what was accepted; raises NotAllowed for others."""
    actor = seated(request)
    if not actor.may(Can.ERASE_PEOPLE):
        check_can(actor, Can.ANSWER_REQUESTS)
    return actor


@require_safe
def requests(request: Request) -> HttpResponse:
    """What waits, by the day it is due; or what is settled."""
    actor = answering(request)
    journal.look(by=actor, at="people", did="people.looked", because="requests")
    settled = request.GET.get("settled", "") == "yes"
    found = registry.requests(actor, settled=settled, after=request.GET.get("after", ""))
    within = turned(request)["requests.answer_within"].value
    context = {"found": found, "settled": settled, "within": f"{within:g}", "today": clock.today()}
    return render(request, "requests/requests.html", context)


@require_safe
def one(request: Request, request_id: str) -> HttpResponse:
    """One request, what may be done about it now, and what is in the way of an erasure."""
    actor = answering(request)
    found = registry.request(actor, str(request_id))
    holds, held_back = [], []
    if found.subject is not None:
        journal.look(by=actor, at=found.subject.ref)
        holds = registry.holds_of(actor, found.subject)
        held_back = registry.restrictions_of(actor, found.subject)
    context = {
        "one": found,
        "person": found.subject,
        "holds": holds,
        "held_back": held_back,
        "today": clock.today(),
        "section": SECTIONS[found.asked],
        "titles": titles(
            [(found.received_by_ref, found.received_by_label), (found.decided_by_ref, found.decided_by_label)]
        ),
        "may": may(actor, found),
        "ready": given_lately(request),
    }
    return render(request, "requests/request.html", context)


def may(actor: Actor, found: Any) -> dict[str, bool]:
    """What this seat may do about a request as it stands."""
    open_ = found.said in WAITING and found.subject is not None and actor.may(Can.ANSWER_REQUESTS)
    erasing = found.asked is Asked.ERASURE
    accepted = found.said is RequestState.ACCEPTED and found.subject is not None
    return {
        "decide": open_,
        "answer": open_ and not erasing and found.asked not in ANSWERED_BY_HOLDING_BACK,
        "hold_back": open_ and found.asked in ANSWERED_BY_HOLDING_BACK,
        "accept": open_ and erasing and found.said is RequestState.OPEN,
        "lift": actor.may(Can.ANSWER_REQUESTS),
        "file": open_ and found.asked in ANSWERED_BY_FILE,
        "correct": open_ and found.asked is Asked.RECTIFICATION and actor.may(Can.CORRECT_PEOPLE),
        "erase": accepted and actor.may(Can.ERASE_PEOPLE) and actor.member != found.decided_by_member,
    }


@require_http_methods(["GET", "POST"])
def of_person(request: Request, person_id: str) -> HttpResponse:
    """What was asked about one person so far, and a form to write down what is asked now."""
    actor = seated(request)
    check_can(actor, Can.ANSWER_REQUESTS)
    person = registry.person(actor, str(person_id))
    journal.look(by=actor, at=person.ref)
    form = ReceiveForm(request.POST or None)

    def done(said: dict[str, Any]) -> HttpResponse:
        made = deeds.receive(by=actor, person=person, received=form.received())
        messages.success(request, _("จดคำขอแล้ว และอยู่ในรายการที่ต้องตอบ"))
        return go(request, "web:request", made.id)

    question = Question(
        _("คำขอเรื่องข้อมูลของเขา"),
        _("เจ้าของข้อมูลขอดู ขอแก้ หรือขอลบข้อมูลของตัวเองได้ ไม่ต้องบอกเหตุผล"),
        _("จดคำขอ"),
        reverse("web:person", args=[person.id]),
        person.full_name,
    )
    return ask(
        request,
        form,
        question,
        done,
        person=person,
        asked_before=registry.requests_of(actor, person),
        today=clock.today(),
    )


@require_POST
def accept(request: Request, request_id: str) -> HttpResponse:
    """Agree to an erasure; another member carries it out."""
    actor = seated(request)
    check_can(actor, Can.ANSWER_REQUESTS)
    deeds.accept(by=actor, request=registry.request(actor, str(request_id)))
    messages.success(request, _("รับคำขอแล้ว ให้อีกคนที่มีสิทธิลบเป็นผู้ลงมือ"))
    return go(request, "web:request", request_id)


@require_POST
def file(request: Request, request_id: str) -> HttpResponse:
    """Everything about the person as a zip, made now and kept nowhere; whoever may is asked for the password first."""
    actor = seated(request)
    check_can(actor, Can.ANSWER_REQUESTS)
    found = registry.request(actor, str(request_id))
    if asked := password_before(request, reverse("web:request", args=[found.id]) + "#file"):
        return asked
    whole = packed(by=actor, request=found)
    name = f"everything-{clock.today().isoformat()}.zip"  # a neutral name: this one lies in a downloads folder
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(whole, content_type="application/zip", headers=headers)
