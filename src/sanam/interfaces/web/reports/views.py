"""Reports: read on the page, taken along as a spreadsheet or on paper."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, NotHere
from sanam.domain.journal import operations as journal
from sanam.domain.registry.permissions import check_can
from sanam.domain.registry.queries import reports as registry
from sanam.domain.teams.words import Can
from sanam.interfaces.files.pdf import reports as papers
from sanam.interfaces.files.reports.asked import Asked, asked
from sanam.interfaces.files.reports.changes import month_said
from sanam.interfaces.files.reports.compose import KINDS
from sanam.interfaces.files.reports.compose import report as composed
from sanam.interfaces.files.reports.leaving import written_down
from sanam.interfaces.files.reports.report import Report
from sanam.interfaces.files.sheets import reports as sheets
from sanam.interfaces.web.account.again import given_lately, password_before
from sanam.interfaces.web.reports.shown import kinds, links_of, places_of, report_address, tables_of
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request

ON_A_PAGE, ON_PAPER = 50, 500
TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


@require_safe
def groups(request: Request) -> HttpResponse:
    """How many of whom, where: the first report, and the door to the others."""
    return _page(request, "groups")


@require_safe
def report(request: Request, kind: str) -> HttpResponse:
    """One report on the page; whoever is named in it was looked at."""
    return _page(request, kind)


@require_POST
def file(request: Request, kind: str) -> HttpResponse:
    """One report as a file, for whoever gave the password lately; written down before it leaves."""
    actor = seated(request)
    check_can(actor, Can.SEE_REPORTS)
    form = request.POST.get("format", "")
    if form not in TYPES:
        raise BadInput("report.format", "เลือกแผ่นตารางหรือ PDF", "Choose the spreadsheet or the PDF.")
    wanted = _asked(actor, request.POST, most=ON_PAPER if form == "pdf" else None)
    if asked := password_before(request, report_address(_known(kind), area=wanted.area, month=wanted.month) + "#take"):
        return asked
    found = written_down(_composed(kind, wanted), by=actor, asked=wanted, form=form)
    answer = HttpResponse(_bytes(found, form, actor), content_type=TYPES[form])
    name = f"sanam-{kind}-{clock.today().isoformat()}.{form}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _page(request: Request, kind: str) -> HttpResponse:
    actor = seated(request)
    wanted = _asked(actor, request.GET, most=ON_A_PAGE)
    if request.GET.get("part"):
        wanted = replace(wanted, part=request.GET["part"], after=request.GET.get("after", ""))
    found = _composed(kind, wanted)
    journal.look(by=actor, at="people" if found.people else f"report:{kind}", did="report.looked")
    months = registry.months(clock.today()) if kind == "changes" else []
    context = {
        "report": found,
        "tables": tables_of(found, links_of(actor)),
        "kinds": kinds(wanted),
        "places": places_of(actor),
        "wanted": wanted,
        "first": report_address(kind, area=wanted.area, month=wanted.month if months else "") if wanted.part else "",
        "ready": given_lately(request),
        "months": [(month, month_said(month, reader())) for month in months],
    }
    return render(request, "reports/report.html", context)


def _composed(kind: str, wanted: Asked) -> Report:
    return composed(_known(kind), wanted)


def _known(kind: str) -> str:
    if kind not in KINDS:
        raise NotHere("report.kind", "ไม่มีรายงานนี้", "There is no such report.")
    return kind


def _asked(actor: Actor, said: Any, most: int | None) -> Asked:
    place, month = said.get("area", ""), said.get("month", "")
    return asked(actor, reader(), area=place, month=month, most=most, on_a_page=most == ON_A_PAGE)


def _bytes(found: Report, form: str, actor: Actor) -> bytes:
    return sheets.xlsx(found) if form == "xlsx" else papers.pdf(found, by=actor)
