"""Cards of a room: written, made of a line, put on, worded, set aside."""

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

from sanam.domain.dialogue import queries
from sanam.domain.dialogue.operations import cards, statements
from sanam.domain.dialogue.permissions import check_hosts
from sanam.domain.dialogue.words import Heading
from sanam.domain.foundation.actor import Actor
from sanam.interfaces.web.gatherings.talk_forms import NothingForm
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.rooms.forms import AsideForm, CardForm, NewCardForm
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.request import Request


@require_http_methods(["GET", "POST"])
def write(request: Request, room_id: str) -> HttpResponse:
    """Write a card for the room."""
    actor = seated(request)
    room = queries.hosted(actor, room_id)
    check_hosts(actor, room)

    def done(said: dict[str, Any]) -> HttpResponse:
        statements.offer(by=actor, exchange=room, text=said["text"], heading=Heading(said["heading"]))
        return _back(request, room, _("ใส่บัตรแล้ว"))

    sub = _("ใบละหนึ่งเรื่อง เขียนให้ตอบได้ว่าเห็นด้วยหรือไม่")
    question = Question(_("เขียนบัตร"), sub, _("ใส่ในวง"), _address(room), room.title)
    return ask(request, NewCardForm(request.POST or None), question, done)


@require_http_methods(["GET", "POST"])
def from_line(request: Request, room_id: str, line_id: int) -> HttpResponse:
    """Make a card of what a party brought, in its words or in clearer ones."""
    actor = seated(request)
    room = queries.hosted(actor, room_id)
    check_hosts(actor, room)
    line = queries.line(room, line_id)

    def done(said: dict[str, Any]) -> HttpResponse:
        cards.from_line(by=actor, exchange=room, line=line, text=said["text"])
        return _back(request, room, _("ใส่บัตรแล้ว"))

    sub = _("จาก%(who)s แก้คำให้ตอบได้ว่าเห็นด้วยหรือไม่ โดยไม่เปลี่ยนใจความ") % {"who": line.position.name}
    question = Question(_("ทำเป็นบัตร"), sub, _("ใส่ในวง"), _address(room), room.title)
    return ask(request, CardForm(request.POST or None, initial={"text": line.text}), question, done)


@dataclass(frozen=True, slots=True)
class Deed:
    """How a deed is asked for, its button, and what it does with what was said."""

    title: Any
    sub: Any
    verb: Any
    done: Any
    form: Callable[[Any, Any], forms.Form]
    do: Callable[[Actor, Any, Any], object]


DEEDS = {
    "put-on": Deed(
        gettext_lazy("ใส่บัตรนี้ในวง"),
        "",
        gettext_lazy("ใส่ในวง"),
        gettext_lazy("ใส่บัตรแล้ว"),
        lambda card, data: NothingForm(data),
        lambda by, card, form: cards.put_on(by=by, statement=card),
    ),
    "set-aside": Deed(
        gettext_lazy("พักบัตรนี้ไว้"),
        gettext_lazy("คนที่เขียนเห็นเหตุผล ถ้ากำลังลงความเห็น คำตอบของใบนี้จะไม่ถูกนับ"),
        gettext_lazy("พักไว้"),
        gettext_lazy("พักไว้แล้ว"),
        lambda card, data: AsideForm(data),
        lambda by, card, form: cards.set_aside(by=by, statement=card, because=form.cleaned_data["because"]),
    ),
    "change": Deed(
        gettext_lazy("แก้คำในบัตร"),
        gettext_lazy("ใบละหนึ่งเรื่อง เขียนให้ตอบได้ว่าเห็นด้วยหรือไม่"),
        gettext_lazy("บันทึก"),
        gettext_lazy("แก้แล้ว"),
        lambda card, data: CardForm(data, initial={"text": card.text}),
        lambda by, card, form: cards.change(by=by, statement=card, text=form.cleaned_data["text"]),
    ),
}


@require_http_methods(["GET", "POST"])
def deed(request: Request, statement_id: int, deed: str) -> HttpResponse:
    """One of the deeds by its word."""
    actor = seated(request)
    if (what := DEEDS.get(deed)) is None:
        raise Http404
    card = queries.card(actor, statement_id)
    form = what.form(card, request.POST if request.method == "POST" else None)

    def done(said: dict[str, Any]) -> HttpResponse:
        what.do(actor, card, form)
        return _back(request, card.exchange, what.done)

    back = reverse("web:host_room", args=[card.exchange_id])
    question = Question(what.title, what.sub or card.text, what.verb, back, card.text)
    return ask(request, form, question, done)


def _address(room: Any) -> str:
    return reverse("web:host_room", args=[room.pk]) + "#cards"


def _back(request: Request, room: Any, told: Any) -> HttpResponse:
    messages.success(request, told)
    return go(request, "web:host_room", room.pk)
