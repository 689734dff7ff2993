"""Whom to ask again, and how current each village is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.journal import operations as journal
from sanam.domain.parameters.queries import Setting
from sanam.domain.registry import queries as registry
from sanam.domain.registry.freshness import dial_of
from sanam.domain.registry.words import DEPENDENCES, FactGroup
from sanam.domain.teams.words import Can
from sanam.interfaces.web.people.places import narrowing
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import wants_part
from sanam.interfaces.web.shell.by_rule import by_rules
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request
from sanam.interfaces.web.work import confirming
from sanam.interfaces.web.work.asking_whom import WorkForm
from sanam.interfaces.web.work.reasons import errand


@require_safe
def work(request: Request) -> HttpResponse:
    """People of whom something due is not fresh, oldest first; each row says why, and takes one tap."""
    actor = seated(request)
    form = WorkForm(request.GET, areas=narrowing(actor))
    ask, after = form.ask(), request.GET.get("after", "")
    journal.look(by=actor, at="people", did="people.looked", because="worklist")
    found = registry.worklist(actor, ask, after)
    today = clock.today()
    context = {
        "form": form,
        "errands": [errand(row, registry.asked(actor, ask), today) for row in found.rows],
        "more": form.link(after=found.after) if found.after else "",
        "first": form.link() if after else "",
        "facts": form.facts(actor),
        "all_facts": form.link(fact=""),
        "all_states": form.link(state=""),
        "states": form.states(),
        "intervals": intervals(found.settings),
        "rules": by_rules(one for name, one in found.settings.items() if name.startswith("freshness.")),
        "today": today,
        **what_may_be_done(actor, request),
        "undo": None if wants_part(request) else confirming.just_done(actor, request),
    }
    if wants_part(request) and after:  # "ดูต่อ" pressed: the next rows go under those already read
        return render(request, "work/work.html#items", context | {"appended": True})
    return render(request, "work/work.html", context | {"appended": False})


@require_safe
def villages(request: Request) -> HttpResponse:
    """How current what is known of each village is: fresh and due, both printed."""
    actor = seated(request)
    form = WorkForm(request.GET, areas=narrowing(actor))
    rows = registry.currency(actor, area=form.said["area"])
    fact = FactGroup(form.said["fact"]) if form.said["fact"] else None
    shown = [row for row in rows if fact in (None, row.fact)]
    context = {
        "form": form,
        "facts": [(one, form.link(fact=one.value)) for one in FactGroup],
        "whole": registry.totals(shown, length=0),
        "subdistricts": registry.by_subdistrict(shown),
        "by_fact": registry.by_fact(rows),
        "today": clock.today(),
    }
    return render(request, "work/villages.html", context)


def what_may_be_done(actor: Actor, request: Request) -> dict[str, Any]:
    """What a row offers, and the address a row without scripts comes back to."""
    return {
        "may_confirm": actor.may(Can.CONFIRM_FACTS),
        "may_correct": actor.may(Can.CORRECT_PEOPLE),
        "back": request.get_full_path(),
        "hows": confirming.hows(),
    }


def intervals(settings: Mapping[str, Setting]) -> list[tuple[str, int, Setting]]:
    """How often each fact group is asked anew: (what, months, the setting with its rule)."""
    language = reader()
    said = []
    for fact in FactGroup:
        kinds = [*reversed(DEPENDENCES)] if fact is FactGroup.FUNCTION else [""]
        for kind in kinds:
            setting = settings[dial_of(fact, kind)]
            name = " ".join(
                part for part in (fact.said(language), DEPENDENCES.get(kind, ("", ""))[language == "en"]) if part
            )
            said.append((name, round(setting.value), setting))
    return said
