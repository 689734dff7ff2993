"""A gathering's page as a file to take along, and a corrected page taken for what it corrects."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.ids import short
from sanam.domain.foundation.refused import BadInput
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.operations import versions
from sanam.interfaces.files.paper import leaving
from sanam.interfaces.files.pdf import gatherings as papers
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.request import Request

TYPES = {"pdf": "application/pdf", "txt": "text/plain; charset=utf-8"}


@require_POST
def file(request: Request, gathering_id: UUID) -> HttpResponse:
    """The page as PDF with its photos, or as the text it is read in from; written down before it leaves."""
    actor, form = seated(request), request.POST.get("format", "")
    if form not in TYPES:
        raise BadInput("gathering.format", "เลือก PDF หรือข้อความ", "Choose the PDF or the text.")
    answer = HttpResponse(_bytes(actor, str(gathering_id), form), content_type=TYPES[form])
    answer.headers["Content-Disposition"] = f'attachment; filename="sanam-gathering-{short(gathering_id)}.{form}"'
    return answer


@require_POST
def take_as_correction(request: Request, gathering_id: UUID) -> HttpResponse:
    """Let this page be the newest version of the older one of the same title and day."""
    actor = seated(request)
    page = queries.gathering(actor, str(gathering_id))
    of = _id(request.POST.get("of", ""))
    kept = versions.take_as_correction(by=actor, page=page, of=queries.gathering(actor, of))
    messages.success(request, _("รวมเป็นหน้าเดียวแล้ว ฉบับก่อนยังเก็บไว้"))
    return redirect("web:gathering", kept.id)


def _id(text: str) -> str:
    try:
        return str(UUID(text))
    except ValueError:
        raise BadInput("gathering.which", "บอกด้วยว่าแก้หน้าไหน", "Say which page it corrects.") from None


def _bytes(actor: Actor, gathering_id: str, form: str) -> bytes:
    if form == "pdf":
        return papers.pdf(leaving.leave(by=actor, gathering_id=gathering_id, form=form))
    return leaving.as_text(by=actor, gathering_id=gathering_id).encode()
