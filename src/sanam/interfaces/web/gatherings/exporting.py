"""Who was asked and who came, as a sheet for the hosts; the password is asked for first."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from sanam.domain.foundation import clock
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.permissions import check_hosts
from sanam.interfaces.files.sheets import gathered
from sanam.interfaces.files.sheets.cells import csv_lines
from sanam.interfaces.web.account.again import password_before
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request


@require_POST
def invitations_file(request: Request, gathering_id: str) -> HttpResponse:
    """Everyone asked."""
    return _file(request, gathering_id, "invitations")


@require_POST
def attendance_file(request: Request, gathering_id: str) -> HttpResponse:
    """Everyone who gave a name."""
    return _file(request, gathering_id, "attendance")


def _file(request: Request, gathering_id: str, what: str) -> HttpResponse:
    actor = seated(request)
    found = queries.gathering(actor, str(gathering_id))
    check_hosts(actor, found)
    if asked := password_before(request, reverse(f"web:{what}", args=[found.pk]) + "#take"):
        return asked
    rows = gathered.MADE[what](by=actor, gathering=found, language=reader())
    name = f"sanam-{what}-{clock.today().isoformat()}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse("".join(csv_lines(rows)), content_type="text/csv; charset=utf-8", headers=headers)
