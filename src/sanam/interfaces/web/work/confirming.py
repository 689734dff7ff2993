"""«Still the same», in one tap: from a worklist, from Today, from a person's strip; and back again after a slip."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode, urlsplit
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, NotHere
from sanam.domain.journal import operations as journal
from sanam.domain.registry import queries as registry
from sanam.domain.registry.operations import facts as deeds
from sanam.domain.registry.words import FactGroup, How
from sanam.domain.teams.words import Can
from sanam.interfaces.web.people.forms import ConfirmForm, words
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import wants_part
from sanam.interfaces.web.shell.request import Request
from sanam.interfaces.web.work.reasons import errand

ALL = "all"


@require_POST
def confirm(request: Request, person_id: str) -> HttpResponse:
    """Confirm one fact group or several as seen today, by a visit unless said otherwise."""
    actor = seated(request)
    person = registry.person(actor, str(person_id))
    form = ConfirmForm(_tapped(request))
    if not form.is_valid():
        raise BadInput("web.confirm", "เลือกเรื่องและวันที่ก่อน", "Choose what was seen, and when.")
    said = form.cleaned_data
    facts = [FactGroup(fact) for fact in said["fact"]]
    deeds.confirm_many(by=actor, person=person, facts=facts, on=said["on"], how=How(said["how"]))
    return _answer(request, actor, person, facts, _("ยืนยันแล้ว ข้อมูลสดถึงวันที่ไปดู"))


@require_POST
def take_back(request: Request, person_id: str) -> HttpResponse:
    """A slip of the thumb: what stood before stands again."""
    actor = seated(request)
    person = registry.person(actor, str(person_id))
    facts = [FactGroup(one) for one in request.POST.getlist("fact") if one in list(FactGroup)]
    deeds.take_back(by=actor, person=person, facts=facts)
    return _answer(request, actor, person, [], _("เอากลับแล้ว เป็นเหมือนก่อนกด"))


def strip_context(actor: Actor, card: registry.Card) -> dict[str, Any]:
    """What the freshness card of a person's page shows, and the forms under it."""
    mine = set(registry.askable(actor))
    due = [one.fact for one in card.freshness if one.fact in mine]
    may = actor.may(Can.CONFIRM_FACTS) and bool(due) and not (card.because or card.held_back)
    return {
        "card": card,
        "person": card.person,
        "today": clock.today(),
        "confirming": ConfirmForm(due=due) if may else None,
        "tap": [one.fact for one in card.freshness if one.fact in due and one.state != "fresh"],
        "done": [],
        "back": "",
    }


def hows() -> list[tuple[str, str]]:
    """The ways somebody comes to know, a visit first."""
    return words(How)


def just_done(actor: Actor, request: Request) -> dict[str, Any] | None:
    """What this browser confirmed a moment ago on a page without scripts, so that it can be taken back there."""
    facts = [FactGroup(one) for one in request.GET.getlist("was") if one in list(FactGroup)]
    if not facts or not request.GET.get("done"):
        return None
    try:
        return {"person": registry.person(actor, str(UUID(request.GET["done"]))), "facts": facts}
    except (NotHere, ValueError):
        return None


def _tapped(request: Request) -> Any:
    """What was sent, with «all of it» written out and a visit today where nothing else was said."""
    said = request.POST.copy()
    if ALL in said.getlist("fact"):
        said.setlist("fact", said.getlist("due"))
    said.setdefault("how", How.VISIT.value)
    return said


def _answer(request: Request, actor: Actor, person: Any, done: Sequence[FactGroup], told: str) -> HttpResponse:
    back = request.POST.get("back", "")
    if not wants_part(request):
        messages.success(request, told)
        return _back_to(request, back, person, done)
    journal.look(by=actor, at=person.ref)
    if back:
        return _row(request, actor, person, done, back)
    card = registry.card(actor, str(person.pk))
    context = strip_context(actor, card) | {"told": told, "done": list(done)}
    return render(request, "people/person.html#confirmed", context)


def _row(request: Request, actor: Actor, person: Any, done: Sequence[FactGroup], back: str) -> HttpResponse:
    row = registry.work_row(actor, str(person.pk))
    about = [FactGroup(one) for one in request.POST.getlist("due") if one in list(FactGroup)] or registry.askable(actor)
    context = {
        "errand": errand(row, about, clock.today()),
        "done": list(done),
        "back": back,
        "hows": hows(),
        "today": clock.today(),
        "may_confirm": True,
        "may_correct": actor.may(Can.CORRECT_PEOPLE),
        "focus": True,
    }
    return render(request, "work/errand.html", context)


def _back_to(request: Request, back: str, person: Any, done: Sequence[FactGroup]) -> HttpResponse:
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None) or not back.startswith("/"):
        return redirect("web:person", person.pk)
    parts = urlsplit(back)
    kept = [part for part in parts.query.split("&") if part and not part.startswith(("done=", "was="))]
    said = urlencode([("done", str(person.pk)), *(("was", fact.value) for fact in done)]) if done else ""
    query = "&".join([*kept, *([said] if said else [])])
    return HttpResponseRedirect(f"{parts.path}?{query}" if query else parts.path)
