"""Changes to a clause: asked for, taken in, not taken in, taken back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sanam.domain.foundation.refused import BadInput
from sanam.domain.rules import queries
from sanam.domain.rules.numbering import next_number
from sanam.domain.rules.operations import amendments as deeds
from sanam.domain.rules.permissions import check_is_own, check_tends, seat_taking_part
from sanam.domain.rules.policies import check_goes_on
from sanam.domain.rules.queries import Amendment, Proposal
from sanam.domain.rules.values import steers
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.rules.change_forms import AmendForm
from sanam.interfaces.web.rules.one_clause import change_clause
from sanam.interfaces.web.rules.small_forms import BecauseForm, NothingForm
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.request import Request


@require_http_methods(["GET", "POST"])
def amend(request: Request, proposal_id: str, number: int) -> HttpResponse:
    """Ask for a change to one clause, or for a new one with the next number."""
    actor = seated(request)
    found = queries.proposal(actor, str(proposal_id))
    seat_taking_part(actor, found.body)
    check_goes_on(found)
    clause = found.clauses.filter(number=number).first()
    if clause is None and number != next_number(found):
        raise BadInput("rules.no_such_clause", "ไม่มีข้อนี้ในร่าง", "The draft has no such clause.")
    form = AmendForm(request.POST or None, clause=clause, number=number, steers=steers(found.body))

    def done(said: dict[str, Any]) -> HttpResponse:
        deeds.ask(by=actor, proposal=found, reason=said["reason"], **form.change())
        messages.success(request, _("ขอแก้แล้ว ผู้ดูแลข้อเสนอได้ข่าว"))
        return go(request, "web:proposal", found.pk)

    title = _("ขอแก้ข้อ %(n)s") if clause else _("ขอเพิ่มข้อ %(n)s")
    sub = _("แก้จากข้อความเดิมได้เลย ลบให้ว่าง คือขอตัดข้อนี้ออก") if clause else _("ข้อหนึ่งพูดเรื่องเดียว")
    question = Question(title % {"n": number}, sub, _("ขอแก้"), _back(found), found.title)
    return change_clause(request, form, question, done)


@require_http_methods(["GET", "POST"])
def settle(request: Request, amendment_id: int, deed: str) -> HttpResponse:
    """Take a change in, do not, or take one's own back."""
    actor = seated(request)
    found = queries.amendment(actor, amendment_id)
    proposal = found.proposal
    if deed == "withdraw":
        check_is_own(actor, found.seat_id)
    elif deed in {"accept", "reject"}:
        check_tends(actor, proposal)
    else:
        raise Http404
    form = (BecauseForm if deed == "reject" else NothingForm)(request.POST or None)

    def done(said: dict[str, Any]) -> HttpResponse:
        if deed == "accept":
            deeds.accept(by=actor, amendment=found)
        elif deed == "reject":
            deeds.reject(by=actor, amendment=found, because=said["because"])
        else:
            deeds.withdraw(by=actor, amendment=found)
        messages.success(request, _("บันทึกแล้ว"))
        return go(request, "web:proposal", proposal.pk)

    return ask(request, form, _question(found, proposal, deed), done)


def _question(found: Amendment, proposal: Proposal, deed: str) -> Question:
    title, verb = {
        "accept": (_("รับคำขอแก้เข้าร่าง"), _("รับเข้าร่าง")),
        "reject": (_("ยังไม่รับคำขอแก้"), _("ยังไม่รับ")),
        "withdraw": (_("ถอนคำขอแก้"), _("ถอนคำขอ")),
    }[deed]
    sub = _("ข้อ %(n)s ให้อ่านว่า “%(text)s”") if found.text else _("ตัดข้อ %(n)s ออก")
    return Question(title, sub % {"n": found.number, "text": found.text}, verb, _back(proposal), proposal.title)


def _back(proposal: Proposal) -> str:
    return reverse("web:proposal", args=[proposal.pk])
