"""Whom to ask to a gathering, and what they said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.asked import Answer, Channel, Way
from sanam.domain.gatherings.operations import inviting
from sanam.domain.gatherings.permissions import check_hosts, hosts
from sanam.domain.gatherings.policies import TO_COME
from sanam.domain.teams import queries as teams
from sanam.interfaces.web.account.again import given_lately
from sanam.interfaces.web.gatherings.forms import InviteForm
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request

if TYPE_CHECKING:
    from sanam.domain.gatherings.models import Gathering


@require_safe
def invitations(request: Request, gathering_id: str) -> HttpResponse:
    """Everyone asked, with the answers in numbers first."""
    return _listed(request, gathering_id, "gatherings/invitations.html")


@require_safe
def call_sheet(request: Request, gathering_id: str) -> HttpResponse:
    """The invited without an account, on paper: whom to call, and room for what they say."""
    return _listed(request, gathering_id, "gatherings/call_sheet.html")


def _listed(request: Request, gathering_id: str, template: str) -> HttpResponse:
    actor = seated(request)
    found = queries.gathering(actor, str(gathering_id))
    context = {
        "gathering": found,
        "asked": list(queries.invitations(actor, found)),
        "answers": queries.answers(found),
        "draws": queries.draws(actor, found),
        "words": list(Answer),
        "ready": given_lately(request),
        "to_come": TO_COME,
    }
    return render(request, template, context)


@require_http_methods(["GET", "POST"])
def invite(request: Request, gathering_id: str) -> HttpResponse:
    """Ask more: legs, organisations, seats, people of the list."""
    actor = seated(request)
    found = queries.gathering(actor, str(gathering_id))
    check_hosts(actor, found)
    form = InviteForm(request.POST or None, who=_choices(actor, found))

    def done(said: dict[str, Any]) -> HttpResponse:
        new = _ask(actor, found, said)
        messages.success(request, ngettext("ชวนเพิ่มแล้ว %(n)s ราย", "ชวนเพิ่มแล้ว %(n)s ราย", new) % {"n": new})
        return go(request, "web:invitations", found.pk)

    back = reverse("web:invitations", args=[found.pk])
    sub = _("ที่นั่งได้ข่าวในระบบ คนที่ไม่มีบัญชีอยู่ในแผ่นโทรชวน ใครถูกชวนแล้วไม่ชวนซ้ำ")
    return ask(request, form, Question(_("ชวนใครมาวงนี้"), sub, _("ชวน"), back, _("คนที่ชวน")), done)


@require_POST
def answer(request: Request, invitation_id: int) -> HttpResponse:
    """What somebody says: for one's own seat, or as a host who heard it."""
    actor = seated(request)
    found = queries.invitation(actor, invitation_id)
    if (said := request.POST.get("answer", "")) not in set(Answer):
        raise BadInput(
            "gatherings.answer", "เลือก มา ยังไม่แน่ หรือ มาไม่ได้", "Choose: coming, not sure yet, or cannot come."
        )
    inviting.answer(by=actor, invitation=found, answer=Answer(said))
    messages.success(request, _("จดคำตอบแล้ว"))
    mine = actor.ref == str(found.seat_id)
    return go(
        request, "web:gathering" if mine or not hosts(actor, found.gathering) else "web:invitations", found.gathering_id
    )


def _seats(gathering: Gathering) -> list[Any]:
    """The seats of the gathering's body, of those below it and above it."""
    body = gathering.body
    family = {one.pk for one in teams.body_and_below(body)} | {one.pk for one in teams.above(body)}
    return [one for one in teams.seats() if one.body_id in family]


def _choices(actor: Actor, gathering: Gathering) -> dict[str, list[tuple[str, str]]]:
    language = reader()
    seats = _seats(gathering)
    organisations = {str(one.organisation_id): getattr(one.organisation, f"name_{language}") for one in seats}
    titled = [
        (str(one.pk), getattr(one, f"title_{language}"), organisations[str(one.organisation_id)]) for one in seats
    ]
    return {
        "leg": [(str(one.pk), getattr(one, f"name_{language}")) for one in teams.legs(gathering.body)],  # type: ignore[arg-type]
        "organisation": list(organisations.items()),
        "seat": [(key, f"{title} · {organisation}") for key, title, organisation in titled],
        "named": [(str(one.pk), _said(one)) for one in queries.people_to_ask(actor, gathering)],
    }


def _said(one: Any) -> str:
    return " · ".join(part for part in (one.name, one.organisation, "" if one.asked else str(_("ไม่เคยถูกชวน"))) if part)


def _ask(actor: Actor, gathering: Gathering, said: dict[str, Any]) -> int:
    """Each kind of choice is asked in its own way, the narrowest first: a chosen seat counts as chosen."""
    channel, seats = Channel(said["channel"]), _seats(gathering)
    reached = {
        Way.SEAT: [one for one in seats if str(one.pk) in said.get("seat", ())],
        Way.ORGANISATION: [one for one in seats if str(one.organisation_id) in said.get("organisation", ())],
        Way.LEG: [one for one in seats if str(one.leg_id) in said.get("leg", ())],
    }
    new = 0
    for way, found in reached.items():
        new += len(inviting.invite(by=actor, gathering=gathering, seats=found, way=way, channel=channel))
    named = [one for one in queries.people_to_ask(actor, gathering) if str(one.pk) in said.get("named", ())]
    return new + len(inviting.invite(by=actor, gathering=gathering, eligible=named, way=Way.NAMED, channel=channel))
