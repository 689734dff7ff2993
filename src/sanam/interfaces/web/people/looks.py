"""Who looked at a person: to be shown to them, or printed and handed over."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sanam.domain.journal import operations as journal
from sanam.domain.registry import queries as registry
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.request import Request


@require_safe
def looks(request: Request, person_id: str) -> HttpResponse:
    """Every look at a person, newest first, by seat; the same list the family may have on paper."""
    actor = seated(request)
    who = registry.person(actor, str(person_id))
    journal.look(by=actor, at=who.ref, because=registry.because(actor, who))
    before = request.GET.get("before", "")
    told = registry.looks(actor, who, int(before) if before.isascii() and before.isdigit() and len(before) < 16 else 0)
    return render(request, "people/looks.html", {"told": told, "person": who, "first": bool(before)})
