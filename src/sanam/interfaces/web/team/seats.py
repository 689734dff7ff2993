"""A seat: who sits there, who stands in, until when, what it may; and the deeds on it, each a small page."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sanam.domain.foundation import clock
from sanam.domain.teams import queries as teams
from sanam.domain.teams.operations import members
from sanam.domain.teams.operations import seats as deeds
from sanam.domain.teams.permissions import check_can_change, check_can_fill, check_can_shape, check_not_for_oneself
from sanam.domain.teams.queries import Seat
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.request import Request
from sanam.interfaces.web.team.deeds import DEEDS
from sanam.interfaces.web.team.forms import (
    OpenForm,
    RelieveForm,
)
from sanam.interfaces.web.team.wording import happenings, in_words
from sanam.interfaces.web.templatetags.thai import title_of


@require_safe
def seat(request: Request, seat_id: str) -> HttpResponse:
    """One seat, for everybody who sits somewhere: the work belongs to the seat, not to whoever sits there."""
    actor = seated(request)
    card = teams.seat_card(actor, str(seat_id))
    change = teams.may_change(actor, card.seat)
    open_ = card.seat.closed_on is None
    under_way = teams.of_seat(str(seat_id))
    context = {
        "card": card,
        "seat": card.seat,
        "mandate": in_words(card.seat.mandate),
        "happened": happenings(str(seat_id)),
        "may_change": change and open_,
        "may_fill": change and open_ and teams.reaches_as_far(actor, card.seat),
        "is_own": actor.ref == str(seat_id),
        "under_way": under_way,
        "may_open_handover": under_way is not None and (change or teams.is_of(actor, under_way)),
        "today": clock.today(),
    }
    return render(request, "team/seat.html", context)


def deed_on_seat(request: Request, seat_id: str, deed: str) -> HttpResponse:
    """One of the deeds by its word."""
    actor = seated(request)
    card = teams.seat_card(actor, str(seat_id))
    what = DEEDS[deed]
    check_can_change(actor, card.seat)
    what.check(actor, card.seat)
    form = what.form(request, actor, card)

    def done(said: dict[str, Any]) -> HttpResponse:
        made = what.do(actor, card.seat, form)
        messages.success(request, what.done)
        return go(request, "web:handover", made.pk) if deed == "handover" else go(request, "web:seat", seat_id)  # type: ignore[attr-defined]

    question = Question(what.title, what.sub, what.verb, reverse("web:seat", args=[seat_id]), _titled(card.seat))
    return ask(request, form, question, done)


@require_http_methods(["GET", "POST"])
def sit(request: Request, seat_id: str) -> HttpResponse:
    """Somebody sits down: as holder where it is vacant, as deputy, or acting."""
    return deed_on_seat(request, seat_id, "sit")


@require_http_methods(["GET", "POST"])
def mandate(request: Request, seat_id: str) -> HttpResponse:
    """Change what the seat may do, where, and what it sees."""
    return deed_on_seat(request, seat_id, "mandate")


@require_http_methods(["GET", "POST"])
def needs(request: Request, seat_id: str) -> HttpResponse:
    """How many deputies it needs, and for how long somebody sits."""
    return deed_on_seat(request, seat_id, "needs")


@require_http_methods(["GET", "POST"])
def term(request: Request, seat_id: str) -> HttpResponse:
    """Extend the term of whoever sits there."""
    return deed_on_seat(request, seat_id, "term")


@require_http_methods(["GET", "POST"])
def close(request: Request, seat_id: str) -> HttpResponse:
    """Close the seat."""
    return deed_on_seat(request, seat_id, "close")


@require_http_methods(["GET", "POST"])
def begin_handover(request: Request, seat_id: str) -> HttpResponse:
    """Begin to hand the seat over."""
    return deed_on_seat(request, seat_id, "handover")


@require_http_methods(["GET", "POST"])
def relieve(request: Request, holding_id: int) -> HttpResponse:
    """Somebody gets up."""
    actor = seated(request)
    held = teams.holding(holding_id)
    check_not_for_oneself(actor, held.member)
    check_can_change(actor, held.seat)
    check_can_fill(actor, held.seat)
    form = RelieveForm(request.POST or None)

    def done(said: dict[str, Any]) -> HttpResponse:
        members.relieve(by=actor, holding=held, **said)
        messages.success(request, _("บันทึกแล้ว และบอกทีมแล้ว"))
        return go(request, "web:seat", held.seat_id)

    title = _("%(name)s ลุกจากที่นั่ง") % {"name": held.member.name}
    sub = _("ถ้ามีคนมาแทนแล้ว ให้ส่งมอบแทน งานจะไม่หล่น")
    question = Question(title, sub, _("บันทึก"), reverse("web:seat", args=[held.seat_id]), _titled(held.seat))
    return ask(request, form, question, done)


@require_http_methods(["GET", "POST"])
def open_seat(request: Request, body_id: str) -> HttpResponse:
    """Open a seat in a body."""
    actor = seated(request)
    body = teams.body(str(body_id))
    check_can_shape(actor, body)
    form = OpenForm(request.POST or None, actor=actor, body=body)

    def done(said: dict[str, Any]) -> HttpResponse:
        leg, organisation = form.legs[said.pop("leg")], form.organisations[said.pop("organisation")]
        made = deeds.set_up(by=actor, body=body, leg=leg, organisation=organisation, **said)
        messages.success(request, _("เปิดที่นั่งแล้ว ต่อไปคือชวนคนมานั่ง"))
        return go(request, "web:seat", made.pk)

    sub = _("ที่นั่งเริ่มจากขอบเขตของบทบาท เท่าที่ที่นั่งของเราให้ได้")
    back = reverse("web:team", args=[body.pk])
    question = Question(_("เปิดที่นั่ง"), sub, _("เปิดที่นั่ง"), back, title_of(body))
    return ask(request, form, question, done)


def _titled(seat: Seat) -> str:
    return f"{title_of(seat)} · {title_of(seat.organisation)}"
