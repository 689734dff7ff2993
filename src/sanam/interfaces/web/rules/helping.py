"""What may be done about a word, a step or a rule, each by its word in the address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotHere
from sanam.domain.rules import queries
from sanam.domain.rules.operations import appeals, commitments, helping, reviewing
from sanam.domain.rules.permissions import seat_taking_part
from sanam.domain.rules.practice_permissions import check_among, check_owns
from sanam.domain.rules.queries import Proposal
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.rules.forms import DecidedForm, SayForm, SeatedForm, SettleForm
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.request import Request


@dataclass(frozen=True, slots=True)
class Deed:
    """How a deed is asked for, what its button says, who may begin it, and what it does with what was said."""

    title: Any
    sub: Any
    verb: Any
    done: Any
    check: Callable[[Actor, Any], object]
    form: Callable[[Actor, Any, Any], forms.Form]
    do: Callable[[Actor, Any, Any], object]


def _body_of(word: Any) -> Any:
    return word.clause.version.rule.body


def _say(label: Any, *, needed: bool = True) -> Callable[[Actor, Any, Any], forms.Form]:
    return lambda actor, thing, data: SayForm(data, label=label, needed=needed)


def _text(form: Any) -> str:
    return str(form.cleaned_data["text"])


WORD_DEEDS = {
    "fulfil": Deed(
        *(_("ทำแล้ว จบคำนี้"), _("ทำครบตามที่บอกไว้แล้ว จะไม่ถามอีก"), _("ทำแล้ว"), _("ขอบคุณที่ทำให้เป็นจริง")),
        check_owns,
        _say(_("อยากเล่าอะไรไหม"), needed=False),
        lambda by, word, form: commitments.fulfil(by=by, commitment=word, because=_text(form)),
    ),
    "end": Deed(
        *(_("เลิกลงชื่อ"), _("ไม่เป็นไร บอกไว้ให้วงได้เรียนรู้"), _("เลิกลงชื่อ"), _("เลิกลงชื่อแล้ว")),
        check_owns,
        _say(_("เลิกเพราะอะไร")),
        lambda by, word, form: commitments.end(by=by, commitment=word, because=_text(form)),
    ),
    "friend": Deed(
        *(_("ให้เพื่อนไปถามว่าติดอะไร"), _("เพื่อนมาจากอีกขา ไปฟัง ไม่ได้ไปตรวจ"), _("ฝากเพื่อนไปถาม"), _("ฝากแล้ว เพื่อนได้ข่าว")),
        lambda by, word: check_among(by, _body_of(word)),
        lambda actor, word, data: SeatedForm(
            data, seats=queries.friends_for(word), who=_("เพื่อนจากขาไหน"), label=_("ฝากถามเรื่องอะไร"), needed=False
        ),
        lambda by, word, form: helping.befriend(by=by, commitment=word, friend=form.chosen(), text=_text(form)),
    ),
    "circle": Deed(
        *(_("เอาเข้าวงครั้งหน้า"), _("คุยกันว่าจะปรับกติกา หรือปรับคำที่ให้ไว้"), _("เอาเข้าวง"), _("จดแล้ว วงครั้งหน้าจะคุยกัน")),
        lambda by, word: check_among(by, _body_of(word)),
        _say(_("ติดอะไร อยากปรับอะไร")),
        lambda by, word, form: helping.to_circle(by=by, commitment=word, text=_text(form)),
    ),
    "pause": Deed(
        *(_("พักสิทธิที่เข้าคู่กัน"), _("ทำได้เมื่อคณะตกลงกัน"), _("พักไว้"), _("พักไว้แล้ว")),
        lambda by, word: check_among(by, _body_of(word)),
        _say(_("เพราะอะไร")),
        lambda by, word, form: helping.pause(by=by, commitment=word),
    ),
    "organisation": Deed(
        *(_("ขอให้หน่วยงานช่วยดูว่าที่นั่งนี้ต้องการอะไร"), _("ทำได้เมื่อคณะตกลงกันแล้วหลังคุยในวง"), _("ขอให้ช่วยดู"), _("จดแล้ว")),
        lambda by, word: check_among(by, _body_of(word)),
        lambda actor, word, data: DecidedForm(
            data, agreed=queries.agreed_by(_body_of(word)), label=_("ขอให้ช่วยเรื่องอะไร")
        ),
        lambda by, word, form: helping.ask_organisation(
            by=by, commitment=word, decided=form.chosen(), text=_text(form)
        ),
    ),
}
"""Deeds about a word given."""


def _check_is_friend(by: Actor, step: Any) -> None:
    if str(step.friend_id) != by.ref:
        raise NotHere("rules.no_step", "ไม่พบเรื่องนี้", "There is no such step.")


def _check_mediates(by: Actor, step: Any) -> None:
    if step.appealed is None or str(step.appealed.mediator_id) != by.ref:
        raise NotHere("rules.no_step", "ไม่พบเรื่องนี้", "There is no such step.")


STEP_DEEDS = {
    "answer": Deed(
        *(_("เพื่อนติดอะไร"), _("เขียนอย่างที่เขาบอก เขาอ่านได้"), _("จดไว้"), _("จดแล้ว เพื่อนได้ข่าว")),
        _check_is_friend,
        _say(_("ติดอะไร อยากได้อะไร")),
        lambda by, step, form: helping.answer(by=by, step=step, answer=_text(form)),
    ),
    "appeal": Deed(
        *(_("ขอให้มีคนไกล่เกลี่ย"), _("ผู้ไกล่เกลี่ยมาจากขาที่สาม ฟังทั้งสองฝ่าย"), _("ขอไกล่เกลี่ย"), _("ขอแล้ว ผู้ไกล่เกลี่ยได้ข่าว")),
        lambda by, step: check_owns(by, step.commitment),
        lambda actor, step, data: SeatedForm(
            data, seats=queries.mediators_for(step), who=_("ใครช่วยไกล่เกลี่ย"), label=_("ไม่เห็นด้วยเพราะ")
        ),
        lambda by, step, form: appeals.appeal(by=by, step=step, why=_text(form), mediator=form.chosen()),
    ),
    "settle": Deed(
        *(_("ไกล่เกลี่ยแล้วเป็นอย่างไร"), _("ฟังทั้งสองฝ่ายแล้วบอกผล"), _("บอกผล"), _("บอกผลแล้ว")),
        _check_mediates,
        lambda actor, step, data: SettleForm(data, label=_("ตกลงกันว่า")),
        lambda by, step, form: appeals.settle(
            by=by, appeal=step.appealed, upheld=form.cleaned_data["upheld"] == "yes", outcome=_text(form)
        ),
    ),
}
"""Deeds about a step of help."""

RULE_DEEDS = {
    "renew": Deed(
        *(_("เสนอให้ใช้ต่อ"), _("ข้อความเดิม ให้คณะตกลงกันอีกครั้ง"), _("เสนอให้ใช้ต่อ"), _("เสนอแล้ว คณะตกลงกันได้เลย")),
        lambda by, agreed: seat_taking_part(by, agreed.rule.body),
        _say(_("ใช้ต่อเพราะ")),
        lambda by, agreed, form: reviewing.propose_renewal(by=by, rule=agreed.rule, why=_text(form)),
    ),
    "retire": Deed(
        *(
            _("เสนอให้เลิกใช้"),
            _("เมื่อคณะตกลง ค่าต่าง ๆ จะกลับที่เดิม และคำที่ให้ไว้จบลง"),
            _("เสนอให้เลิกใช้"),
            _("เสนอแล้ว คณะตกลงกันได้เลย"),
        ),
        lambda by, agreed: seat_taking_part(by, agreed.rule.body),
        _say(_("เลิกใช้เพราะ")),
        lambda by, agreed, form: reviewing.propose_retirement(by=by, rule=agreed.rule, why=_text(form)),
    ),
}
"""Deeds about a rule: each begins a proposal, which the body agrees on."""


@require_http_methods(["GET", "POST"])
def about_word(request: Request, commitment_id: str, deed: str) -> HttpResponse:
    """One of the deeds about a word given."""
    actor = seated(request)
    what = _deed(WORD_DEEDS, deed)
    word = queries.commitment(actor, str(commitment_id))
    return _ask(request, actor, what, word, word.what, reverse("web:commitment", args=[word.pk]))


@require_http_methods(["GET", "POST"])
def about_step(request: Request, step_id: int, deed: str) -> HttpResponse:
    """One of the deeds about a step of help."""
    actor = seated(request)
    what = _deed(STEP_DEEDS, deed)
    step = queries.step(actor, step_id)
    back = reverse("web:commitment", args=[step.commitment_id])
    return _ask(request, actor, what, step, step.commitment.what, back)


@require_http_methods(["GET", "POST"])
def about_rule(request: Request, rule_id: str, deed: str) -> HttpResponse:
    """One of the deeds about a rule; it leads to the proposal."""
    actor = seated(request)
    what = _deed(RULE_DEEDS, deed)
    agreed = queries.rule(actor, str(rule_id))
    return _ask(request, actor, what, agreed, agreed.rule.title, reverse("web:rule", args=[agreed.rule.pk]))


def _deed(deeds: dict[str, Deed], name: str) -> Deed:
    if (what := deeds.get(name)) is None:
        raise Http404
    return what


def _ask(request: Request, actor: Actor, what: Deed, thing: Any, label: str, back: str) -> HttpResponse:
    what.check(actor, thing)
    form = what.form(actor, thing, request.POST if request.method == "POST" else None)

    def done(said: dict[str, Any]) -> HttpResponse:
        came = what.do(actor, thing, form)
        messages.success(request, what.done)
        return go(request, reverse("web:proposal", args=[came.pk]) if isinstance(came, Proposal) else back)

    return ask(request, form, Question(what.title, what.sub, what.verb, back, label), done)
