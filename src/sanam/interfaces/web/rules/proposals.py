"""A proposal: written, read with what changed in words, written anew, taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sanam.domain.dialogue import queries as dialogue
from sanam.domain.dialogue.queries import CommonGoal
from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import Refused
from sanam.domain.rules import queries
from sanam.domain.rules.operations import proposals as deeds
from sanam.domain.rules.operations.proposals import Worded
from sanam.domain.rules.permissions import check_is_author, check_tends, seat_taking_part
from sanam.domain.rules.policies import check_can_be_changed
from sanam.domain.rules.queries import Agreed, Proposal
from sanam.domain.rules.values import steers
from sanam.domain.teams import queries as teams
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.rules.proposal_forms import DraftForm, NothingForm, as_drafted
from sanam.interfaces.web.rules.proposal_page import page_of
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go, part_or_page
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request

Deed = Callable[[dict[str, Any]], HttpResponse]


@require_safe
def proposal(request: Request, proposal_id: str) -> HttpResponse:
    """One proposal: the text, its rounds, what each leg said, and the next step."""
    actor = seated(request)
    found = queries.proposal(actor, str(proposal_id))
    return render(request, "rules/proposal.html", {"page": page_of(actor, found), "today": clock.today()})


@require_http_methods(["GET", "POST"])
def new(request: Request) -> HttpResponse:
    """Propose a rule to the body of one's seat, a change to one of its rules, or what a common goal asks for."""
    actor = seated(request)
    body = teams.body_of(actor)
    seat_taking_part(actor, body)
    rule_id, goal_id = _named(request, "rule"), _named(request, "goal")
    agreed = queries.rule(actor, rule_id) if rule_id else None
    if agreed and request.method == "GET" and (going := queries.changing(actor, agreed.rule)):
        messages.info(request, _("มีข้อเสนอแก้กติกานี้อยู่แล้ว ขอแก้ในข้อเสนอนี้ได้"))
        return redirect("web:proposal", going.pk)
    goal = dialogue.common_goal(actor, goal_id) if goal_id else None
    known = [Worded(one.text, one.values, one.number) for one in agreed.version.clauses.all()] if agreed else []
    form = DraftForm(request.POST or None, clauses=known, steers=steers(body), initial=_start(agreed, goal))
    rule = agreed.rule if agreed else None

    def done(said: dict[str, Any]) -> HttpResponse:
        made = deeds.draft(by=actor, body=body, rule=rule, goal=goal, **form.told())
        messages.success(request, _("เสนอแล้ว ต่อไปเปิดรอบให้ทุกขาได้ถามและตอบ"))
        return go(request, "web:proposal", made.pk)

    title = _("เสนอแก้กติกา") if rule else _("เสนอกติกา")
    sub = _("เริ่มจากข้อที่ทำกันอยู่แล้ว ข้อหนึ่งพูดเรื่องเดียว")
    return _drafting(request, form, Question(title, sub, _("เสนอ"), reverse("web:rules"), _("กติกา")), done)


@require_http_methods(["GET", "POST"])
def change(request: Request, proposal_id: str) -> HttpResponse:
    """Write the draft anew; whoever wrote on an older one keeps what was typed and is told."""
    actor = seated(request)
    found = queries.proposal(actor, str(proposal_id))
    check_tends(actor, found)
    check_can_be_changed(found)
    form = DraftForm(
        request.POST or None, clauses=found.clauses.all(), steers=steers(found.body), initial=as_drafted(found)
    )

    def done(said: dict[str, Any]) -> HttpResponse:
        deeds.change_draft(by=actor, proposal=found, seen=said["seen"] or 0, **form.told())
        messages.success(request, _("บันทึกเป็นร่างใหม่แล้ว"))
        return go(request, "web:proposal", found.pk)

    back = reverse("web:proposal", args=[found.pk])
    sub = _("ร่างที่ %(n)s ลบข้อความให้ว่าง คือตัดข้อนั้นออก") % {"n": found.draft}
    return _drafting(request, form, Question(_("แก้ร่าง"), sub, _("บันทึกร่างใหม่"), back, found.title), done)


@require_http_methods(["GET", "POST"])
def withdraw(request: Request, proposal_id: str) -> HttpResponse:
    """Take back what one's own seat proposed."""
    actor = seated(request)
    found = queries.proposal(actor, str(proposal_id))
    check_is_author(actor, found)

    def done(said: dict[str, Any]) -> HttpResponse:
        deeds.withdraw(by=actor, proposal=found)
        messages.success(request, _("ถอนข้อเสนอแล้ว"))
        return go(request, "web:proposal", found.pk)

    return ask(request, NothingForm(request.POST or None), _take_back(found), done)


def _named(request: Request, key: str) -> str:
    """What the address names, empty where it names nothing; raises Http404 for what can be no name."""
    try:
        return str(UUID(request.GET[key])) if request.GET.get(key) else ""
    except ValueError:
        raise Http404 from None


def _start(agreed: Agreed | None, goal: CommonGoal | None) -> dict[str, str]:
    """The title and why that the form begins with."""
    if agreed:
        return {"title": agreed.rule.title}
    if goal:
        room = goal.exchange.title
        return {"title": goal.statement.text[:200], "why": _("ทุกขาเห็นตรงกันในห้อง “%(room)s”") % {"room": room}}
    return {}


def _take_back(found: Proposal) -> Question:
    back = reverse("web:proposal", args=[found.pk])
    return Question(_("ถอนข้อเสนอนี้"), _("ข้อความยังอยู่ให้อ่านได้ เสนอใหม่เมื่อไรก็ได้"), _("ถอนข้อเสนอ"), back, found.title)


def _drafting(request: Request, form: DraftForm, question: Question, done: Deed) -> HttpResponse:
    """As `ask` does, with clauses in the middle; «more clauses» asks again with what was typed."""
    if request.method != "POST" or "more" in request.POST:
        return _page(request, form, question)
    if not form.is_valid():
        return _page(request, form, question, 422)
    try:
        return done(form.cleaned_data)
    except Refused as refusal:
        return _page(request, form, question, refusal.status, refusal.sentence(reader()))


def _page(request: Request, form: DraftForm, question: Question, status: int = 200, refusal: str = "") -> HttpResponse:
    again = "more" in request.POST
    context = {"form": form, "refusal": refusal, "again": again, **asdict(question)}
    return part_or_page(request, "rules/drafting.html", "asked", context, status)
