"""People: search and lists, one person, their history."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sanam.domain.areas import queries as areas
from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import ActorKind
from sanam.domain.journal import operations as journal
from sanam.domain.journal import queries as looks
from sanam.domain.registry import queries as registry
from sanam.domain.registry.words import FIELD_NAMES, Group, How
from sanam.domain.teams import queries as teams
from sanam.domain.teams.words import Can
from sanam.interfaces.web.people.forms import FindForm
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request


@require_safe
def people(request: Request) -> HttpResponse:
    """A list that is also the search; the same view answers the fragment while one types."""
    actor = seated(request)
    form = FindForm(request.GET, areas=_areas_of(actor.mandate.areas))
    filters = form.filters()
    journal.look(by=actor, at="people", did="people.looked")
    found = registry.find(actor, filters, request.GET.get("after", ""))
    context = {
        "form": form,
        "found": found,
        "filters": filters,
        "today": clock.today(),
        "more": form.link(after=found.after) if found.after else "",
        "groups": [(group, form.link(group=group.value)) for group in Group],
        "all": form.link(group=""),
        "may_add": actor.may(Can.ADD_PEOPLE),
    }
    part = "#rows" if request.htmx and not request.htmx.boosted else ""
    return render(request, f"people/people.html{part}", context)


@require_safe
def person(request: Request, person_id: str) -> HttpResponse:
    """One person, as far as this seat's mandate shows. The look is written before the page leaves."""
    actor = seated(request)
    card = registry.card(actor, str(person_id))
    journal.look(by=actor, at=card.person.ref)
    context = {
        "card": card,
        "person": card.person,
        "today": clock.today(),
        "looks": _looks(card.person.ref),
        "hows": list(How),
        "may_confirm": actor.may(Can.CONFIRM_FACTS),
        "may_correct": actor.may(Can.CORRECT_PEOPLE),
    }
    return render(request, "people/person.html", context)


@require_safe
def history(request: Request, person_id: str) -> HttpResponse:
    """What each field was, who changed it, from which source; what files say otherwise."""
    actor = seated(request)
    told = registry.history(actor, str(person_id))
    journal.look(by=actor, at=told.person.ref)
    return render(request, "people/history.html", {"told": told, "person": told.person, "fields": FIELD_NAMES})


def _looks(ref: str) -> list[dict[str, object]]:
    """Who looked, by seat, in the reader's language; the installation sees nobody and so never stands here."""
    brief = looks.looks_in_brief(ref)[:8]
    titles = teams.seat_titles(str(row["actor_ref"]) for row in brief if row["actor_kind"] == ActorKind.SEAT)
    at = 1 if reader() == "en" else 0
    return [row | {"title": titles.get(str(row["actor_ref"]), ("", ""))[at]} for row in brief]


def _areas_of(codes: tuple[str, ...]) -> list[tuple[str, str]]:
    """The places a seat may narrow its list to: its own areas and what lies directly inside them."""
    language = reader()
    inside = [child for code in codes for child in areas.children(code)]
    return [(code, areas.said(code, language)) for code in [*codes, *inside]]
