"""What becomes of an objection: taken into the draft, taken back, or tested by three."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotAllowed
from sanam.domain.rules import queries
from sanam.domain.rules.operations import objections as deeds
from sanam.domain.rules.permissions import check_is_own, check_tends
from sanam.domain.rules.queries import Objection
from sanam.domain.rules.standing import legs_of
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.rules.answer_forms import read_beside
from sanam.interfaces.web.rules.one_clause import another_clause, rewriting
from sanam.interfaces.web.rules.small_forms import FoundForm, MayBecauseForm, SeatForm, filled_seats
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.request import Request


def _beside(request: Request, form: Any, question: Question, done: Any, *, objection: Objection) -> HttpResponse:
    """The objection and the text it is about stand beside what is asked."""
    return ask(request, form, question, done, objection=objection, **read_beside(objection.proposal))


@dataclass(frozen=True, slots=True)
class Deed:
    """How a deed is asked for, who may, and what it does with what was said."""

    title: Any
    sub: Any
    verb: Any
    check: Callable[[Actor, Objection], object]
    form: Callable[[Objection, Request], forms.Form]
    do: Callable[[Actor, Objection, Any], object]
    page: Callable[..., HttpResponse] = _beside


def _tends(actor: Actor, one: Objection) -> None:
    check_tends(actor, one.proposal)


def _own(actor: Actor, one: Objection) -> None:
    check_is_own(actor, one.seat_id)


def _own_or_tends(actor: Actor, one: Objection) -> None:
    if str(one.seat_id) != actor.ref:
        check_tends(actor, one.proposal)


def _in_circle(actor: Actor, one: Objection) -> None:
    if actor.ref not in {asked["seat"] for asked in one.circle}:
        raise NotAllowed("rules.not_in_circle", "วงสามคนที่ถูกชวนเป็นผู้ดูเรื่องนี้", "The three who were asked test this.")


def _rewrite(by: Actor, one: Objection, form: Any) -> object:
    return deeds.rewrite(by=by, objection=one, answer=form.cleaned_data["answer"], **form.change())


def _find(by: Actor, one: Objection, form: Any) -> object:
    said = form.cleaned_data
    return deeds.find(by=by, objection=one, harms=said["harms"] == "yes", why=said["why"])


DEEDS = {
    "integrate": Deed(
        gettext_lazy("แก้ร่างตามข้อติดใจ"),
        gettext_lazy("ร่างใหม่จะถูกถามทุกที่นั่งอีกครั้ง รวมทั้งผู้ที่ติดใจ"),
        gettext_lazy("แก้ร่าง"),
        _tends,
        lambda one, request: rewriting(request, one.proposal),
        _rewrite,
        another_clause,
    ),
    "withdraw": Deed(
        gettext_lazy("ถอนข้อติดใจ"),
        gettext_lazy("คุยกันแล้วหายติดใจ หรือลองทำก่อนได้"),
        gettext_lazy("ถอนข้อติดใจ"),
        _own,
        lambda one, request: MayBecauseForm(request.POST or None),
        lambda by, one, form: deeds.withdraw(by=by, objection=one, because=form.cleaned_data["because"]),
    ),
    "circle": Deed(
        gettext_lazy("ชวนวงสามคน"),
        gettext_lazy("สามที่นั่งจากสามขา ผู้ที่ติดใจเลือกหนึ่ง ผู้ดูแลข้อเสนอเลือกสอง ไม่รวมผู้ที่ติดใจ"),
        gettext_lazy("ชวนที่นั่งนี้"),
        _own_or_tends,
        lambda one, request: SeatForm(request.POST or None, seats=filled_seats(legs_of(one.proposal.body))),
        lambda by, one, form: deeds.name_seat(by=by, objection=one, seat=form.seats[form.cleaned_data["seat"]]),
    ),
    "find": Deed(
        gettext_lazy("ดูข้อติดใจในฐานะหนึ่งในสาม"),
        gettext_lazy("ข้อติดใจตกไปเมื่อทั้งสามคนเห็นว่าไม่ทำให้เป้าหมายเสีย"),
        gettext_lazy("บันทึกสิ่งที่เห็น"),
        _in_circle,
        lambda one, request: FoundForm(request.POST or None),
        _find,
    ),
}


@require_http_methods(["GET", "POST"])
def settle(request: Request, objection_id: int, deed: str) -> HttpResponse:
    """One deed on an objection."""
    actor = seated(request)
    one = queries.objection(actor, objection_id)
    if (wanted := DEEDS.get(deed)) is None:
        raise Http404
    wanted.check(actor, one)
    form = wanted.form(one, request)

    def done(said: dict[str, Any]) -> HttpResponse:
        wanted.do(actor, one, form)
        messages.success(request, _("บันทึกแล้ว"))
        return go(request, "web:proposal", one.proposal_id)

    back = reverse("web:proposal", args=[one.proposal_id])
    question = Question(wanted.title, wanted.sub, wanted.verb, back, one.proposal.title)
    return wanted.page(request, form, question, done, objection=one)
