"""Calling a gathering, changing it, calling it off."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sanam.domain.gatherings import queries
from sanam.domain.gatherings.operations import calling, changing
from sanam.domain.gatherings.permissions import check_can_write, check_hosts
from sanam.domain.gatherings.words import Stage
from sanam.domain.teams import queries as teams
from sanam.interfaces.web.gatherings.forms import CallForm, CallOffForm, as_called
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.request import Request


@require_http_methods(["GET", "POST"])
def new(request: Request) -> HttpResponse:
    """Call a gathering of the seat's own body, or of one below it."""
    actor = seated(request)
    check_can_write(actor)
    bodies = teams.body_and_below(teams.body_of(actor))
    form = CallForm(request.POST or None, bodies=bodies)

    def done(said: dict[str, Any]) -> HttpResponse:
        (body,) = [one for one in bodies if str(one.pk) == said["body"]]
        called = calling.call_together(by=actor, body=body, **form.told())
        messages.success(request, _("นัดแล้ว ต่อไปชวนคน"))
        return go(request, "web:invitations", called.pk)

    sub = _("บอกเรื่อง วัน และที่ แล้วค่อยชวนคน")
    return ask(request, form, Question(_("นัดวงคุย"), sub, _("นัดวง"), reverse("web:gatherings"), _("วงคุย")), done)


@require_http_methods(["GET", "POST"])
def change(request: Request, gathering_id: str) -> HttpResponse:
    """Change the day, the place or the matters."""
    actor = seated(request)
    found = queries.gathering(actor, str(gathering_id))
    check_hosts(actor, found)
    form = CallForm(request.POST or None, initial=as_called(found), begun=found.stage == Stage.OPEN)

    def done(said: dict[str, Any]) -> HttpResponse:
        changing.change(by=actor, gathering=found, **{"agenda": found.agenda, **form.told()})
        messages.success(request, _("เปลี่ยนแล้ว คนที่ชวนไว้ได้ข่าวถ้าเวลา ที่ หรือวาระเปลี่ยน"))
        return go(request, "web:gathering", found.pk)

    back = reverse("web:gathering", args=[found.pk])
    return ask(request, form, Question(_("เปลี่ยนนัด"), found.title, _("บันทึก"), back, _("วงคุยนี้")), done)


@require_http_methods(["GET", "POST"])
def call_off(request: Request, gathering_id: str) -> HttpResponse:
    """Call it off; the invited seats hear why."""
    actor = seated(request)
    found = queries.gathering(actor, str(gathering_id))
    check_hosts(actor, found)

    def done(said: dict[str, Any]) -> HttpResponse:
        changing.call_off(by=actor, gathering=found, because=said["because"])
        messages.success(request, _("งดนัดแล้ว ที่นั่งที่ชวนไว้ได้ข่าวทุกที่นั่ง คนที่ชวนทางโทรศัพท์ยังต้องโทรบอก"))
        return go(request, "web:gathering", found.pk)

    back = reverse("web:gathering", args=[found.pk])
    question = Question(_("งดนัดวงนี้"), found.title, _("งดนัด"), back, _("วงคุยนี้"))
    return ask(request, CallOffForm(request.POST or None), question, done)
