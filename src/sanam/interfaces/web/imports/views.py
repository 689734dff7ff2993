"""Imports: hand in an export, read what came of it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from sanam.domain.registry import queries
from sanam.domain.registry.permissions import check_can
from sanam.domain.teams.words import Can
from sanam.interfaces.files.f43 import intake
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.request import Request

LARGEST = 200 * 1024 * 1024


class UploadForm(forms.Form):
    """One zip of the 43 files; a dry run reads it and keeps nothing."""

    file = forms.FileField(label=gettext_lazy("ไฟล์ zip ของ 43 แฟ้ม"), max_length=255)
    dry_run = forms.BooleanField(label=gettext_lazy("ลองอ่านดูก่อน ยังไม่บันทึก"), required=False)

    def clean_file(self) -> object:
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("ไฟล์ใหญ่เกิน 200 MB ให้ผู้ดูแลระบบนำเข้าด้วยคำสั่งแทน"))
        return file


@require_http_methods(["GET", "POST"])
def imports(request: Request) -> HttpResponse:
    """The files this seat read in, and the form for the next."""
    actor = seated(request)
    check_can(actor, Can.READ_FILES_IN)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return _read_in(request, form)
    context = {"form": form, "batches": list(queries.batches(actor))}
    return render(request, "imports/imports.html", context, status=422 if request.method == "POST" else 200)


@require_safe
def batch(request: Request, batch_id: str) -> HttpResponse:
    """What came of one file: counts, and its error table."""
    found = queries.batch(seated(request), str(batch_id))
    return render(request, "imports/batch.html", {"batch": found, "problems": list(queries.problems(found))})


def _read_in(request: Request, form: UploadForm) -> HttpResponse:
    file, dry_run = form.cleaned_data["file"], form.cleaned_data["dry_run"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.zip"
        with path.open("wb") as kept:
            for part in file.chunks():
                kept.write(part)
        report = intake.read_in(by=request.actor, path=path, file_name=file.name, dry_run=dry_run)
    if not dry_run:
        return redirect("web:batch", report["batch"])
    people = report["people"]
    messages.info(
        request,
        _("ลองอ่านแล้ว ยังไม่บันทึก: คนใหม่ %(new)s เปลี่ยน %(changed)s เหมือนเดิม %(unchanged)s มีเรื่องให้ดู %(problems)s แถว")
        % {**people, "problems": len(report["problems"])},
    )
    return redirect("web:imports")
