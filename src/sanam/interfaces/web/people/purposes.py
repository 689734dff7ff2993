"""The record of processing (PDPA section 39): what we hold people's data for, on what ground, who may receive it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sanam.domain.foundation import clock
from sanam.domain.registry import queries as registry
from sanam.domain.registry.purposes import MEASURES
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.request import Request


@require_safe
def purposes(request: Request) -> HttpResponse:
    """Purposes, grounds, classes of data, recipients with what lasts now, retention, security; to be printed."""
    actor = seated(request)
    context = {
        "held": registry.processing(actor),
        "received": registry.received(actor),
        "measures": MEASURES,
        "today": clock.today(),
    }
    return render(request, "people/purposes.html", context)
