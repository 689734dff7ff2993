"""A version on paper, to hang on a wall."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from sanam.interfaces.files.agreed import leaving
from sanam.interfaces.files.pdf import rules as papers
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request


@require_POST
def file(request: Request, version_id: str) -> HttpResponse:
    """The version as PDF, with how it was decided where that was asked for; written down before it leaves."""
    actor = seated(request)
    sheet = leaving.leave(by=actor, version_id=str(version_id), with_record="record" in request.POST)
    version = sheet.agreed.version
    address = request.build_absolute_uri(reverse("web:rule_version", args=[version.pk]))
    made = papers.pdf(sheet, by=actor, address=address, language=reader())
    answer = HttpResponse(made, content_type="application/pdf")
    name = f"sanam-rule-{version.rule.number}-{version.number}.pdf"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
