"""Rounds: opened, answered, answered for a seat without a phone, closed, and counted again from a file."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanam.domain.rules import queries
from sanam.domain.rules.operations import responses
from sanam.domain.rules.operations import rounds as deeds
from sanam.domain.rules.permissions import check_tends, seat_taking_part
from sanam.domain.rules.policies import check_goes_on, check_open
from sanam.domain.rules.queries import Proposal, Round
from sanam.domain.rules.standing import legs_of
from sanam.domain.rules.words import ProposalStage, RoundKind
from sanam.domain.teams import queries as teams
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.rules.answer_forms import AnswerForm, AssistForm, read_beside
from sanam.interfaces.web.rules.round_forms import RoundForm
from sanam.interfaces.web.rules.small_forms import filled_seats
from sanam.interfaces.web.rules.whats_next import closes_said
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request


@require_http_methods(["GET", "POST"])
def open_round(request: Request, proposal_id: str) -> HttpResponse:
    """Open the next round; after a short call the second one, with who carries it."""
    actor = seated(request)
    found = queries.proposal(actor, str(proposal_id))
    check_tends(actor, found)
    check_goes_on(found)
    second = found.said is ProposalStage.SECOND_CALL
    form = RoundForm(request.POST or None, second=second, seats=filled_seats(legs_of(found.body)))

    def done(said: dict[str, Any]) -> HttpResponse:
        deeds.open_round(by=actor, proposal=found, **form.told())
        messages.success(request, _("เปิดรอบแล้ว ทุกที่นั่งที่ต้องตอบได้ข่าว"))
        return go(request, "web:proposal", found.pk)

    title = _("เปิดรอบสอง") if second else _("เปิดรอบ")
    sub = (
        _("ปิดในเจ็ดถึงสิบสี่วัน คำตอบเดิมยังอยู่ คนที่เราฝากไปบอกขาที่ยังไม่ได้ตอบ และจดแทนให้ได้")
        if second
        else _("ถามให้เข้าใจก่อน แล้วฟังว่ารู้สึกอย่างไร จึงลงเสียง")
    )
    question = Question(title, sub, _("เปิดรอบ"), _back(found), found.title)
    return ask(request, form, question, done, dials=("rules.second_call", "rules.provisional") if second else "")


@require_http_methods(["GET", "POST"])
def answer(request: Request, round_id: int) -> HttpResponse:
    """Answer for one's own seat; until the round closes it may be answered anew."""
    actor = seated(request)
    one = queries.a_round(actor, round_id)
    seat_taking_part(actor, one.proposal.body)
    check_open(one)
    mine = queries.own_answer(actor, one)
    form = AnswerForm(request.POST or None, one=one, initial=_known(mine))
    shown = read_beside(one.proposal) | {
        "mine": mine,
        "recorder": teams.seat(mine.by_ref) if mine and mine.assisted else None,
    }

    def done(said: dict[str, Any]) -> HttpResponse:
        responses.answer(by=actor, one=one, said=form.said())
        messages.success(request, _("ตอบแล้ว เปลี่ยนได้จนกว่ารอบจะปิด"))
        return go(request, "web:proposal", one.proposal_id)

    return ask(request, form, _question(one, _("คำตอบของที่นั่งเรา"), _("ตอบ"), _hint(one)), done, **shown)


@require_http_methods(["GET", "POST"])
def assist(request: Request, round_id: int) -> HttpResponse:
    """Write down what a seat said by telephone, on paper or on a visit."""
    actor = seated(request)
    one = queries.a_round(actor, round_id)
    seat_taking_part(actor, one.proposal.body)
    check_open(one)
    waiting = [seat for seat in filled_seats(legs_of(one.proposal.body)) if str(seat.pk) != actor.ref]
    form = AssistForm(request.POST or None, one=one, seats=waiting)

    def done(said: dict[str, Any]) -> HttpResponse:
        responses.assist(by=actor, one=one, **form.told())
        messages.success(request, _("จดแล้ว ที่นั่งนั้นได้ข่าว และตอบเองได้จนกว่ารอบจะปิด"))
        return go(request, "web:proposal", one.proposal_id)

    sub = _("สำหรับคนที่ไม่มีโทรศัพท์หรือเข้าไม่ได้ อ่านให้เขาฟัง ถามเขา แล้วจดตามคำ เขาได้ข่าว และตอบเองทับได้")
    return ask(request, form, _question(one, _("จดคำตอบแทน"), _("จดไว้"), sub), done, **read_beside(one.proposal))


@require_POST
def close(request: Request, round_id: int) -> HttpResponse:
    """Close a round that everybody has answered, or whose time is over."""
    actor = seated(request)
    one = queries.a_round(actor, round_id)
    check_tends(actor, one.proposal)
    deeds.close(by=actor, one=one)
    messages.success(request, _("ปิดรอบแล้ว"))
    return go(request, "web:proposal", one.proposal_id)


@require_safe
def file(request: Request, round_id: int) -> HttpResponse:
    """The decision as the file that `sanam decide` counts again."""
    decision = queries.decision(seated(request), round_id)
    answer = JsonResponse(decision.asked, json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer.headers["Content-Disposition"] = f'attachment; filename="decision-{decision.round_id}.json"'
    return answer


def _known(mine: Any) -> dict[str, Any]:
    if mine is None:
        return {}
    objected = queries.own_objection(mine)
    said = {"aim": objected.aim, "change": objected.change} if objected else {}
    return said | {"value": mine.value, "reason": mine.reason}


def _hint(one: Round) -> str:
    if RoundKind(one.kind) in {RoundKind.DECISION, RoundKind.SENSE}:
        return _("ไม่มีใครเห็นคำตอบของใครจนกว่ารอบจะปิด เปลี่ยนได้จนถึง %(when)s") % {"when": closes_said(one)}
    return _("ทุกคนเห็นสิ่งที่พูดในรอบนี้ทันที")


def _question(one: Round, title: str, verb: str, sub: str) -> Question:
    title = f"{title}: {RoundKind(one.kind).said(reader())}"
    return Question(title, sub, verb, _back(one.proposal), one.proposal.title)


def _back(proposal: Proposal) -> str:
    return reverse("web:proposal", args=[proposal.pk])
