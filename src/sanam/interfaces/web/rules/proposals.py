"""A proposal: written, read with what changed in words, written anew, taken back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sanam.domain.foundation import clock
from sanam.domain.rules import queries
from sanam.domain.rules.operations import proposals as deeds
from sanam.domain.rules.permissions import check_is_author, check_tends, seat_taking_part
from sanam.domain.rules.policies import check_can_be_changed
from sanam.domain.rules.queries import Proposal
from sanam.domain.rules.values import steers
from sanam.domain.teams import queries as teams
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.rules.beginning import beginning_of
from sanam.interfaces.web.rules.draft_form import DraftForm, as_drafted
from sanam.interfaces.web.rules.drafting import Drafting, drafting
from sanam.interfaces.web.rules.proposal_page import page_of
from sanam.interfaces.web.rules.small_forms import NothingForm
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.request import Request


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
    begins = beginning_of(request, actor)
    rule = begins.agreed.rule if begins.agreed else None
    if rule and request.method == "GET" and (going := queries.changing(actor, rule)):
        messages.info(request, _("มีข้อเสนอแก้กติกานี้อยู่แล้ว ขอแก้ในข้อเสนอนี้ได้"))
        return redirect("web:proposal", going.pk)
    form = DraftForm(request.POST or None, clauses=begins.clauses(), steers=steers(body), initial=begins.initial())

    def done(said: dict[str, Any]) -> HttpResponse:
        made = deeds.draft(by=actor, body=body, rule=rule, goal=begins.goal, **form.told())
        messages.success(request, _("เสนอแล้ว ต่อไปเปิดรอบให้ทุกขาได้ถามและตอบ"))
        return go(request, "web:proposal", made.pk)

    title = _("เสนอแก้กติกา") if rule else _("เสนอกติกา")
    sub = _("เริ่มจากข้อที่ทำกันอยู่แล้ว ข้อหนึ่งพูดเรื่องเดียว")
    question = Question(title, sub, _("เสนอ"), reverse("web:rules"), _("กติกา"))
    return drafting(request, form, Drafting(actor, body, question, begins, renews=rule is not None), done)


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
    question = Question(_("แก้ร่าง"), sub, _("บันทึกร่างใหม่"), back, found.title)
    return drafting(request, form, Drafting(actor, found.body, question, renews=found.base_ref is not None), done)


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


def _take_back(found: Proposal) -> Question:
    back = reverse("web:proposal", args=[found.pk])
    return Question(_("ถอนข้อเสนอนี้"), _("ข้อความยังอยู่ให้อ่านได้ เสนอใหม่เมื่อไรก็ได้"), _("ถอนข้อเสนอ"), back, found.title)
