"""Rights to treatment and long illnesses, as the hospitals' files tell them."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sanam.domain.journal import operations as journal
from sanam.domain.registry import queries as registry
from sanam.domain.registry.words import ILLNESS_STATES, ILLNESSES, SCHEMES
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request


@require_safe
def rights(request: Request, person_id: str) -> HttpResponse:
    """By which right somebody is treated, and for what for long; illnesses only where the mandate shows them."""
    actor = seated(request)
    found = registry.rights(actor, str(person_id))
    journal.look(by=actor, at=found.person.ref, because=registry.because(actor, found.person))
    at = reader() == "en"
    places = {code: said[at] for code, said in found.places.items()}
    context = {
        "person": found.person,
        "coverages": None if found.coverages is None else [_coverage(one, places, at) for one in found.coverages],
        "illnesses": None if found.illnesses is None else [_illness(one, places, at) for one in found.illnesses],
    }
    return render(request, "people/rights.html", context)


def _coverage(one: Any, places: dict[str, str], at: bool) -> dict[str, Any]:
    scheme = SCHEMES[one.scheme][at] if one.scheme in SCHEMES else ""
    where = [places.get(code, code) for code in dict.fromkeys((one.main, one.sub)) if code]
    return {"line": one, "scheme": scheme, "where": where, "told_by": places.get(one.hospital, one.hospital)}


def _illness(one: Any, places: dict[str, str], at: bool) -> dict[str, Any]:
    said = next((ILLNESSES[one.code[:n]] for n in (3, 1) if one.code[:n] in ILLNESSES), None)
    state = ILLNESS_STATES[one.state][at] if one.state in ILLNESS_STATES else ""
    told_by = places.get(one.hospital, one.hospital)
    return {"line": one, "name": said[at] if said else "", "state": state, "told_by": told_by}
