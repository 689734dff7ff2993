"""The rules of a body, one rule as it stands, and a version as it was agreed."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.rules import queries
from sanam.domain.rules.months import this_month
from sanam.domain.rules.permissions import takes_part
from sanam.domain.rules.queries import Agreed
from sanam.domain.rules.turning import Turning, turnings
from sanam.domain.rules.wording import compared
from sanam.domain.teams import queries as teams
from sanam.interfaces.web.rules.screens import steered
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.by_rule import turned
from sanam.interfaces.web.shell.request import Request


@require_safe
def rules(request: Request) -> HttpResponse:
    """What we agreed: in force first, then what is coming, then what has ended."""
    actor = seated(request)
    shelf = queries.shelf(actor, request.GET.get("body", ""), request.GET.get("after", ""))
    context = {
        "shelf": shelf,
        "in_force": [one for one in shelf.rules if one.is_in_force],
        "coming": [one for one in shelf.rules if one.comes],
        "ended": [one for one in shelf.rules if not one.is_in_force and not one.comes],
        "may_propose": shelf.body is not None and takes_part(actor, shelf.body),
        "today": clock.today(),
    }
    return render(request, "rules/rules.html", context)


@require_safe
def rule(request: Request, rule_id: str) -> HttpResponse:
    """One rule: its clauses, who signed them and how it goes, what they steer, the versions before."""
    actor = seated(request)
    agreed = queries.rule(actor, str(rule_id))
    kept = queries.kept(actor, agreed)
    settings = turned(request)
    context = {
        "agreed": agreed,
        "kept": kept,
        "clauses": [(one, steered(one.clause.values, settings, agreed.version.ref)) for one in kept.clauses],
        "takes_part": takes_part(actor, agreed.rule.body),
        "our_leg_is_missing": _our_leg_is_missing(actor, agreed),
        "changing": queries.changing(actor, agreed.rule),
        "month": this_month(),
        "today": clock.today(),
    }
    return render(request, "rules/rule.html", context)


def _our_leg_is_missing(actor: Actor, agreed: Agreed) -> bool:
    """Whether the seat acting sits in a leg that this waits for, and may say so."""
    if not agreed.for_now or not takes_part(actor, agreed.rule.body):
        return False
    seat = teams.seat(actor.ref)
    return seat is not None and seat.leg_id in {leg.pk for leg in agreed.missing}


@require_safe
def version(request: Request, version_id: str) -> HttpResponse:
    """A version as it was agreed, and in words what it changed of the one before."""
    agreed = queries.version(seated(request), str(version_id))
    context = {"agreed": agreed, "clauses": _beside_the_one_before(agreed), "today": clock.today()}
    return render(request, "rules/version.html", context)


def _beside_the_one_before(agreed: Agreed) -> list[tuple[int, Any, list[Turning]]]:
    """(number, pieces, dials) of every clause here or before: the same, added or cut, and what became of its dials."""
    now = {one.number: one for one in agreed.clauses}
    older = [one for one, _standing in agreed.versions if one.number < agreed.version.number]
    before = {one.number: one for one in older[0].clauses.all()} if older else now
    return [_beside(number, before.get(number), now.get(number)) for number in sorted({*before, *now})]


def _beside(number: int, before: Any, now: Any) -> tuple[int, Any, list[Turning]]:
    text, values = (before.text, before.values) if before else ("", {})
    said, turns = (now.text, now.values) if now else ("", {})
    return number, compared(text, said), turnings(values, turns)
