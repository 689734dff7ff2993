"""What files and the field disagree on: all of it within the seat's scope, a page at a time."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sanam.domain.journal import operations as journal
from sanam.domain.registry import queries as registry
from sanam.domain.registry.operations.conflicts import TAKEABLE
from sanam.domain.teams.words import Can
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.request import Request


@require_safe
def conflicts(request: Request) -> HttpResponse:
    """Every open dispute, oldest first; whoever corrects people says there and then whose word holds."""
    actor = seated(request)
    written = request.GET.get("after", "")
    after = int(written) if written.isascii() and written.isdigit() and len(written) < 16 else 0
    found, more = registry.open_conflicts(actor, after)
    journal.look(by=actor, at="people", did="people.looked", because="conflicts")
    may_correct = actor.may(Can.CORRECT_PEOPLE)
    context = {"found": found, "more": more, "after": after, "may_correct": may_correct, "takeable": TAKEABLE}
    return render(request, "people/conflicts.html", context)
