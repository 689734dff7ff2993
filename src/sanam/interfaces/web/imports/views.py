"""Imports: hand in an export, see how far it is, read what came of it, and only then let it in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanam.domain.areas.queries import inside, said
from sanam.domain.foundation.actor import Actor
from sanam.domain.registry import queries
from sanam.domain.registry.operations.undo import may_be_taken_back
from sanam.domain.registry.permissions import check_can
from sanam.domain.teams.words import Can
from sanam.interfaces.files import queue
from sanam.interfaces.web.imports.columns import field_said
from sanam.interfaces.web.imports.undoing import listed
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request

if TYPE_CHECKING:
    from sanam.domain.registry.models import Batch


class UploadForm(forms.Form):
    """One zip of the 43 files or one spreadsheet; tried first unless somebody says otherwise."""

    file = forms.FileField(
        label=gettext_lazy("แฟ้ม"),
        max_length=255,
        help_text=gettext_lazy("zip ของ 43 แฟ้ม หรือตารางรายชื่อ .xlsx .csv ที่มีหัวคอลัมน์"),
    )
    area = forms.ChoiceField(
        label=gettext_lazy("ถ้าเป็นตาราง แถวที่ไม่บอกตำบลอยู่ที่ไหน"),
        required=False,
        help_text=gettext_lazy("ไม่ใช้กับ 43 แฟ้ม"),
    )
    how = forms.ChoiceField(
        label=gettext_lazy("อ่านแบบไหน"),
        widget=forms.RadioSelect,
        initial="try",
        choices=[
            ("try", gettext_lazy("ลองอ่านดูก่อน ยังไม่บันทึก")),
            ("keep", gettext_lazy("อ่านแล้วบันทึกเลย")),
        ],
    )

    def __init__(self, *args: Any, areas: tuple[str, ...], **named: Any) -> None:
        super().__init__(*args, **named)
        language = reader()
        places = inside(areas, (6, 8))
        choices = [("", _("ทุกแถวบอกตำบลแล้ว")), *((code, said(code, language)) for code in places)]
        self.fields["area"] = forms.ChoiceField(
            label=self.fields["area"].label, required=False, help_text=self.fields["area"].help_text, choices=choices
        )

    def clean_file(self) -> object:
        file = self.cleaned_data["file"]
        if file.size > queue.LARGEST:
            raise forms.ValidationError(_("ไฟล์ใหญ่เกิน 200 MB ให้ผู้ดูแลระบบนำเข้าด้วยคำสั่งแทน"))
        return file


@require_http_methods(["GET", "POST"])
def imports(request: Request) -> HttpResponse:
    """The files this seat sent, and the form for the next."""
    actor = seated(request)
    check_can(actor, Can.READ_FILES_IN)
    form = UploadForm(request.POST or None, request.FILES or None, areas=actor.mandate.areas)
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data
        file, try_only = sent["file"], sent["how"] == "try"
        staged = queue.take_in(by=actor, source=file, file_name=file.name, try_only=try_only, area=sent["area"])
        return redirect("web:batch", staged.pk)
    context = {"form": form, "batches": queries.batches(actor)}
    return render(request, "imports/imports.html", context, status=422 if request.method == "POST" else 200)


@require_safe
def batch(request: Request, batch_id: str) -> HttpResponse:
    """How far one file is, and what came of it: counts, and its error table."""
    actor = seated(request)
    found = queries.batch(actor, str(batch_id))
    moving = found.on_its_way or found.undoing
    template = "imports/batch.html#progress" if request.htmx and moving else "imports/batch.html"
    response = render(request, template, _context(actor, found))
    if request.htmx and not moving:
        response["HX-Refresh"] = "true"  # done: show the whole page
    return response


def _context(actor: Actor, found: Batch) -> dict[str, Any]:
    undone = found.outcome.get("undone")
    return {
        "batch": found,
        "problems": list(queries.problems(found)),
        "may_undo": may_be_taken_back(found) and not found.undoing,
        "undone": undone,
        "columns": [one | {"field": field_said(one["as"])} for one in found.outcome.get("columns", [])],
        "kept": listed(actor, undone) if undone else [],
    }


@require_POST
def read_again(request: Request, batch_id: str) -> HttpResponse:
    """Let a file in that was tried, or that was turned away for its duplicates and is right."""
    actor = seated(request)
    found = queries.batch(actor, str(batch_id))
    queue.read_again(by=actor, batch=found, accept_duplicates="accept_duplicates" in request.POST)
    return redirect("web:batch", found.pk)
