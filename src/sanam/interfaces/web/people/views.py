"""People: search and lists, one person, their history."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe
from django_htmx.http import push_url

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import ActorKind
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.journal import operations as journal
from sanam.domain.journal import queries as looks
from sanam.domain.registry import queries as registry
from sanam.domain.registry.operations.conflicts import TAKEABLE
from sanam.domain.registry.words import Group
from sanam.domain.teams import queries as teams
from sanam.domain.teams.words import Can
from sanam.interfaces.web.people.finding import FindForm
from sanam.interfaces.web.people.places import narrowing
from sanam.interfaces.web.shell import by_rule
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import wants_part
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request
from sanam.interfaces.web.work.confirming import strip_context


@require_safe
def people(request: Request) -> HttpResponse:
    """A list that is also the search; the same view answers the fragment while one types."""
    actor = seated(request)
    form = FindForm(request.GET, areas=narrowing(actor))
    filters = form.filters()
    journal.look(by=actor, at="people", did="people.looked")
    after = request.GET.get("after", "")
    found = registry.find(actor, filters, after)
    context = {
        "form": form,
        "found": found,
        "filters": filters,
        "today": clock.today(),
        "more": form.link(after=found.after) if found.after else "",
        "groups": [(group, form.link(group=group.value)) for group in Group],
        "all": form.link(group=""),
        "first": form.link() if after else "",
        "may_add": actor.may(Can.ADD_PEOPLE),
        "may_confirm": actor.may(Can.CONFIRM_FACTS),
        "may_merge": actor.may(Can.MERGE_PEOPLE),
        "may_break_glass": actor.may(Can.BREAK_GLASS),
        "may_report": actor.may(Can.SEE_REPORTS),
        "may_answer": actor.may(Can.ANSWER_REQUESTS),
    }
    if not wants_part(request):
        return render(request, "people/people.html", context)
    if after:  # "ดูต่อ" pressed: the next rows go under those already read
        return render(request, "people/people.html#items", context | {"appended": True})
    return push_url(render(request, "people/people.html#found", context), f"{request.path}{form.link()}")


@require_safe
def person(request: Request, person_id: UUID) -> HttpResponse:
    """One person, as far as this seat's mandate shows. The look is written before the page leaves."""
    actor = seated(request)
    card = registry.card(actor, str(person_id))
    if card.person.pk != person_id:  # an old address of somebody whose two records became one
        return redirect("web:person", card.person.pk)
    journal.look(by=actor, at=card.person.ref, because=card.because)
    by_rule.keep(request, card.settings)
    changes = actor.may(Can.CORRECT_PEOPLE) and not card.because and not card.held_back
    context = strip_context(actor, card) | {
        "looks": [] if card.by_consent else _looks(registry.refs_of(card.person)),
        "may_correct": changes,
        "may_group": changes and actor.sees(Privacy.SENSITIVE),
        "may_answer": actor.may(Can.ANSWER_REQUESTS),
    }
    return render(request, "people/person.html", context)


@require_safe
def history(request: Request, person_id: UUID) -> HttpResponse:
    """What each field was, who changed it, from which source; what files say otherwise."""
    actor = seated(request)
    told = registry.history(actor, str(person_id))
    if told.person.pk != person_id:
        return redirect("web:history", told.person.pk)
    journal.look(by=actor, at=told.person.ref, because=told.because)
    context = {
        "told": told,
        "person": told.person,
        "titles": _titles_by_label(told),
        "sees_sensitive": actor.sees(Privacy.SENSITIVE),
        "may_correct": actor.may(Can.CORRECT_PEOPLE),
        "takeable": TAKEABLE,
        "may_merge": actor.may(Can.MERGE_PEOPLE),
        "may_end": actor.may(Can.CORRECT_PEOPLE) and actor.sees(Privacy.SENSITIVE),
    }
    return render(request, "people/history.html", context)


def _looks(refs: list[str]) -> list[dict[str, object]]:
    """Who looked, by seat, in the reader's language; the installation sees nobody and so never stands here."""
    brief = looks.looks_in_brief(*refs)[:8]
    titles = teams.seat_titles(str(row["actor_ref"]) for row in brief if row["actor_kind"] == ActorKind.SEAT)
    at = 1 if reader() == "en" else 0
    return [row | {"title": titles.get(str(row["actor_ref"]), ("", ""))[at]} for row in brief]


def _titles_by_label(told: registry.History) -> dict[str, str]:
    """The seats that changed something, by the label written down then, as the reader's language calls them now."""
    labels = {one.line.by_ref: one.line.by_label for one in told.changes}
    labels |= {ref: label for one in told.merges for ref, label in one.seats if ref}
    labels |= {ref: source for one in told.groups for source in [one.source] if (ref := _seat_of(source))}
    titles = teams.seat_titles(labels)
    at = 1 if reader() == "en" else 0
    return {labels[ref]: said[at] for ref, said in titles.items()} | {f"seat:{ref}": titles[ref][at] for ref in titles}


def _seat_of(source: str) -> str:
    return source.removeprefix("seat:") if source.startswith("seat:") else ""
